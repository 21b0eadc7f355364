/**
 * Which statements the server keeps prepared. Planning a small query under row-level security costs more than running it;
 * a statement that comes again and again is given a name, and the server then parses and plans it a few times only for
 * each connection. Texts with lists of varying length seldom come again, and are not kept.
 */
import { sql } from 'kysely';

const SEEN_BEFORE = 3;
/** A plan takes 10-50 kB of a server process; beyond so many names, or texts counted, statements go as they are. */
const NAMES = 200;
const COUNTED = 2000;

const EACH_TIME = '/* planned each time */';
/**
 * To be put into a statement whose best plan hangs on its values, such as a span of days that may hold one woman in a
 * hundred or all: kept, it would be planned for no values in particular, and run for two to three times as long.
 */
export const plannedEachTime = sql.raw(EACH_TIME);

const names = new Map<string, string>();
const counts = new Map<string, number>();

/** The name of a statement that has come often; undefined for others. The same text has the same name everywhere. */
export function statementName(text: string): string | undefined {
  // Several statements in one text cannot be prepared.
  if (text.includes(';') || text.includes(EACH_TIME)) return undefined;
  const name = names.get(text);
  if (name || names.size >= NAMES) return name;
  const count = (counts.get(text) ?? 0) + 1;
  if (count <= SEEN_BEFORE) {
    if (counts.size < COUNTED || count > 1) counts.set(text, count);
    return undefined;
  }
  counts.delete(text);
  names.set(text, `s${names.size + 1}`);
  return names.get(text);
}
