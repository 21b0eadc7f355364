import { join } from 'node:path';
import { factFields } from '#core/quality/facts';
import type { Database } from '#server/db/database';
import { type Cubes, countCubes } from './count-cube.ts';
import { openDuck, quoted } from './duck.ts';
import { latestSnapshot, type SnapshotRow } from './latest-snapshot.ts';
import { type KnownSet, listSets } from './list-sets.ts';

export type OpenFigures = {
  /** Null when there is none, or only one made by an earlier version, which lacks what is counted now. */
  readonly snapshot: SnapshotRow | null;
  readonly stale: boolean;
};

/** Counted sets of the newest snapshots; neither a snapshot nor a version of a set ever changes. */
const counted = new Map<string, Promise<Cubes>>();
const MOST_KEPT = 20;

/** The newest snapshot that figures can be counted from. */
export async function openFigures(db: Database): Promise<OpenFigures> {
  const latest = await latestSnapshot(db);
  if (!latest) return { snapshot: null, stale: false };
  return (await isWhole(latest)) ? { snapshot: latest, stale: false } : { snapshot: null, stale: true };
}

let looked: { readonly id: string; readonly whole: Promise<boolean> } | undefined;

/** Whether a snapshot has every field that figures are counted from. Looked up once a snapshot. */
function isWhole({ id, folder }: SnapshotRow): Promise<boolean> {
  if (looked?.id !== id) looked = { id, whole: hasEveryField(folder) };
  return looked.whole;
}

async function hasEveryField(folder: string): Promise<boolean> {
  const duck = await openDuck();
  try {
    for (const [fact, fields] of Object.entries(factFields)) {
      const rows = await duck.rows(`select name from parquet_schema(${quoted(join(folder, fact, '*.parquet'))})`);
      const held = new Set(rows.map(({ name }) => name));
      if (!Object.keys(fields).every((field) => held.has(field))) return false;
    }
    return true;
  } catch {
    // A fact that was not made at all, or a folder that is gone.
    return false;
  } finally {
    duck.close();
  }
}

/** The counts of a set in a snapshot: counted the first time they are asked for, then kept. */
export function cubesOf(snapshot: Pick<SnapshotRow, 'folder' | 'id'>, set: KnownSet): Promise<Cubes> {
  const key = `${snapshot.id} ${set.id} ${set.version} ${set.loadedOn ?? ''}`;
  const known = counted.get(key);
  if (known) return known;
  if (counted.size >= MOST_KEPT) counted.clear();
  const made = countCubes(snapshot.folder, set.indicators);
  counted.set(key, made);
  made.catch(() => counted.delete(key));
  return made;
}

/** A set by its id, with the snapshot and its counts. Undefined when there is no such set. */
export async function openSet(db: Database, id: string) {
  const [{ snapshot }, sets] = await Promise.all([openFigures(db), listSets(db.kysely)]);
  const set = sets.find((one) => one.id === id);
  if (!set) return undefined;
  return { set, snapshot, cubes: snapshot ? await cubesOf(snapshot, set) : undefined };
}
