import { system } from '#core/people/access';
import { readConfig } from '#server/config';
import { withInstallation } from '#server/db/open-installation';
import { renewSnapshot } from '#server/quality/renew-snapshot';
import { startProgress } from './progress.ts';

/** `runde snapshot`: writes a snapshot with the data cut at the programme day; prints its folder. */
export async function run(args: readonly string[]): Promise<number> {
  if (args.length > 0) throw new Error('takes no arguments');
  const config = readConfig();
  const progress = startProgress('snapshot');
  const snapshot = await withInstallation(config, (db) => renewSnapshot(db, config, system, progress.at));
  progress.end(`${snapshot.id}, ${Object.values(snapshot.rows).reduce((sum, n) => sum + n, 0)} rows`);
  console.log(snapshot.folder);
  return 0;
}
