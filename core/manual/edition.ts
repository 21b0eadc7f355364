/**
 * The quality manual as data: an edition is a list of criteria that each breast centre answers once a year. The real
 * list belongs to the programme and is loaded from a file; a placeholder says that it is one (facts: the published
 * sources name 20 criteria and 72 indicators, not which).
 */
import { z } from 'zod';
import { ok, type Result, refuse } from '#core/kernel/result';

const words = z.strictObject({ nb: z.string().min(2), nn: z.string().min(2), en: z.string().min(2) });

const criterion = z.strictObject({
  id: z.string().regex(/^[A-Z]\d{2}$/, 'a letter and two digits, such as C07'),
  title: words,
  /** What the centre is asked, in a sentence. */
  question: words,
  /** Ids of the indicators that bear on it, in the edition's indicator set. */
  indicators: z.array(z.string()),
});

export const editionSchema = z.strictObject({
  id: z.string().min(2),
  version: z.string().min(1),
  name: words,
  source: z.string().min(2),
  /** True until the programme's own list takes its place; said wherever the manual is shown. */
  placeholder: z.boolean(),
  /** The indicator set whose figures stand beside the answers; null for none. */
  indicatorSet: z.string().nullable(),
  criteria: z.array(criterion).min(1),
});

export type Edition = z.output<typeof editionSchema>;
export type Criterion = Edition['criteria'][number];

/** Reads an edition from parsed JSON. Refuses `bad-edition` with where it is wrong and what was expected. */
export function readEdition(value: unknown): Result<Edition, 'bad-edition'> {
  const read = editionSchema.safeParse(value);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${issue.path.join('.') || 'the whole'}: ${issue.message}`);
    return refuse('bad-edition', `The edition cannot be used. ${faults.slice(0, 10).join('; ')}`);
  }
  const ids = read.data.criteria.map((one) => one.id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (twice.length > 0)
    return refuse('bad-edition', `The edition cannot be used. criteria: ${twice.join(', ')} stands more than once`);
  return ok(read.data);
}
