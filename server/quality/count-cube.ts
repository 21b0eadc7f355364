/**
 * A set's counts over every cell of place, year, kind and age, counted once from a snapshot and then added up in memory
 * for any question. A snapshot never changes, so neither do its cubes.
 */
import { join } from 'node:path';
import { type Dimension, dimensions, ageGroups, hasDimension } from '#core/quality/dimension';
import { type Condition, toSql } from '#core/quality/condition';
import {
  type Figure,
  type Indicator,
  type Measure,
  medianFigure,
  ratioFigure,
  shareFigure,
} from '#core/quality/indicator';
import { type Duck, openDuck, quoted } from './duck.ts';
import { groupBy } from './group-by.ts';

type Counted = Exclude<Measure, { kind: 'not-measured' }>;
type Keys = Readonly<Partial<Record<Dimension, readonly unknown[]>>>;

/** Cells of one fact and year field; `counts` by the condition written as SQL. */
type Cube = {
  readonly keys: Keys;
  readonly length: number;
  readonly counts: ReadonlyMap<string, readonly number[]>;
  /** For a median: the value of each cell. */
  readonly values?: readonly number[];
};

export type Cubes = ReadonlyMap<string, Cube>;

export type Group = Readonly<Partial<Record<Dimension, string | number | boolean | null>>>;
export type Only = Readonly<Partial<Record<Dimension, readonly (string | number | boolean)[]>>>;
export type CountedFigure = Figure & { readonly indicator: string; readonly group: Group };

type Pass = { readonly by: readonly Dimension[]; readonly measures: readonly [Counted, ...Counted[]] };

/**
 * Counts a set: one pass over each fact and year field, however many indicators, and one for each median. What is shown
 * of one reader or radiographer is counted apart, by person instead of place.
 */
export async function countCubes(folder: string, indicators: readonly Indicator[]): Promise<Cubes> {
  const duck = await openDuck();
  const cubes = new Map<string, Cube>();
  try {
    for (const [key, pass] of passes(indicators)) cubes.set(key, await countPass(duck, folder, pass));
    return cubes;
  } finally {
    duck.close();
  }
}

async function countPass(duck: Duck, folder: string, { by, measures }: Pass): Promise<Cube> {
  const [first] = measures;
  const { fact, year } = first;
  const conditions = [...new Set(measures.flatMap(conditionsOf))];
  const value = first.kind === 'median' ? [`"${first.of}" as value`] : [];
  const where = first.kind === 'median' ? `where ${toSql(first.denominator)} and "${first.of}" is not null` : '';
  const selected = [
    ...by.map((dimension) => `${columnOf(dimension, year)} as "${dimension}"`),
    ...value,
    'count(*)',
    ...conditions.map((condition) => `count(*) filter (${condition})`),
  ];
  const columns = await duck.columns(`
    select ${selected.join(', ')} from read_parquet(${quoted(join(folder, fact, '*.parquet'))}) ${where}
    group by ${[...by, ...value].map((_, i) => i + 1).join(', ')}`);
  const numbers = columns.slice(by.length + value.length).map((column) => column as readonly number[]);
  return {
    keys: Object.fromEntries(by.map((dimension, i) => [dimension, columns[i] ?? []])),
    length: numbers[0]?.length ?? 0,
    counts: new Map([['', numbers[0] ?? []], ...conditions.map((c, i) => [c, numbers[i + 1] ?? []] as const)]),
    ...(first.kind === 'median' ? { values: (columns[by.length] ?? []) as readonly number[] } : {}),
  };
}

function passes(indicators: readonly Indicator[]): ReadonlyMap<string, Pass> {
  const found = new Map<string, Pass>();
  const add = (key: string, by: readonly Dimension[], measure: Counted) => {
    const known = found.get(key);
    found.set(key, { by, measures: known ? [...known.measures, measure] : [measure] });
  };
  for (const { measure, levels } of indicators) {
    if (measure.kind === 'not-measured') continue;
    const has = dimensions.filter((dimension) => hasDimension(measure.fact, dimension));
    add(
      keyOf(measure),
      has.filter((dimension) => !isPerson(dimension)),
      measure,
    );
    for (const person of has.filter((dimension) => isPerson(dimension) && levels.includes(dimension)))
      add(
        keyOf(measure, person),
        has.filter((dimension) => dimension === person || WOMEN.includes(dimension)),
        measure,
      );
  }
  return found;
}

/** What a figure by person can be limited to. */
const WOMEN: readonly Dimension[] = ['year', 'prevalent', 'age'];

function isPerson(dimension: Dimension): dimension is 'reader' | 'radiographer' {
  return dimension === 'reader' || dimension === 'radiographer';
}

function keyOf(measure: Counted, person: Dimension | '' = ''): string {
  const { fact, year } = measure;
  const rows = `${fact} ${year} ${person}`;
  return measure.kind === 'median' ? `${rows} ${measure.of} ${toSql(measure.denominator)}` : rows;
}

/** What is counted for a measure, as SQL: the denominator, and the numerator (within it, but for a ratio). */
function conditionsOf(measure: Counted): readonly string[] {
  if (measure.kind === 'median') return [];
  return [toSql(measure.denominator), toSql(numeratorOf(measure))];
}

function numeratorOf(measure: Exclude<Counted, { kind: 'median' }>): Condition {
  return measure.kind === 'ratio' ? measure.numerator : ['all', measure.denominator, measure.numerator];
}

/** A dimension as an SQL expression over a row of a fact. */
export function columnOf(dimension: Dimension, year: string): string {
  if (dimension === 'year') return `"${year}"`;
  if (dimension !== 'age') return `"${dimension}"`;
  const [youngest, ...rest] = ageGroups;
  const bounds = rest.map((group, i) => `when age >= ${50 + i * 5} then '${group}'`).toReversed();
  return `case ${bounds.join(' ')} else '${youngest}' end`;
}

/**
 * Figures of the indicators, split by the given dimensions (none: everything together) and limited by `only`. An
 * indicator whose fact lacks an asked dimension (coverage has no unit) is left out.
 */
export function figuresOf(
  cubes: Cubes,
  indicators: readonly Indicator[],
  by: readonly Dimension[],
  only: Only = {},
): readonly CountedFigure[] {
  const asked = [...by, ...(Object.keys(only) as Dimension[])];
  const grouped = new Map<Cube, readonly CellGroup[]>();
  return indicators.flatMap(({ id, measure }) => {
    if (measure.kind === 'not-measured' || !asked.every((dimension) => hasDimension(measure.fact, dimension)))
      return [];
    const cube = cubes.get(keyOf(measure, asked.find(isPerson)));
    if (!cube || !asked.every((dimension) => cube.keys[dimension])) return [];
    let groups = grouped.get(cube);
    if (!groups) {
      groups = groupCells(cube, by, only);
      grouped.set(cube, groups);
    }
    const figureOf = figuresBy(measure, cube);
    return groups.map(({ group, cells }) => ({ indicator: id, group, ...figureOf(cells) }));
  });
}

type CellGroup = { readonly group: Group; readonly cells: readonly number[] };

function groupCells(cube: Cube, by: readonly Dimension[], only: Only): readonly CellGroup[] {
  const { start, rest } = fewestCells(cube, only);
  const limits = rest.map((dimension) => ({
    column: cube.keys[dimension] ?? [],
    values: new Set<unknown>(only[dimension]),
  }));
  const columns = by.map((dimension) => cube.keys[dimension] ?? []);
  const years = by.includes('year') ? cube.keys.year : undefined;
  const groups = new Map<string, { group: Group; cells: number[] }>();
  for (const cell of start) {
    if (years?.[cell] === null || limits.some(({ column, values }) => !values.has(column[cell]))) continue;
    const key = columns.map((column) => String(column[cell])).join('\t');
    const known = groups.get(key);
    if (known) known.cells.push(cell);
    else groups.set(key, { group: groupAt(by, columns, cell), cells: [cell] });
  }
  if (by.length === 0 && groups.size === 0) return [{ group: {}, cells: [] }];
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** The cells to begin with, in order: of the place when one is named (a fiftieth of them), else all; and what still limits them. */
function fewestCells(cube: Cube, only: Only): { start: readonly number[]; rest: readonly Dimension[] } {
  const asked = Object.keys(only) as Dimension[];
  const place = PLACES.find((dimension) => only[dimension]?.length === 1);
  return {
    start: place ? (cellsBy(cube, place).get(only[place]?.[0]) ?? []) : (cellsBy(cube, '').get('') ?? []),
    rest: asked.filter((dimension) => dimension !== place),
  };
}

const PLACES: readonly Dimension[] = ['unit', 'centre', 'region'];
const sorted = new WeakMap<Cube, Map<Dimension | '', ReadonlyMap<unknown, readonly number[]>>>();

/** A cube's cells by place, sorted out the first time; '' = all in one list. */
function cellsBy(cube: Cube, dimension: Dimension | ''): ReadonlyMap<unknown, readonly number[]> {
  const known = sorted.get(cube) ?? new Map<Dimension | '', ReadonlyMap<unknown, readonly number[]>>();
  sorted.set(cube, known);
  let found = known.get(dimension);
  if (!found) {
    const column = dimension === '' ? undefined : (cube.keys[dimension] ?? []);
    found = groupBy(
      Array.from({ length: cube.length }, (_, cell) => cell),
      (cell) => (column ? column[cell] : ''),
    );
    known.set(dimension, found);
  }
  return found;
}

function groupAt(by: readonly Dimension[], columns: readonly (readonly unknown[])[], cell: number): Group {
  return Object.fromEntries(by.map((dimension, i) => [dimension, columns[i]?.[cell] as Group[Dimension]]));
}

/** How a measure's figure comes from cells of a cube. */
function figuresBy(measure: Counted, cube: Cube): (cells: readonly number[]) => Figure {
  if (measure.kind === 'median') return (cells) => medianFigure(histogram(cube, cells));
  const above = cube.counts.get(toSql(numeratorOf(measure))) ?? [];
  const below = cube.counts.get(toSql(measure.denominator)) ?? [];
  return (cells) => {
    const [numerator, denominator] = [sum(above, cells), sum(below, cells)];
    return measure.kind === 'ratio'
      ? ratioFigure(numerator, denominator)
      : shareFigure(measure, numerator, denominator);
  };
}

function sum(counts: readonly number[], cells: readonly number[]): number {
  let total = 0;
  for (const cell of cells) total += counts[cell] ?? 0;
  return total;
}

function histogram(cube: Cube, cells: readonly number[]): ReadonlyMap<number, number> {
  const all = cube.counts.get('') ?? [];
  const found = new Map<number, number>();
  for (const cell of cells) {
    const value = cube.values?.[cell];
    if (value !== undefined) found.set(value, (found.get(value) ?? 0) + (all[cell] ?? 0));
  }
  return found;
}
