/** Works a closed study's draws out again from the key in its file; needs nothing but the file. */
import { createHmac } from 'node:crypto';
import { allocationExportSchema, type Recomputed, recompute } from '#core/studies/verify-allocation';
import { readJson } from './read-json.ts';

/** `runde allocation verify FILE`: exit code 0 when every draw follows from the key, else 1 with what does not. */
export async function run([what, path, ...more]: readonly string[]): Promise<number> {
  if (what !== 'verify' || path === undefined || more.length > 0) throw new Error('expected: allocation verify FILE');
  const found = await verifyAllocation(path);
  const agrees = found.different.length === 0 && found.faults.length === 0;
  for (const line of linesOf(found)) (agrees ? console.log : console.error)(line);
  return agrees ? 0 : 1;
}

/** Reads the file that a study's page gives once the key is revealed. Throws in words when it is none. */
async function verifyAllocation(path: string): Promise<Recomputed> {
  const draws = await readJson(path, allocationExportSchema);
  const key = Buffer.from(draws.key, 'hex');
  return recompute(draws, (message) => createHmac('sha256', key).update(message).digest('hex'));
}

/** What was found, in lines for the terminal. */
function linesOf({ draws, strata, different, faults }: Recomputed): readonly string[] {
  const wrong = different.map(
    (one) => `${one.stratum} ${one.position}: the file says ${one.arm}, the key ${one.expected}`,
  );
  const shown = [...faults, ...wrong].slice(0, 20);
  const all = faults.length + wrong.length;
  if (all === 0) return [`${draws} draws in ${strata} strata: every one follows from the key`];
  return [...shown, `${draws} draws in ${strata} strata: ${all} ${all === 1 ? 'does' : 'do'} not follow from the key`];
}
