/** Reading an indicator set from a file: the schema, and what is wrong said with where it stands. */
import { z } from 'zod';
import { ok, type Result, refuse } from '#core/kernel/result';
import { condition } from './condition.ts';
import { type FactName, factFields } from './facts.ts';
import { faultsOf, type IndicatorSet, levels } from './indicator.ts';

const words = z.strictObject({ nb: z.string().min(1), nn: z.string().min(1), en: z.string().min(1) });
const fact = z.enum(Object.keys(factFields) as [FactName, ...FactName[]]);
const counted = { fact, year: z.string(), numerator: condition, denominator: condition };
const measure = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('share'),
    ...counted,
    per: z.literal([100, 1000]),
    interval: z.enum(['wilson', 'exact']),
  }),
  z.strictObject({ kind: z.literal('ratio'), ...counted }),
  z.strictObject({
    kind: z.literal('median'),
    fact,
    year: z.string(),
    denominator: condition,
    of: z.string(),
    unit: z.enum(['days', 'working-days', 'points', 'seconds']),
  }),
  z.strictObject({ kind: z.literal('not-measured'), needs: words }),
]);
const bound = z.strictObject({ is: z.enum(['ge', 'gt', 'le', 'lt']), value: z.number() });
const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'expected small letters, digits and hyphens, 60 at most');

const indicator = z.strictObject({
  id: name,
  number: z.string().min(1).max(10),
  name: words,
  definition: words,
  exclusions: words.optional(),
  measure,
  direction: z.enum(['higher', 'lower', 'neither']),
  targets: z
    .strictObject({ acceptable: bound.optional(), desirable: bound.optional(), source: z.string().min(3) })
    .optional(),
  levels: z.array(z.enum(levels)).min(1),
  followUpMonths: z.literal([6, 24]).optional(),
  source: z.string().min(3),
});

export const indicatorSetSchema = z.strictObject({
  id: name,
  version: z.string().min(1).max(40),
  name: words,
  source: z.string().min(3),
  placeholder: words.optional(),
  indicators: z.array(indicator).min(1).max(500),
});

/** A set from the text of a file, or every fault in it: where it stands and what was expected. */
export function readIndicatorSet(text: string): Result<IndicatorSet, 'invalid-indicator-set'> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return refuse('invalid-indicator-set', `The file is not JSON: ${error instanceof Error ? error.message : error}`);
  }
  const read = indicatorSetSchema.safeParse(content);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `${place(content, path)}: ${message}`);
    return refused(faults);
  }
  const set: IndicatorSet = read.data;
  const ids = set.indicators.map(({ id }) => id);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id}: the id is used twice`);
  const faults = [...twice, ...set.indicators.flatMap(faultsOf)];
  return faults.length > 0 ? refused(faults) : ok(set);
}

const MOST_SHOWN = 20;

function refused(faults: readonly string[]) {
  const more = faults.length > MOST_SHOWN ? [`and ${faults.length - MOST_SHOWN} more`] : [];
  return refuse('invalid-indicator-set', [...faults.slice(0, MOST_SHOWN), ...more].join('\n'), {
    faults: faults.length,
  });
}

/** "indicators 3 (recall) measure.per": a position is told with the id that stands there. */
function place(content: unknown, path: readonly PropertyKey[]): string {
  if (path[0] !== 'indicators' || typeof path[1] !== 'number') return path.join('.') || 'the file';
  const list = (content as { indicators?: readonly { id?: unknown }[] }).indicators;
  const id = list?.[path[1]]?.id;
  return `indicator ${path[1] + 1}${typeof id === 'string' ? ` (${id})` : ''} ${path.slice(2).join('.')}`.trim();
}
