import { Button } from '@digdir/designsystemet-react';
import { useText } from '../text.tsx';
import type { Recorded } from './use-reading.ts';

/** What was just recorded, and the way back to it. */
export function RecordedBanner(props: {
  readonly last: Recorded;
  readonly changing: boolean;
  readonly onChange: () => void;
}) {
  const { text, formatDate } = useText();
  const { shown, opinion } = props.last;
  return (
    <div className="recorded" data-color="success">
      <p>
        <strong>{text.reading.recorded(opinion.right, opinion.left)}</strong>{' '}
        {text.reading.recordedAt(formatDate(shown.examination.day), shown.woman.age)}
      </p>
      {props.changing ? null : (
        <Button variant="secondary" data-size="sm" onClick={props.onChange}>
          {text.reading.change} <kbd>B</kbd>
        </Button>
      )}
    </div>
  );
}
