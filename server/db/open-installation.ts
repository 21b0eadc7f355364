import type { Config } from '#server/config';
import { type Database, openDatabase } from './database.ts';
import { startEmbedded } from './launcher.ts';
import { migrate } from './migrate.ts';

export type Installation = {
  readonly db: Database;
  /** `own` = DATABASE_URL; `started` and `joined` are the embedded server. */
  readonly server: 'own' | 'started' | 'joined';
  /** Names of the migrations that were applied now. */
  readonly applied: readonly string[];
  /** Closes the connections, and stops the embedded server if this program started it. */
  close(): Promise<void>;
};

/** The installation's database, running and migrated: the one of DATABASE_URL, or the embedded one of the data folder. */
export async function openInstallation(config: Config): Promise<Installation> {
  const embedded = config.databaseUrl ? undefined : await startEmbedded(config.dataDir);
  const url = config.databaseUrl ?? embedded?.url ?? '';
  try {
    const applied = await migrate(url);
    const db = openDatabase(url, { max: 20 });
    const close = async () => {
      await db.close();
      await embedded?.stop();
    };
    return { db, server: embedded ? (embedded.joined ? 'joined' : 'started') : 'own', applied, close };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** Runs `work` on the installation's database and closes it, whatever happens: what every command but `start` does. */
export async function withInstallation<T>(config: Config, work: (db: Database) => Promise<T>): Promise<T> {
  const installation = await openInstallation(config);
  try {
    return await work(installation.db);
  } finally {
    await installation.close();
  }
}
