import { Button } from '@digdir/designsystemet-react';
import { useText } from '../text.tsx';
import type { Last } from './use-reading.ts';

/** What was just done, and the way back: to change what was recorded, or to put back what was set aside. */
export function RecordedBanner(props: {
  readonly last: Last;
  readonly changing: boolean;
  readonly onBack: () => void;
}) {
  const { text, formatDate } = useText();
  const { last } = props;
  const { woman, examination } = last.shown;
  const words =
    last.kind === 'recorded'
      ? text.reading[last.revision > 1 ? 'changed' : 'recorded'](last.opinion.right, last.opinion.left)
      : text.reading.asideNow(text.reading.deferReasons[last.reason] ?? last.reason);
  return (
    <div className="recorded" data-color={last.kind === 'recorded' ? 'success' : 'info'}>
      <p>
        <strong>{words}</strong> {text.reading.recordedAt(formatDate(examination.day), woman.age)}
      </p>
      {props.changing ? null : (
        <Button variant="secondary" data-size="sm" onClick={props.onBack}>
          {last.kind === 'recorded' ? text.reading.change : text.common.undo} <kbd>B</kbd>
        </Button>
      )}
    </div>
  );
}
