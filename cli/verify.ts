import { verifyChain } from '#server/audit/verify';
import type { Database } from '#server/db/database';
import { findImpossible } from '#server/programme/find-impossible';
import { readConfig } from '#server/config';
import { withInstallation } from '#server/db/open-installation';
import { startProgress } from './progress.ts';

/**
 * `runde verify`: exit code 0 when the audit chain is whole and nothing impossible is found in the programme, else 1 with
 * what is wrong.
 */
export async function run(args: readonly string[]): Promise<number> {
  if (args.length > 0) throw new Error('takes no arguments');
  return withInstallation(readConfig(), async (db) => {
    const chain = await checkChain(db);
    const promises = await checkPromises(db);
    return chain && promises ? 0 : 1;
  });
}

async function checkChain(db: Database): Promise<boolean> {
  const progress = startProgress('audit chain');
  const check = await verifyChain(db, progress.at);
  if (check.kind === 'whole') {
    progress.end(`whole, ${check.entries.toLocaleString('en-GB')} entries`);
    console.log(`${check.entries} ${check.hash}`);
    return true;
  }
  progress.end('BROKEN');
  console.error(`entry ${check.seq}: ${check.why}`);
  return false;
}

async function checkPromises(db: Database): Promise<boolean> {
  const progress = startProgress('promises');
  const impossible = await findImpossible(db);
  progress.end(impossible.length === 0 ? 'all hold' : `${impossible.length} do not hold`);
  for (const { promise, cases, example } of impossible)
    console.error(`not so: ${promise}: ${cases} cases, such as ${example}`);
  return impossible.length === 0;
}
