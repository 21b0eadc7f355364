import { decideExamination, type ExaminationRules } from '#core/examination/result';
import type { Day } from '#core/kernel/day';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';
import { type Draft, type Gap, gapsOf, reportOf } from './draft.ts';

/** What the session will be saved as, by the same rule that the server applies. */
export function WillBe(props: { readonly rules: ExaminationRules; readonly today: Day; readonly draft: Draft }) {
  const { text } = useText();
  const words = text.examination;
  const report = reportOf(props.draft);
  const nameOf = (gap: Gap) => (gap === 'symptoms' || gap === 'surgery' ? words[gap] : words.views[gap]);
  if (!report)
    return <StatusTag tone="warning">{words.unanswered(gapsOf(props.draft).map(nameOf).join(', '))}</StatusTag>;
  const decision = decideExamination(report, props.rules, props.today);
  if (!decision.ok) return <StatusTag tone="danger">{words.refusals[decision.refusal.code]}</StatusTag>;
  const { result, quality } = decision.value;
  const tone = result === 'complete' ? 'success' : 'warning';
  return (
    <span>
      {words.willBe}: <StatusTag tone={tone}>{words.results[result]}</StatusTag>{' '}
      <StatusTag>{`PAI: ${words.grades[quality ?? 'none']}`}</StatusTag>
    </span>
  );
}
