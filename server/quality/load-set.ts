import { createHash } from 'node:crypto';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { IndicatorSet } from '#core/quality/indicator';
import { indicatorSetSchema, readIndicatorSet } from '#core/quality/indicator-set';
import { builtInSets } from '#programmes/indicators/sets';
import type { Tx } from '#server/db/transaction';

/**
 * Loads an indicator set from the text of a file. Refused when it is not as it should be (`invalid-indicator-set`, every
 * fault in words) and when the version is here already with other content (`set-version-exists`). The same file again
 * changes nothing.
 */
export async function loadSet(
  tx: Tx,
  text: string,
): Promise<Result<IndicatorSet, 'invalid-indicator-set' | 'set-version-exists'>> {
  const read = readIndicatorSet(text);
  if (!read.ok) return read;
  const { id, version } = read.value;
  const sha256 = checksum(read.value);
  const builtIn = builtInSets.find((set) => set.id === id && set.version === version);
  const known = await tx.q
    .selectFrom('indicator_set')
    .select('sha256')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  const here = known?.sha256 ?? (builtIn && checksum(indicatorSetSchema.parse(builtIn)));
  if (here === sha256) return ok(read.value);
  if (here) {
    const what = `The set ${id} has a version ${version} already, with other content; give the new one another version`;
    return refuse('set-version-exists', what, { id, version });
  }
  await tx.q
    .insertInto('indicator_set')
    .values({
      id,
      version,
      definition: JSON.stringify(read.value),
      sha256,
      loaded_on: tx.today,
      loaded_by: tx.actor.userId,
    })
    .execute();
  tx.record('indicator-set.loaded', null, { id, version, sha256 });
  return ok(read.value);
}

function checksum(set: IndicatorSet): string {
  return createHash('sha256').update(JSON.stringify(set)).digest('hex');
}
