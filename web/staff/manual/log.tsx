import { Paragraph } from '@digdir/designsystemet-react';
import { loggedWords } from '#web/text/manual-log';
import { useText } from '../text.tsx';
import type { Manual } from './centre-page.tsx';

/** What has happened with the answers, the newest first. */
export function Log({ manual }: { readonly manual: Manual }) {
  const { text, formatDate } = useText();
  if (manual.log.length === 0) return <Paragraph>{text.manual.notAnswered}</Paragraph>;
  return (
    <ul className="plain">
      {manual.log.toReversed().map((one) => (
        <li key={one.seq}>
          {formatDate(one.day, 'short')} · {one.by}: {loggedWords(text.manual.logged, one.entry, formatDate)}
        </li>
      ))}
    </ul>
  );
}
