import { Paragraph } from '@digdir/designsystemet-react';
import type { OutputOf } from '#contracts/endpoint';
import type { examinationForm } from '#contracts/examination';
import { useText } from '../text.tsx';

/** What was found and missing at her last examination, in one line. */
export function LastTime({ form }: { readonly form: OutputOf<typeof examinationForm> }) {
  const { text, formatDate } = useText();
  const words = text.examination;
  const { last } = form;
  if (!last) return <Paragraph>{words.neverBefore}</Paragraph>;
  const said = last.interview
    ? [
        ...last.interview.symptoms.map((s) => words.symptomKinds[s.kind]),
        ...(last.interview.implants === 'none'
          ? []
          : [`${words.implants}: ${words.implantSides[last.interview.implants]}`]),
        ...last.interview.earlierSurgery.map((s) => words.surgeryKinds[s.kind]),
      ]
    : [];
  const missing = last.missing.map(
    ({ view, reason }) =>
      `${words.views[view]}: ${(words.missing as Readonly<Record<string, string>>)[reason] ?? reason}`,
  );
  return (
    <Paragraph>
      {words.lastTime}:{' '}
      {[`${formatDate(last.day)}, ${last.unitName}`, words.results[last.result], ...said, ...missing].join(' · ')}
    </Paragraph>
  );
}
