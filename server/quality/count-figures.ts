import { join } from 'node:path';
import { type Figure, figure, type Indicator } from '#core/quality/indicator';
import { toSql } from '#core/quality/condition';
import { openDuck, quoted } from './duck.ts';

/** What figures can be split by. A fact that lacks a dimension (coverage has no unit) is left whole over it. */
export const dimensions = ['region', 'centre', 'unit', 'year', 'prevalent'] as const;
export type Dimension = (typeof dimensions)[number];

export type CountedFigure = Figure & {
  readonly indicator: string;
  readonly group: Readonly<Partial<Record<Dimension, string | number | boolean | null>>>;
};

const lacking: Readonly<Record<string, readonly Dimension[]>> = { 'person-year': ['unit', 'prevalent'] };

/**
 * Figures of a snapshot, split by the given dimensions (none: the nation). One pass over each fact, whatever the number of
 * indicators. `only` restricts rows, e.g. to one centre.
 */
export async function countFigures(
  folder: string,
  indicators: readonly Indicator[],
  by: readonly Dimension[],
  only: Readonly<Partial<Record<Dimension, string | number | boolean>>> = {},
): Promise<readonly CountedFigure[]> {
  const duck = await openDuck();
  try {
    const figures: CountedFigure[] = [];
    for (const group of sameRows(indicators)) {
      const [first] = group;
      const rows = await duck.rows(countSql(folder, first, group, by, only));
      for (const row of rows) figures.push(...figuresOfRow(row, group, by));
    }
    return figures;
  } finally {
    duck.close();
  }
}

/** Indicators that are counted over the same rows and years, and so in one pass. */
function sameRows(indicators: readonly Indicator[]): [Indicator, ...Indicator[]][] {
  const passes = new Map<string, [Indicator, ...Indicator[]]>();
  for (const indicator of indicators) {
    const pass = passes.get(`${indicator.fact} ${indicator.year}`);
    if (pass) pass.push(indicator);
    else passes.set(`${indicator.fact} ${indicator.year}`, [indicator]);
  }
  return [...passes.values()];
}

function countSql(
  folder: string,
  { fact, year }: Indicator,
  indicators: readonly Indicator[],
  by: readonly Dimension[],
  only: Readonly<Partial<Record<Dimension, string | number | boolean>>>,
): string {
  const has = (dimension: Dimension) => !lacking[fact]?.includes(dimension);
  const column = (dimension: Dimension) => (dimension === 'year' ? `"${year}"` : `"${dimension}"`);
  const keys = by.filter(has).map((dimension) => `${column(dimension)} as "${dimension}"`);
  const counts = indicators.flatMap((indicator, i) => [
    `count(*) filter (${toSql(indicator.denominator)}) as d${i}`,
    `count(*) filter (${toSql(indicator.denominator)} and ${toSql(indicator.numerator)}) as n${i}`,
  ]);
  const where = Object.entries(only)
    .filter(([dimension]) => has(dimension as Dimension))
    .map(
      ([dimension, value]) =>
        `${column(dimension as Dimension)} = ${typeof value === 'string' ? quoted(value) : value}`,
    );
  if (by.includes('year')) where.push(`"${year}" is not null`);
  return `select ${[...keys, ...counts].join(', ')}
    from read_parquet(${quoted(join(folder, fact, '*.parquet'))})
    ${where.length > 0 ? `where ${where.join(' and ')}` : ''} ${keys.length > 0 ? 'group by all order by all' : ''}`;
}

function figuresOfRow(
  row: Record<string, unknown>,
  indicators: readonly Indicator[],
  by: readonly Dimension[],
): CountedFigure[] {
  const group = Object.fromEntries(
    by.filter((dimension) => dimension in row).map((dimension) => [dimension, row[dimension]]),
  );
  return indicators.map((indicator, i) => ({
    indicator: indicator.id,
    group,
    ...figure(indicator, Number(row[`n${i}`]), Number(row[`d${i}`])),
  }));
}
