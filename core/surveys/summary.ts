/**
 * What a survey says, without saying what anyone answered: shares with intervals, and small numbers hidden. An answer
 * given by fewer than `least` is hidden; when only one is, the next smallest goes with it, for the sum would give it away.
 */
import { type Interval, wilson } from '#core/statistics/intervals';
import { type Answers, scaleScore } from './answers.ts';
import { type SurveyForm, valuesOf } from './form.ts';

type AnswerCount = {
  readonly value: number;
  /** null: hidden. */
  readonly count: number | null;
  readonly share: number | null;
  readonly limits: Interval | null;
};

type QuestionSummary = {
  readonly id: string;
  readonly answered: number | null;
  readonly counts: readonly AnswerCount[];
  /** What was written, in the order of the alphabet, so that nothing tells who wrote when. */
  readonly written: readonly string[];
};

type ScaleSummary = {
  readonly id: string;
  readonly scored: number | null;
  readonly mean: number | null;
  /** Mean and 95 % interval (normal approximation), within 0-100. */
  readonly limits: Interval | null;
};

type SurveySummary = {
  readonly answers: number;
  /** Fewer than `least` in all: nothing is shown. */
  readonly tooFew: boolean;
  readonly questions: readonly QuestionSummary[];
  readonly scales: readonly ScaleSummary[];
};

export function summarise(form: SurveyForm, all: readonly Answers[], least: number): SurveySummary {
  const tooFew = all.length < least;
  const hidden: QuestionSummary = { id: '', answered: null, counts: [], written: [] };
  return {
    answers: all.length,
    tooFew,
    questions: form.questions.map((asked) => {
      if (tooFew) return { ...hidden, id: asked.id };
      const given = all.flatMap((one) => (one[asked.id] === undefined ? [] : [one[asked.id] as number | string]));
      if (asked.kind === 'text') {
        return { ...hidden, id: asked.id, answered: given.length, written: given.map(String).sort() };
      }
      if (given.length < least) return { ...hidden, id: asked.id };
      const counts = valuesOf(asked).map((value) => ({ value, count: given.filter((one) => one === value).length }));
      return { ...hidden, id: asked.id, answered: given.length, counts: withSmallHidden(counts, given.length, least) };
    }),
    scales: form.scales.map((scale) => {
      const scores = all.flatMap((one) => scaleScore(form, scale, one) ?? []);
      if (tooFew || scores.length < least) return { id: scale.id, scored: null, mean: null, limits: null };
      return { id: scale.id, scored: scores.length, ...meanOf(scores) };
    }),
  };
}

function withSmallHidden(
  counts: readonly { readonly value: number; readonly count: number }[],
  total: number,
  least: number,
): readonly AnswerCount[] {
  const small = counts.filter(({ count }) => count > 0 && count < least);
  const others = counts.filter(({ count }) => count >= least).sort((a, b) => a.count - b.count);
  const hidden = new Set(small.map(({ value }) => value));
  // What is left of the total after the visible ones must not be one answer's count, nor fewer people than `least`.
  let covered = small.reduce((sum, { count }) => sum + count, 0);
  while (hidden.size > 0 && (hidden.size === 1 || covered < least)) {
    const next = others.shift();
    if (!next) break;
    hidden.add(next.value);
    covered += next.count;
  }
  return counts.map(({ value, count }) =>
    hidden.has(value)
      ? { value, count: null, share: null, limits: null }
      : { value, count, share: count / total, limits: wilson(count, total) },
  );
}

function meanOf(scores: readonly number[]): { readonly mean: number; readonly limits: Interval | null } {
  const n = scores.length;
  const mean = scores.reduce((sum, score) => sum + score, 0) / n;
  if (n < 2) return { mean, limits: null };
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (n - 1);
  const half = 1.959964 * Math.sqrt(variance / n);
  return { mean, limits: { lower: Math.max(0, mean - half), upper: Math.min(100, mean + half) } };
}
