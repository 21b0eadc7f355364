/** What a product may answer about one examination, and whether an answer fits the product that gives it. */
import { z } from 'zod';
import { ok, type Result, refuse } from '#core/kernel/result';
import { imageViews, markSchema } from './mark.ts';
import type { Direction } from './percentile.ts';

export const gives = ['examination', 'breast', 'view', 'marks', 'normal-tag', 'density', 'quality', 'risk'] as const;
export type Gives = (typeof gives)[number];

export type AiProduct = {
  readonly product: string;
  readonly version: string;
  readonly scaleMin: number;
  readonly scaleMax: number;
  /** What a high score means. */
  readonly higherIs: Direction;
  readonly gives: readonly Gives[];
};

const number = z.number();
const viewScores = z.strictObject(
  Object.fromEntries(imageViews.map((v) => [v, number.exactOptional()])) as {
    [V in (typeof imageViews)[number]]: z.ZodExactOptional<z.ZodNumber>;
  },
);

/** Scores are on the product's own scale; nothing here is converted. */
export const answerSchema = z.strictObject({
  score: number,
  left: number.exactOptional(),
  right: number.exactOptional(),
  views: viewScores.exactOptional(),
  marks: z.array(markSchema).max(50).exactOptional(),
  normalTag: z.enum(['normal', 'none']).exactOptional(),
  /** As the product words them ('b', 3, 'adequate'). */
  density: z.union([z.number(), z.string().min(1).max(20)]).exactOptional(),
  quality: z.union([z.number(), z.string().min(1).max(20)]).exactOptional(),
  risk: z.number().exactOptional(),
});
export type AiAnswer = z.output<typeof answerSchema>;

/** Refuses with `invalid-score` (where, and the scale) or `invalid-item` (something the version does not give). */
export function checkAnswer(answer: AiAnswer, product: AiProduct): Result<AiAnswer, 'invalid-score' | 'invalid-item'> {
  const scores = Object.entries({ score: answer.score, left: answer.left, right: answer.right, ...answer.views });
  for (const [where, value] of scores) {
    if (value === undefined || within(value, product)) continue;
    const expected = `${product.scaleMin} to ${product.scaleMax}`;
    return refuse(
      'invalid-score',
      `"${where}" is outside the scale of ${product.product} ${product.version}: expected ${expected}`,
      {
        where,
        expected,
      },
    );
  }
  const given: Readonly<Record<Gives, unknown>> = {
    examination: answer.score,
    breast: answer.left ?? answer.right,
    view: answer.views,
    marks: answer.marks?.length ? answer.marks : undefined,
    'normal-tag': answer.normalTag,
    density: answer.density,
    quality: answer.quality,
    risk: answer.risk,
  };
  const extra = gives.find((item) => given[item] !== undefined && !product.gives.includes(item));
  if (!extra) return ok(answer);
  const expected = product.gives.join(', ');
  return refuse(
    'invalid-item',
    `${product.product} ${product.version} does not give "${extra}": expected ${expected}`,
    {
      where: extra,
      expected,
    },
  );
}

function within(value: number, { scaleMin, scaleMax }: AiProduct): boolean {
  return Number.isFinite(value) && value >= scaleMin && value <= scaleMax;
}
