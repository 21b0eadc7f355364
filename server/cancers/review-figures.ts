import type { reviewFigures } from '#contracts/cancer-review';
import type { OutputOf } from '#contracts/endpoint';
import { blindClasses, type ReviewClass, reviewClass, reviewClasses, reviewStage } from '#core/cancers/review';
import { kappa } from '#core/statistics/kappa';
import type { Tx } from '#server/db/transaction';
import { allItems, type LoadedItem } from './load-items.ts';

type Figures = OutputOf<typeof reviewFigures>;
type Which = { readonly centreId?: string | undefined };

/** Interval cancers by year of diagnosis, and the classes of those whose review is decided. */
export async function countReviewClasses(tx: Tx, which: Which = {}): Promise<Figures['years']> {
  return yearsOf(tx, await allItems(tx, which.centreId), which);
}

/** The classes by year, how well the two reviewers agree when informed, and what was seen blind. */
export async function loadReviewFigures(tx: Tx, which: Which): Promise<Figures> {
  const items = await allItems(tx, which.centreId);
  return { years: await yearsOf(tx, items, which), agreement: agreementOf(items), blind: blindOf(items) };
}

async function yearsOf(tx: Tx, items: readonly LoadedItem[], which: Which): Promise<Figures['years']> {
  let query = tx.q
    .selectFrom('cancer as c')
    .innerJoin('episode as e', (j) =>
      j.onRef('e.person_id', '=', 'c.person_id').onRef('e.episode_id', '=', 'c.episode_id'),
    )
    .select(['c.cancer_id', 'c.diagnosed_on'])
    .where('c.detection', '=', 'interval');
  if (which.centreId !== undefined) query = query.where('e.centre_id', '=', which.centreId);
  const classes = new Map(
    items.flatMap((item) => (item.cancerId ? [[item.cancerId, reviewClass(item)] as const] : [])),
  );
  const years = new Map<number, { cancers: number; classes: Record<ReviewClass, number> }>();
  for (const { cancer_id, diagnosed_on } of await query.execute()) {
    const year = Number(diagnosed_on.slice(0, 4));
    const row = years.get(year) ?? { cancers: 0, classes: noneYet() };
    const found = classes.get(cancer_id);
    row.cancers++;
    if (found) row.classes[found]++;
    years.set(year, row);
  }
  return [...years].map(([year, row]) => ({ year, ...row })).toSorted((a, b) => b.year - a.year);
}

const noneYet = () => Object.fromEntries(reviewClasses.map((one) => [one, 0])) as Record<ReviewClass, number>;

/** Pairs of informed opinions, the first-named reviewer of the set first. */
function agreementOf(items: readonly LoadedItem[]): Figures['agreement'] {
  const pairs = items.flatMap(({ reviewers, opinions }) => {
    const [a, b] = reviewers.map((r) => opinions.find((o) => o.round === 'informed' && o.reviewer === r)?.class);
    return a && b ? [[a, b] as const] : [];
  });
  const table = reviewClasses.map((a) => reviewClasses.map((b) => pairs.filter(([x, y]) => x === a && y === b).length));
  const found = kappa(table);
  return {
    cases: pairs.length,
    same: pairs.filter(([a, b]) => a === b).length,
    kappa: found ? { kappa: found.kappa, lower: found.lower, upper: found.upper } : null,
  };
}

/** Opinions of the blind round whose item both have seen; unclassifiable ones are left out. */
function blindOf(items: readonly LoadedItem[]): Figures['blind'] {
  const count = (control: boolean) => {
    const given = items
      .filter((item) => item.control === control && reviewStage(item) !== 'blind')
      .flatMap((item) => item.opinions.filter((o) => o.round === 'blind' && o.class !== 'unclassifiable'));
    const seen = given.filter((o) => o.class === blindClasses[1] || o.class === blindClasses[2]).length;
    return { seen, of: given.length };
  };
  return { cancers: count(false), controls: count(true) };
}
