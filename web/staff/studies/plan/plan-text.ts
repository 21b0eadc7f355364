import { studyPlan as en } from '#web/text/en/study-plan';
import { studyPlan as nb } from '#web/text/nb/study-plan';
import { studyPlan as nn } from '#web/text/nn/study-plan';
import { useText } from '../../text.tsx';

/** All three at once: a criterion gets its words in each of them. */
export const planTexts = { nb, nn, en };
export type PlanText = typeof nb;

/** The words of the form, which come with its page and not with the first one. */
export function usePlanText(): PlanText {
  return planTexts[useText().written];
}
