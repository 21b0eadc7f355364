/**
 * Paper: the day's letters as PDF files with a manifest, in a numbered folder that the printer's system fetches.
 * Each letter is in exactly one batch, also after a crash: the files are complete and on disk in a folder whose name
 * starts with a dot, then one transaction says which letters are in the batch, then the folder gets its number. A crash
 * before the transaction leaves letters that wait and a folder that is thrown away; after it, a folder that only lacks
 * its name, which the next run gives it.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { system } from '#core/people/access';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { letterOf } from './dispatch.ts';
import type { Moment } from './moment.ts';
import { recordHappenings, withdrawMessages } from './record-happenings.ts';
import { renderLetter } from './render-letter.ts';
import { factColumns, factJoins, keyOf, type MessageToSend, reasonToWithdraw } from './sending-facts.ts';

export type PrintBatch = { readonly number: number; readonly letters: number; readonly folder: string };

/** Letters of one batch at most: one transaction and one folder that a person can look through. */
const LARGEST = 2000;

/**
 * Writes the waiting paper letters as one or more batches under `folder` and returns them; [] when none wait. Only one
 * run at a time prints (an advisory lock); another waits for it. Throws when a batch that was decided is missing on disk.
 */
export async function closePrintBatches(db: Database, folder: string, moment: Moment): Promise<readonly PrintBatch[]> {
  const client = await db.pool.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('print-batch'))`);
    await mkdir(folder, { recursive: true });
    await finishInterrupted(db, folder);
    const batches: PrintBatch[] = [];
    for (;;) {
      const batch = await closeOne(db, folder, moment);
      if (batch === 'none wait') return batches;
      if (batch !== 'none written') batches.push(batch);
    }
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext('print-batch'))`).catch(() => {});
    client.release();
  }
}

export const batchFolder = (folder: string, number: number): string => join(folder, String(number).padStart(6, '0'));
const unfinished = (folder: string, number: number) => join(folder, `.${String(number).padStart(6, '0')}`);

async function closeOne(
  db: Database,
  folder: string,
  moment: Moment,
): Promise<PrintBatch | 'none wait' | 'none written'> {
  const letters = await inTransaction(db, system, (tx) => waitingForPaper(tx, moment));
  if (letters.length === 0) return 'none wait';
  const number = await nextNumber(db, folder);
  const work = unfinished(folder, number);
  const { sha256, written, failed } = await writeFiles(work, number, moment, letters);
  await inTransaction(db, system, async (tx) => {
    const place = batchFolder(folder, number);
    await recordHappenings(tx, moment, [
      ...written.map((message) => ({ message, event: 'printed' as const, detail: { batch: number } })),
      ...failed.map(({ message, reason }) => ({ message, event: 'error' as const, reason })),
    ]);
    if (written.length === 0) return;
    await tx.q
      .insertInto('print_batch')
      .values({ number, day: tx.today, letters: written.length, folder: place, sha256 })
      .execute();
    tx.record('print-batch.closed', null, { number, letters: written.length, sha256 });
  });
  if (written.length === 0) {
    await rm(work, { recursive: true, force: true });
    return 'none written';
  }
  await finish(folder, number);
  return { number, letters: written.length, folder: batchFolder(folder, number) };
}

async function waitingForPaper(tx: Tx, moment: Moment): Promise<readonly MessageToSend[]> {
  const { rows } = await sql<MessageToSend>`
    with due as (
      select person_id, message_id from message
      where state = 'waiting' and step = 'print' and (next_try_at is null or next_try_at <= ${moment.at})
      order by person_id, message_id limit ${LARGEST}
    ), claimed as (
      update message m set attempts = m.attempts + 1
      from due where m.person_id = due.person_id and m.message_id = due.message_id
      returning m.*
    )
    select ${factColumns} from claimed m ${factJoins} order by m.reference, m.message_id`.execute(tx.q);
  const withdrawals = rows.flatMap((message) => {
    const reason = reasonToWithdraw(message, moment);
    return reason ? [{ message, reason }] : [];
  });
  await withdrawMessages(tx, withdrawals);
  return rows.filter((message) => !reasonToWithdraw(message, moment));
}

type Written = {
  readonly sha256: string;
  readonly written: readonly MessageToSend[];
  readonly failed: readonly { readonly message: MessageToSend; readonly reason: string }[];
};

/** A letter that cannot be laid out does not stop the others: it fails like any other try. */
async function writeFiles(
  work: string,
  number: number,
  { today }: Moment,
  letters: readonly MessageToSend[],
): Promise<Written> {
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  const files: { file: string; key: string; reference: string; sha256: string; bytes: number }[] = [];
  const [written, failed]: [MessageToSend[], { message: MessageToSend; reason: string }[]] = [[], []];
  for (const message of letters) {
    try {
      const pdf = renderLetter(letterOf(message));
      const file = `${message.reference}-${message.message_id.slice(0, 8)}.pdf`;
      await writeDurably(join(work, file), pdf);
      files.push({ file, key: keyOf(message), reference: message.reference, sha256: sha256Of(pdf), bytes: pdf.length });
      written.push(message);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code) throw error;
      failed.push({ message, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  const manifest = Buffer.from(
    `${JSON.stringify({ batch: number, day: today, letters: files.length, files }, null, 2)}\n`,
  );
  await writeDurably(join(work, 'manifest.json'), manifest);
  await syncFolder(work);
  return { sha256: sha256Of(manifest), written, failed };
}

/** Batches that were decided but not named before a crash get their name; folders that were never decided go. */
async function finishInterrupted(db: Database, folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => /^\.\d+$/.test(name));
  for (const name of left) {
    const number = Number(name.slice(1));
    const batch = await db.kysely
      .selectFrom('print_batch')
      .select('sha256')
      .where('number', '=', number)
      .executeTakeFirst();
    if (!batch || existsSync(batchFolder(folder, number))) {
      await rm(join(folder, name), { recursive: true, force: true });
      continue;
    }
    const manifest = await readFile(join(folder, name, 'manifest.json'));
    if (sha256Of(manifest) !== batch.sha256) {
      throw new Error(`print batch ${number}: the manifest in ${join(folder, name)} is not the one that was decided`);
    }
    await finish(folder, number);
  }
}

async function finish(folder: string, number: number): Promise<void> {
  await rename(unfinished(folder, number), batchFolder(folder, number));
  await syncFolder(folder);
}

/** One more than any batch in the database or on disk (the folder may be older than the database). */
async function nextNumber(db: Database, folder: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`select coalesce(max(number), 0) as last from print_batch`.execute(
    db.kysely,
  );
  const onDisk = (await readdir(folder)).filter((name) => /^\d+$/.test(name)).map(Number);
  return Math.max(rows[0]?.last ?? 0, ...onDisk) + 1;
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => undefined);
  // Windows cannot open a folder; there the file system orders renames itself.
  await handle?.sync().catch(() => {});
  await handle?.close();
}
