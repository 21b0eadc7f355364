/** Which images go into a set for review, and in what order: drawn by a seed, so that the draw can be shown again. */
import { random } from '#core/kernel/random';

export type DrawnItem<Case> = { readonly case: Case; readonly cancerId: string | null };
type Key = { readonly caseId: string };

/**
 * The cancers' images mixed with `perCancer` normal controls each (fewer when there are not so many). The same seed and the
 * same cases give the same set, in whatever order they come; controls are drawn without putting back.
 */
export function drawReview<Case extends Key>(
  cancers: readonly { readonly case: Case; readonly cancerId: string }[],
  normal: readonly Case[],
  options: { readonly perCancer: number; readonly seed: number },
): readonly DrawnItem<Case>[] {
  const taken = new Set(cancers.map((one) => one.case.caseId));
  const pool = byId(normal.filter((one) => !taken.has(one.caseId)));
  const controls = shuffled(pool, options.seed, 'controls').slice(0, options.perCancer * cancers.length);
  const items: DrawnItem<Case>[] = [...cancers, ...controls.map((one) => ({ case: one, cancerId: null }))];
  const ordered = items.toSorted((a, b) => compare(a.case.caseId, b.case.caseId));
  return shuffled(ordered, options.seed, 'order');
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byId = <Case extends Key>(cases: readonly Case[]) => cases.toSorted((a, b) => compare(a.caseId, b.caseId));

/** Fisher-Yates. */
function shuffled<Item>(items: readonly Item[], seed: number, purpose: string): Item[] {
  const r = random(seed, 'review', purpose);
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(r.next() * (i + 1));
    [all[i], all[j]] = [all[j] as Item, all[i] as Item];
  }
  return all;
}
