import { verifyChain } from '#server/audit/verify';
import { readConfig } from '#server/config';
import { withInstallation } from '#server/db/open-installation';
import { startProgress } from './progress.ts';

/** `runde verify`: exit code 0 when the audit chain is whole, 1 when an entry has been changed, added or taken away. */
export async function run(args: readonly string[]): Promise<number> {
  if (args.length > 0) throw new Error('takes no arguments');
  const progress = startProgress('audit chain');
  const check = await withInstallation(readConfig(), (db) => verifyChain(db, progress.at));
  if (check.kind === 'whole') {
    progress.end(`whole, ${check.entries.toLocaleString('en-GB')} entries`);
    console.log(`${check.entries} ${check.hash}`);
    return 0;
  }
  progress.end('BROKEN');
  console.error(`entry ${check.seq}: ${check.why}`);
  return 1;
}
