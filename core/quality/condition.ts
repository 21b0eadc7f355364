/**
 * Conditions over one row of a fact, as data: what an indicator counts. Total and small, so that the same value is
 * checked when it is loaded, read out in words, matched in memory, and turned into SQL over a snapshot.
 */
import { z } from 'zod';

export type Scalar = string | number | boolean;

export type Condition =
  | readonly ['all', ...Condition[]]
  | readonly ['any', ...Condition[]]
  | readonly ['not', Condition]
  /** The field is true. */
  | readonly ['is', string]
  | readonly ['known', string]
  | readonly ['eq', string, Scalar]
  | readonly ['lt' | 'le' | 'gt' | 'ge', string, number];

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.tuple([z.literal('all')], condition),
    z.tuple([z.literal('any')], condition),
    z.tuple([z.literal('not'), condition]),
    z.tuple([z.enum(['is', 'known']), z.string()]),
    z.tuple([z.literal('eq'), z.string(), z.union([z.string(), z.number(), z.boolean()])]),
    z.tuple([z.enum(['lt', 'le', 'gt', 'ge']), z.string(), z.number()]),
  ]),
) as z.ZodType<Condition>;

export type FactRow = Readonly<Record<string, Scalar | null>>;

/** Whether a row meets a condition. An unknown (null) value meets only `not` and not-`known`, as SQL's false would. */
export function matches(c: Condition, row: FactRow): boolean {
  switch (c[0]) {
    case 'all':
      return (c.slice(1) as Condition[]).every((part) => matches(part, row));
    case 'any':
      return (c.slice(1) as Condition[]).some((part) => matches(part, row));
    case 'not':
      return !matches(c[1], row);
    case 'is':
      return row[c[1]] === true;
    case 'known':
      return row[c[1]] !== null && row[c[1]] !== undefined;
    case 'eq':
      return row[c[1]] === c[2];
    default:
      return compares(c[0], row[c[1]], c[2]);
  }
}

function compares(operator: 'lt' | 'le' | 'gt' | 'ge', value: Scalar | null | undefined, bound: number): boolean {
  if (typeof value !== 'number') return false;
  if (operator === 'lt') return value < bound;
  if (operator === 'le') return value <= bound;
  return operator === 'gt' ? value > bound : value >= bound;
}

const SQL_OPERATOR = { lt: '<', le: '<=', gt: '>', ge: '>=' } as const;

/** The condition as a SQL predicate that is never null. Field names are quoted, text values escaped. */
export function toSql(c: Condition): string {
  switch (c[0]) {
    case 'all':
      return c.length === 1 ? 'true' : `(${(c.slice(1) as Condition[]).map(toSql).join(' and ')})`;
    case 'any':
      return c.length === 1 ? 'false' : `(${(c.slice(1) as Condition[]).map(toSql).join(' or ')})`;
    case 'not':
      return `(not ${toSql(c[1])})`;
    case 'is':
      return `coalesce(${name(c[1])}, false)`;
    case 'known':
      return `(${name(c[1])} is not null)`;
    case 'eq':
      return `coalesce(${name(c[1])} = ${literal(c[2])}, false)`;
    default:
      return `coalesce(${name(c[1])} ${SQL_OPERATOR[c[0]]} ${c[2]}, false)`;
  }
}

function name(field: string): string {
  return `"${field.replaceAll('"', '""')}"`;
}

function literal(value: Scalar): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

/** The fields a condition names, to be held against the fact's own. */
export function fieldsOf(c: Condition): readonly string[] {
  switch (c[0]) {
    case 'all':
    case 'any':
      return (c.slice(1) as Condition[]).flatMap(fieldsOf);
    case 'not':
      return fieldsOf(c[1]);
    default:
      return [c[1]];
  }
}
