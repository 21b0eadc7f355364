import type { OutputOf } from '#contracts/endpoint';
import type { showIndicator } from '#contracts/quality';
import type { Actor } from '#core/people/access';
import type { Indicator } from '#core/quality/indicator';
import { individualFigures } from '#programmes/breast-no/quality';
import type { Database } from '#server/db/database';
import { type CountedFigure, type Cubes, figuresOf, type Only } from './count-cube.ts';
import { judged } from './describe-indicator.ts';
import { funnelOf } from './funnel-of.ts';

type People = Pick<OutputOf<typeof showIndicator>, 'people' | 'peopleFunnel'>;
const none: People = { people: [], peopleFunnel: null };

/**
 * Readers or radiographers in a funnel: oneself by name, colleagues as points without a name, and names only for those
 * whom the policy trusts with them. Nobody else gets any.
 */
export function peopleOf(
  cubes: Cubes,
  indicator: Indicator,
  only: Only,
  actor: Actor,
  nation: CountedFigure | undefined,
): People {
  const level = (['reader', 'radiographer'] as const).find((one) => indicator.levels.includes(one));
  if (!level || indicator.measure.kind === 'not-measured') return none;
  const named = individualFigures.named.includes(actor.role);
  if (!named && individualFigures.ownWork[level] !== actor.role) return none;
  const enough = figuresOf(cubes, [indicator], [level], only).filter(
    ({ group, denominator }) =>
      group[level] !== null && (denominator >= individualFigures.fewest || group[level] === actor.userId),
  );
  const funnel = funnelOf(indicator.measure, nation, enough);
  const people = enough
    .map((figure) => {
      const own = figure.group[level] === actor.userId;
      return {
        id: own || named ? String(figure.group[level]) : null,
        name: null,
        own,
        figure: judged(indicator, figure),
        standing: funnel?.standingOf(figure) ?? null,
      };
    })
    .toSorted((a, b) => a.figure.denominator - b.figure.denominator);
  return { people, peopleFunnel: funnel?.view ?? null };
}

/** The same with the names of those who are told by their identity. */
export async function namePeople(db: Database, people: People['people']): Promise<People['people']> {
  const ids = people.flatMap(({ id }) => id ?? []);
  const rows = await db.kysely.selectFrom('staff_user').select(['id', 'name']).where('id', 'in', ids).execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return people.map((one) => ({ ...one, name: names.get(one.id ?? '') ?? one.id }));
}
