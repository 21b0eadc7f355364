import type { TextTools } from '../text.tsx';
import { evaluationText } from './evaluation-text.ts';
import type { EvaluationView } from './evaluation-stats.tsx';

/** How a threshold was found: "Like mange som konsensus". */
export function ruleWords(
  tools: TextTools,
  { rule, matches }: Pick<EvaluationView['thresholds'][number], 'rule' | 'matches'>,
): string {
  const words = evaluationText(tools);
  const { formatMeasure, formatPercent } = tools;
  if (rule.by === 'rate')
    return words.rules.rate(words.readers[(matches ?? 'consensus') as keyof typeof words.readers]);
  if (rule.by === 'score') return words.rules.score(formatMeasure(rule.value, 2));
  return words.rules[rule.by](formatPercent(rule.value, 0));
}
