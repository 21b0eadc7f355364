import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type pg from 'pg';
import { ok, refuse } from '#core/kernel/result';
import { system } from '#core/people/access';
import { currentProtocol } from '#programmes/breast-no/reading';
import { invitationRules } from '#programmes/breast-no/invitation';
import { type Database, openDatabase } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { applyRegisterChanges, type RegisterCounts } from '#server/people/apply-register-changes';
import { noteDuplicates } from '#server/people/note-duplicates';
import { approveProtocol } from '#server/protocols/approve-protocol';
import { crossRowRules, openEpisodeRule, type CrossRowRule } from './cross-row-rules.ts';
import { type DeliveryReport, newReport, REPORTED, type ReportWriter } from './delivery-report.ts';
import { type DeriveId, idsOf } from './derive-id.ts';
import { loadCancers } from './load-cancers.ts';
import { leaveOutReserved } from './leave-out-reserved.ts';
import { loadSlots } from './load-slots.ts';
import { openCases } from './open-cases.ts';
import { type DeliveryFolder, readManifest } from './read-manifest.ts';
import { setKeysAside } from './set-keys-aside.ts';
import { createStage, stageFile } from './stage.ts';

export type ImportCounts = RegisterCounts & {
  readonly newPersons: number;
  readonly episodes: number;
  readonly openEpisodes: number;
  readonly openCases: number;
  readonly cancers: number;
  /** Delivered rounds that were left out, since a reservation has de-identified them here. */
  readonly reservedRounds: number;
};

export type ImportOutcome =
  | {
      readonly kind: 'loaded';
      readonly sender: string;
      readonly delivery: string;
      readonly rows: Readonly<Record<string, number>>;
      readonly counts: ImportCounts;
    }
  /** The same delivery was taken in before; nothing was changed. */
  | { readonly kind: 'unchanged'; readonly sender: string; readonly delivery: string }
  /** Nothing of it was taken in. */
  | { readonly kind: 'refused'; readonly report: DeliveryReport };

export type ImportStep = 'checksums' | 'rows' | 'rules' | 'load';
export type ImportProgress = (step: ImportStep, done: number, total: number) => void;

/** A recall without assessment this long after the consensus is taken as not followed up. Configuration. */
const RECALL_DAYS = 183;
/** Any fixed number: one import at a time. */
const LOCK = 7_463_010;

/**
 * Takes in a delivery (core/registry/delivery.ts): everything in one transaction, or nothing and a report of what is wrong.
 * The same delivery again changes nothing. Rows are checked one by one as they stream to temporary tables, then against
 * each other and what is already here, then loaded by set.
 */
export async function importDelivery(
  db: Database,
  dir: string,
  progress: ImportProgress = () => {},
): Promise<ImportOutcome> {
  const report = newReport();
  progress('checksums', 0, 1);
  const folder = await readManifest(dir, report);
  progress('checksums', 1, 1);
  if (!folder) return { kind: 'refused', report: report.finish(['rows', 'cross-row rules']) };
  // The temporary tables belong to a connection; a pool of one keeps it.
  const own = openDatabase(db.url, { max: 1 });
  try {
    return await takeIn(own, folder, report, progress);
  } finally {
    await own.close();
  }
}

async function takeIn(
  own: Database,
  folder: DeliveryFolder,
  report: ReportWriter,
  progress: ImportProgress,
): Promise<ImportOutcome> {
  const { sender, delivery } = folder.manifest;
  let derive: DeriveId;
  const client = await own.pool.connect();
  try {
    await client.query(
      `set work_mem = '96MB'; set temp_buffers = '64MB'; set jit = off;
      set default_statistics_target = 20; select pg_advisory_lock(${LOCK})`,
    );
    const earlier = await client.query<{ sha256: string }>(
      'select sha256 from delivery where sender = $1 and name = $2',
      [sender, delivery],
    );
    const [before] = earlier.rows;
    if (before?.sha256 === folder.sha256) return { kind: 'unchanged', sender, delivery };
    if (before) {
      const expected = 'a name of its own, since a delivery with this name and other content was taken in before';
      report.add({
        file: 'manifest.json',
        row: 0,
        column: 'delivery',
        rule: 'other-content',
        value: delivery,
        expected,
      });
      return { kind: 'refused', report: report.finish(['rows', 'cross-row rules']) };
    }
    derive = await idsOf(client, sender);
    await stageAll(client, folder, report, derive, progress);
  } finally {
    client.release();
  }
  if (report.total() > 0) return { kind: 'refused', report: report.finish(['cross-row rules']) };
  const loaded = await inTransaction(own, system, (tx) => load(tx, folder, report, derive, progress));
  if (!loaded.ok) return { kind: 'refused', report: report.finish() };
  await own.pool.query('analyze cancer, slot, reading_task');
  // Nothing is answered from an index alone before vacuum has been by, and the server's own comes up to a minute later.
  await own.pool.query('vacuum (truncate off) person, episode, appointment');
  const rows = Object.fromEntries(folder.files.map((f) => [f.file, f.rows]));
  return { kind: 'loaded', sender, delivery, rows, counts: loaded.value };
}

async function stageAll(
  client: pg.ClientBase,
  folder: DeliveryFolder,
  report: ReportWriter,
  derive: DeriveId,
  progress: ImportProgress,
): Promise<void> {
  await createStage(client);
  const { delivery, data_cut } = folder.manifest;
  const { reminderAfterDays, closeAfterDays } = invitationRules.timing;
  const { protocol, arm } = currentProtocol;
  await client.query(
    `create temp table stage_delivery as select ${client.escapeLiteral(delivery)} as delivery, date '${data_cut}' as data_cut,
       ${reminderAfterDays} as reminder_days, ${closeAfterDays} as close_days, ${RECALL_DAYS} as recall_days,
       ${client.escapeLiteral(protocol.id)} as protocol_id, ${client.escapeLiteral(protocol.version)} as protocol_version,
       ${client.escapeLiteral(arm)} as arm`,
  );
  const total = folder.files.reduce((sum, file) => sum + file.rows, 0);
  let done = 0;
  for (const file of folder.files) {
    await stageFile(client, file, report, derive, (rows) =>
      progress('rows', done + rows, Math.max(total, done + rows)),
    );
    done += file.rows;
  }
}

const text = (name: string) => readFileSync(new URL(`./load/${name}.sql`, import.meta.url), 'utf8');
const run = (tx: Tx, name: string) => sql.raw(text(name)).execute(tx.q);

async function load(tx: Tx, folder: DeliveryFolder, report: ReportWriter, derive: DeriveId, progress: ImportProgress) {
  const { protocol, arm } = currentProtocol;
  const approved = await approveProtocol(tx, protocol);
  if (!approved.ok) throw new Error(approved.refusal.what);
  await run(tx, '1-match-people');
  const reservedRounds = await leaveOutReserved(tx);
  for (const [i, rule] of crossRowRules.entries()) {
    progress('rules', i, crossRowRules.length + 1);
    await applyRule(tx, rule, folder, report);
  }
  if (report.total() > 0) return refuse('refused', 'The rows do not fit each other');
  await run(tx, '2-derive-screening');
  await applyRule(tx, openEpisodeRule, folder, report);
  progress('rules', crossRowRules.length + 1, crossRowRules.length + 1);
  if (report.total() > 0) return refuse('refused', 'The rows do not fit each other');
  const steps = 6;
  progress('load', 0, steps);
  const register = await applyRegisterChanges(tx, folder.manifest.delivery);
  await trustJoins(tx, true);
  const makeKeys = await setKeysAside(tx);
  progress('load', 1, steps);
  await run(tx, '3-load-people');
  progress('load', 2, steps);
  await run(tx, '4-load-screening');
  progress('load', 3, steps);
  await run(tx, '5-load-reading');
  await makeKeys();
  // A first estimate for what follows; the server's autovacuum makes a full one once the load is committed.
  await sql`analyze person, identity_number, episode, appointment, examination, reading_case, read, consensus, assessment, ai_result`.execute(
    tx.q,
  );
  await trustJoins(tx, false);
  // New women came with theirs (load/3-load-people.sql).
  await sql`select note_last_invited(array(
    select distinct person_id from work_episode w where not exists (select from new_person n where n.person_id = w.person_id)))`.execute(
    tx.q,
  );
  await noteDuplicates(tx);
  await loadSlots(tx);
  progress('load', 4, steps);
  const open = await openCases(tx, protocol, arm);
  const cancers = await loadCancers(tx);
  progress('load', 5, steps);
  const counts: ImportCounts = { ...register, ...(await countLoaded(tx)), openCases: open, cancers, reservedRounds };
  await recordDelivery(tx, folder, derive, counts);
  progress('load', steps, steps);
  return ok(counts);
}

/**
 * Foreign keys are not looked up row by row while the load runs: every key it writes comes out of a join with the row it
 * points at (import-delivery.test.ts checks all of them afterwards). Measured: 2.3 million look-ups, each a row lock, are
 * most of the time of a load. Where the owner may not set it, the look-ups are made.
 */
async function trustJoins(tx: Tx, trust: boolean): Promise<void> {
  await sql`
    select set_config('session_replication_role', ${trust ? 'replica' : 'origin'}, true)
    where has_parameter_privilege('session_replication_role', 'set')`.execute(tx.q);
}

async function applyRule(tx: Tx, rule: CrossRowRule, folder: DeliveryFolder, report: ReportWriter): Promise<void> {
  const file = folder.files.find((f) => f.file === rule.file);
  if (!file) return;
  const query = `select line, value, count(*) over ()::int as total from (${rule.sql}) found order by line limit ${REPORTED}`;
  const { rows } = await sql.raw<{ line: number; value: string; total: number }>(query).execute(tx.q);
  for (const { line, value } of rows) {
    report.add({ file: file.name, row: line, column: rule.column, rule: rule.rule, value, expected: rule.expected });
  }
  const left = (rows[0]?.total ?? 0) - rows.length;
  if (left > 0) report.more(file.name, rule.rule, left);
}

async function countLoaded(tx: Tx) {
  const { rows } = await sql<{ newPersons: number; episodes: number; openEpisodes: number }>`
    select (select count(*) from new_person) as "newPersons", count(*) as episodes,
      count(*) filter (where outcome is null) as "openEpisodes" from work_episode`.execute(tx.q);
  return rows[0] ?? { newPersons: 0, episodes: 0, openEpisodes: 0 };
}

async function recordDelivery(tx: Tx, folder: DeliveryFolder, derive: DeriveId, counts: ImportCounts): Promise<void> {
  const { sender, delivery, data_cut } = folder.manifest;
  const rows = Object.fromEntries(folder.files.map((f) => [f.file, f.rows]));
  const { sha256 } = folder;
  await sql`
    insert into delivery (delivery_id, sender, name, sha256, data_cut, rows)
    values (${derive('delivery', delivery)}, ${sender}, ${delivery}, ${sha256}, ${data_cut}, ${JSON.stringify(rows)})`.execute(
    tx.q,
  );
  tx.record('delivery.imported', null, { sender, delivery, sha256, rows, counts });
}
