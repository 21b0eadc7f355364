/**
 * The score of an invented AI product on the scale used in Norwegian studies: the whole part 1-10 is the bin, and each
 * bin holds about a tenth of a screening population without cancer (Larsen 2022: 10.1 % in bin 10). Decimals rank
 * within the bin, so that 8 or more selects three tenths and 10 or more one tenth.
 */
import type { Images } from './image.ts';

export const aiProduct = { product: 'demo-ai', version: '1.0' } as const;

export type AiScore = { readonly exam: number; readonly left: number; readonly right: number };

/** The examination's score is the higher breast's. 1.00-10.99, two decimals. */
export function aiScore(images: Images): AiScore {
  const left = scaled(images.left.ai);
  const right = scaled(images.right.ai);
  return { exam: Math.max(left, right), left, right };
}

/** Of two independent normal breasts the higher is below x with probability Phi(x) squared. */
function scaled(x: number): number {
  const share = normalCdf(x) ** 2;
  return Math.min(10.99, Math.floor(100 * (1 + 10 * share)) / 100);
}

/** Standard normal distribution function; Abramowitz and Stegun 26.2.17, error below 7.5e-8. */
function normalCdf(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * poly;
  return x >= 0 ? 1 - tail : tail;
}
