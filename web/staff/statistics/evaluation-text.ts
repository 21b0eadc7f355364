import { evaluation as en } from '#web/text/en/evaluation';
import { evaluation as nb } from '#web/text/nb/evaluation';
import { evaluation as nn } from '#web/text/nn/evaluation';
import { type TextTools, useText } from '../text.tsx';

const texts = { nb, nn, en };

/** The words of the evaluation, which come with its page and not with the first one. */
export const evaluationText = ({ written }: Pick<TextTools, 'written'>): typeof nb => texts[written];
export const useEvaluationText = () => evaluationText(useText());
