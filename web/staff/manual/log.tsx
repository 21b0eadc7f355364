import type { Manual } from '#contracts/manual';
import { Paragraph } from '@digdir/designsystemet-react';
import { logLines } from '#web/text/manual-log';
import { useText } from '../text.tsx';

/** What has happened with the answers, the newest first. */
export function Log({ manual }: { readonly manual: Manual }) {
  const { text, formatDate } = useText();
  if (manual.log.length === 0) return <Paragraph>{text.manual.notAnswered}</Paragraph>;
  return (
    <ul className="plain">
      {logLines(text.manual.logged, manual.log, formatDate)
        .map(({ day, by, what }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end
          <li key={i}>
            {formatDate(day, 'short')} · {by}: {what}
          </li>
        ))
        .toReversed()}
    </ul>
  );
}
