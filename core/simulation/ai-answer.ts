/**
 * What the invented AI product sends about an examination besides its scores: a score of each view, marks where it finds
 * something, and a tag for the least suspicious. Invented throughout; no real product's marks are imitated.
 */
import type { AiAnswer } from '#core/ai/answer';
import { type Mark, markKinds } from '#core/ai/mark';
import { chance, pick, type Random } from '#core/kernel/random';
import { aiScore } from './ai-score.ts';
import type { Images } from './image.ts';

/** Breasts from this score on get marks, as in MASAI (marks for 8-10). */
const MARKED_FROM = 8;
/** Below this the examination is tagged as normal: the share that PRAIM tagged (56.7 %, Eisemann 2025). */
const NORMAL_BELOW = 6.67;

export function aiAnswer(images: Images, r: Random): AiAnswer {
  const { exam, left, right } = aiScore(images);
  const other = { left: lower(left, r), right: lower(right, r) };
  const inCc = { left: chance(r, 0.5), right: chance(r, 0.5) };
  const views = {
    LCC: inCc.left ? left : other.left,
    LMLO: inCc.left ? other.left : left,
    RCC: inCc.right ? right : other.right,
    RMLO: inCc.right ? other.right : right,
  };
  const marks = [...marksIn('L', left, r), ...marksIn('R', right, r)];
  return { score: exam, left, right, views, marks, normalTag: exam < NORMAL_BELOW ? 'normal' : 'none' };
}

/** The view in which less is seen. */
function lower(score: number, r: Random): number {
  return Math.max(1, Math.round(100 * (score - 1.5 * r.next())) / 100);
}

/** One place, as it falls in both views: as deep from the chest wall in each. */
function marksIn(side: 'L' | 'R', score: number, r: Random): readonly Mark[] {
  if (score < MARKED_FROM) return [];
  return Array.from({ length: score >= 10 && chance(r, 0.3) ? 2 : 1 }, () => {
    const depth = 0.15 + 0.45 * r.next();
    const kind = pick(r, markKinds.slice(0, 4));
    const x = side === 'R' ? 1 - depth : depth;
    const size = 0.06 + 0.06 * r.next();
    return (['CC', 'MLO'] as const).map((view): Mark => {
      const y = 0.3 + 0.4 * r.next();
      const box = { x: rounded(x - size / 2), y: rounded(y - size / 2), width: rounded(size), height: rounded(size) };
      return { view: `${side}${view}`, kind, x: rounded(x), y: rounded(y), score, box };
    });
  }).flat();
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** When an answer comes: most at once, some never and some days later. Configuration of the demo. */
export function aiArrival(r: Random): 'at-once' | 'failed' | 'late' {
  const u = r.next();
  return u < 0.004 ? 'failed' : u < 0.008 ? 'late' : 'at-once';
}
