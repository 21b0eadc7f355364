import type { Waiting } from '#core/assessment/time-limits';
import { StatusTag, type Tone } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';

const tones: Readonly<Record<Waiting['grade'], Tone>> = { desirable: 'success', acceptable: 'warning', late: 'danger' };

/** Working days waited, and how that stands to the guideline's limit. */
export function WaitingTag({ waiting }: { readonly waiting: Waiting }) {
  const { text } = useText();
  return (
    <StatusTag tone={tones[waiting.grade]}>
      {text.assessment.workingDays(waiting.workingDays)}, {text.assessment.grades[waiting.grade]}
    </StatusTag>
  );
}
