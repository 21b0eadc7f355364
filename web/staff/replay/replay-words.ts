import type { ReplayAnswer, ReplayArmView, ReplayFigureView } from '#contracts/replay';
import type { FigureId } from '#core/replay/figures';
import type { TextTools } from '../text.tsx';

/** A figure of an arm, as the contract has it. */
export function figureOf(figures: readonly ReplayFigureView[], id: FigureId): ReplayFigureView | undefined {
  return figures.find((figure) => figure.id === id);
}

/** "3,2 %", or the average for reads; an en dash where there is nothing to divide by. */
export function valueWords(tools: TextTools, id: FigureId, value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  if (id === 'reads') return tools.formatNumber(value, 2);
  return tools.formatPercent(value, id === 'cancerRate' ? 2 : 1);
}

/** "2,9–3,5 %"; nothing where there is no interval. */
export function intervalWords(tools: TextTools, figure: ReplayFigureView | undefined): string {
  if (!figure?.limits) return '';
  const [lower, upper] = [figure.limits.lower, figure.limits.upper].map((end) => valueWords(tools, figure.id, end));
  // One sign of per cent is enough for the two.
  return `${lower?.replace(/\s?%$/u, '')}–${upper}`;
}

/** The value with its interval in brackets. */
export function figureWords(tools: TextTools, figure: ReplayFigureView | undefined): string {
  if (!figure) return '–';
  const value = valueWords(tools, figure.id, figure.value);
  const interval = intervalWords(tools, figure);
  return interval ? `${value} (${interval})` : value;
}

/** A count that may be an expected one. */
export function countWords(tools: TextTools, count: number): string {
  return tools.formatNumber(count, Number.isInteger(count) ? 0 : 1);
}

/** The arm's title; the model names it was written with when another product answered. */
export function titleOf(tools: TextTools, arm: Pick<ReplayArmView, 'title'>): string {
  return arm.title[tools.written];
}

/** The arm by its address. */
export function armOf(answer: ReplayAnswer, id: string): ReplayArmView | undefined {
  return answer.arms.find((arm) => arm.id === id);
}
