import { join } from 'node:path';
import { invitationRules } from '#programmes/breast-no/invitation';
import { coverageAges } from '#programmes/breast-no/quality';
import type { Actor } from '#core/people/access';
import type { Config } from '#server/config';
import type { Database } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';
import { codeVersion } from '#server/version';
import { makeSnapshot, type Snapshot, type SnapshotOptions } from './make-snapshot.ts';

/** Makes a snapshot with the data cut at the programme day and notes in the audit chain who asked for it. */
export async function renewSnapshot(
  db: Database,
  config: Pick<Config, 'dataDir'>,
  actor: Actor,
  onProgress?: SnapshotOptions['onProgress'],
): Promise<Snapshot> {
  const today = await inTransaction(db, actor, async (tx) => tx.today);
  const snapshot = await makeSnapshot(db, {
    into: join(config.dataDir, 'snapshots'),
    dataCut: today,
    rules: { ages: coverageAges, calendar: invitationRules.calendar },
    codeVersion,
    ...(onProgress ? { onProgress } : {}),
  });
  await inTransaction(db, actor, async (tx) => tx.record('snapshot.made', null, { snapshot: snapshot.id }));
  return snapshot;
}
