/**
 * The history of a country's programme as delivery rows: for every woman who matters, her rounds up to the data cut.
 * Rows come woman by woman, so memory does not grow with the country.
 */
import { dayFromNumber, dayNumber, fromCivil, yearOf } from '#core/kernel/day';
import { random } from '#core/kernel/random';
import type { Country } from './country.ts';
import { createHomePicker } from './homes.ts';
import { lifeOf } from './life.ts';
import { personRow } from './person-row.ts';
import { quotas } from './population.ts';
import { lifeIndex, syntheticIdentityNumber } from './synthetic-person.ts';
import { womanHistory } from './woman-history.ts';
import { createWorld, type HistoryOptions, type HistoryRow, type Home, type World } from './world.ts';

export type WomanRows = {
  readonly rows: readonly HistoryRow[];
  /** Women who count in the population so far, and in all. */
  readonly done: number;
  readonly of: number;
};

/** All rows, one after the other. */
export function* simulateHistory(country: Country, options: HistoryOptions): Generator<HistoryRow> {
  for (const woman of simulateWomen(country, options)) yield* woman.rows;
}

/**
 * The rows of one woman at a time, her person row first. Women are made until each municipality and age has as many alive
 * and resident on 1 January as Statistics Norway counts, divided by the scale; those who died or left in the years of the
 * history come on top, as many as the simulated deaths and moves give.
 */
export function* simulateWomen(country: Country, options: HistoryOptions): Generator<WomanRows> {
  const year = latestPopulation(country, yearOf(options.dataCut));
  const newYear = dayNumber(fromCivil({ year, month: 1, day: 1 }));
  const world = createWorld(country, options);
  const picker = createHomePicker(country);
  const cells = quotas(country, year, options.scale);
  const of = cells.reduce((sum, cell) => sum + cell.count, 0);
  const nextIdentity = identityNumbers();
  const r = random('population', options.seed);
  let done = 0;
  let serial = 0;
  for (const { municipality, age, count } of cells) {
    const firstBirth = dayNumber(fromCivil({ year: year - 1 - age, month: 1, day: 1 }));
    for (let alive = 0; alive < count; ) {
      const birth = firstBirth + Math.floor(365 * r.next());
      const home = picker.homeIn(municipality, r.next());
      const identityNumber = nextIdentity(birth);
      if (identityNumber === undefined) continue;
      const woman = oneWoman(world, birth, identityNumber, (life) => picker.homesOf(life, home, world.cut), serial + 1);
      if (!woman) continue;
      serial++;
      if (woman.gone >= newYear) {
        alive++;
        done++;
      }
      yield { rows: woman.rows, done, of };
    }
  }
}

/** A woman's rows, and when she died or left; undefined when that was before the history begins. */
function oneWoman(
  world: World,
  birth: number,
  identityNumber: string,
  homesOf: (life: ReturnType<typeof lifeOf>) => (day: number) => Home,
  serial: number,
): { readonly rows: HistoryRow[]; readonly gone: number } | undefined {
  const life = lifeOf(world.seed, lifeIndex(identityNumber), dayFromNumber(birth), world.parameters);
  if (Math.min(life.diesOn, life.emigratesOn) < world.from) return undefined;
  const rows: HistoryRow[] = [];
  const homeOn = homesOf(life);
  const emit = (row: HistoryRow): void => void rows.push(row);
  const played = womanHistory(world, life, { identityNumber, reference: serial.toString(36), homeOn, emit });
  const gone = Math.min(played.diesOn, life.emigratesOn);
  if (gone < world.from) return undefined;
  rows.unshift(personRow({ life, identityNumber, home: homeOn(world.cut), ...played }, world.cut));
  return { rows, gone };
}

/** Hands out synthetic identity numbers, each once; undefined when a birth day has none left. */
function identityNumbers(): (birth: number) => string | undefined {
  const positions = new Map<number, number>();
  return (birth) => {
    const identity = syntheticIdentityNumber(dayFromNumber(birth), positions.get(birth) ?? 0);
    if (identity) positions.set(birth, identity.next);
    return identity?.number;
  };
}

/** The last year with counts that is not after the cut, else the first. */
function latestPopulation(country: Country, year: number): number {
  const years = [...new Set(country.women.map((w) => w.year))].sort((a, b) => a - b);
  return years.filter((y) => y <= year).at(-1) ?? years[0] ?? year;
}
