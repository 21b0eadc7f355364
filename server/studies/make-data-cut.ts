import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import { analysisSets, holdsBack, keptOut } from '#core/studies/analysis-sets';
import { departures, received, scoreOf } from '#core/studies/trial-row';
import { followUpDays, setRules } from '#programmes/breast-no/study-monitoring';
import type { Config } from '#server/config';
import type { Database } from '#server/db/database';
import type { Tx } from '#server/db/transaction';
import { latestSnapshot, type SnapshotRow } from '#server/quality/latest-snapshot';
import { type Duck, openDuck, quoted } from '#server/quality/duck';
import { codeVersion } from '#server/version';
import { cutColumns } from './data-cut-columns.ts';
import { asFrozen, frozenFacts } from './frozen-facts.ts';
import { type Monitored, withArms } from './monitored.ts';
import { modelsOfStudy, type PersonRow, trialRows } from './trial-rows.ts';

type Asked = { readonly studyId: string; readonly purpose: string };
type Made = Result<{ readonly cutId: string; readonly rows: number }>;

/**
 * Freezes a data set for analysis. What was drawn for, how it was read, what the machine said and what became of her is as the newest
 * snapshot has it, so that the same snapshot gives the same figures. Three things no snapshot can give: the arm (it is read by people
 * who must not know), who has withdrawn and what is in the deviation log since; those are of now. Whoever has asked to be removed is not in it, and nothing after a withdrawal is. Refuses `not-found`, `not-unblinded`,
 * `no-snapshot`, `made-already` (the same data).
 */
export function makeDataCut(db: Database, config: Pick<Config, 'dataDir'>, actor: Actor, asked: Asked): Promise<Made> {
  return withArms(db, actor, { studyId: asked.studyId, what: 'data cut' }, async (tx, may) => {
    const snapshot = await latestSnapshot(db);
    const known = snapshot && (await stat(join(snapshot.folder, 'study-allocation')).catch(() => undefined));
    if (!known) return refuse('no-snapshot', 'There is no snapshot with studies in it to freeze: make one first');
    return freeze(tx, may, snapshot, config, actor, asked);
  });
}

async function freeze(
  tx: Tx,
  may: Monitored,
  snapshot: SnapshotRow,
  config: Pick<Config, 'dataDir'>,
  actor: Actor,
  { studyId, purpose }: Asked,
): Promise<Made> {
  const drawn = await trialRows(tx, may);
  const details = await detailsOf(tx, studyId);
  const into = join(config.dataDir, 'study-cuts');
  const draft = join(into, `.draft-${randomBytes(6).toString('hex')}`);
  await mkdir(draft, { recursive: true });
  const duck = await openDuck();
  try {
    const frozen = await frozenFacts(duck, snapshot, studyId, modelsOfStudy(may.study));
    const all = drawn.flatMap((row) => {
      const known = frozen.get(row.examinationId);
      return known ? [asFrozen(row, known)] : [];
    });
    const kept = all.filter(({ withdrawn }) => withdrawn !== 'remove-from-analysis');
    await writeRows(duck, draft, kept, details, snapshot);
    await writeFile(join(draft, 'dictionary.csv'), dictionary());
    const files = await checksums(draft);
    const leftOut = { 'asked-removal': all.length - kept.length };
    const body = {
      study: studyId,
      planVersion: may.study.current.plan.version,
      dataCut: snapshot.dataCut,
      snapshot: snapshot.id,
      codeVersion,
      analysisSets: setRules,
      followUpDays,
      rows: kept.length,
      leftOut,
      files,
    };
    const sha256 = createHash('sha256').update(JSON.stringify(body)).digest('hex');
    const cutId = `${studyId}-${snapshot.dataCut}-${sha256.slice(0, 8)}`;
    const folder = join(into, cutId);
    if (await stat(folder).catch(() => undefined))
      return refuse('made-already', `This data set is there already: ${cutId}`);
    await writeFile(join(draft, 'manifest.json'), `${JSON.stringify({ cut: cutId, ...body }, null, 2)}\n`);
    await rename(draft, folder);
    await tx.q
      .insertInto('study_data_cut')
      .values({
        cut_id: cutId,
        study_id: studyId,
        version: body.planVersion,
        data_cut: snapshot.dataCut,
        snapshot_id: snapshot.id,
        folder,
        rows: kept.length,
        left_out: JSON.stringify(leftOut),
        sha256,
        purpose,
        made_by: actor.userId,
        made_on: tx.today,
      })
      .execute();
    tx.record('study.data-cut', null, { study: studyId, cut: cutId, rows: kept.length, for: actor.userId });
    return ok({ cutId, rows: kept.length });
  } finally {
    duck.close();
    await rm(draft, { recursive: true, force: true });
  }
}

type Details = {
  readonly examinationId: string;
  readonly stratum: string;
  readonly version: string;
  readonly withdrewOn: string | null;
};

async function detailsOf(tx: Tx, studyId: string): Promise<ReadonlyMap<string, Details>> {
  const { rows } = await sql<Details>`
    select a.examination_id as "examinationId", a.stratum, a.version, (
      select case when s.answer = 'withdraws' then s.day end from study_consent s
      where s.person_id = a.person_id and s.study_id = a.study_id order by s.recorded_at desc limit 1) as "withdrewOn"
    from allocation a where a.study_id = ${studyId}`.execute(tx.q);
  return new Map(rows.map((row) => [row.examinationId, row]));
}

/**
 * The draws beside the snapshot's facts. The snapshot has its own keys and no arms of studies that run; both meet here and nowhere else.
 */
async function writeRows(
  duck: Duck,
  draft: string,
  rows: readonly PersonRow[],
  details: ReadonlyMap<string, Details>,
  snapshot: SnapshotRow,
): Promise<void> {
  const drawn = join(draft, 'drawn.json');
  await writeFile(drawn, rows.map((row) => JSON.stringify(drawnRow(row, details))).join('\n'));
  const columns = cutColumns
    .filter(({ name }) => !fromSnapshot.has(name))
    .map(({ name, type }) => `${name}: ${quoted(type)}`);
  const fact = (name: string) => `read_parquet(${quoted(join(snapshot.folder, name, '*.parquet'))})`;
  await duck.run(`create table drawn as select * from read_json(${quoted(drawn)}, format = 'newline_delimited',
    columns = {${columns.join(', ')}, withdrew_on: 'DATE'})`);
  const known = (column: string, day: string) =>
    `case when d.withdrew_on is null or ${day} <= d.withdrew_on then ${column} end`;
  const taken = expressions(known, snapshot.dataCut);
  await duck.run(`create table participants as
    select ${cutColumns.map(({ name, type }) => `cast(${taken[name] ?? `d.${name}`} as ${type}) as ${name}`).join(', ')}
    from drawn d
    join ${fact('study-allocation')} a on a.examination_id = d.examination_id
    left join ${fact('examination')} x on x.examination_id = d.examination_id
    left join ${fact('reading-case')} c on c.examination_id = d.examination_id
    left join (select * from ${fact('cancer')} where detection in ('screen-detected', 'interval')
      qualify row_number() over (partition by episode_id order by diagnosed_on) = 1) k on k.episode_id = x.episode_id
    order by d.examination_id`);
  for (const [file, options] of [
    ['participants.csv', 'format csv, header'],
    ['participants.parquet', 'format parquet'],
  ] as const)
    await duck.run(`copy participants to ${quoted(join(draft, file))} (${options})`);
  await rm(drawn);
}

/** What is taken from the snapshot instead of from the draws. */
const expressions = (
  known: (column: string, day: string) => string,
  cut: string,
): Readonly<Record<string, string>> => ({
  person_key: 'a.person_key',
  examined_on: 'x.day',
  centre: 'a.centre',
  outcome: known('c.outcome', 'c.closed_on'),
  cancer: known('k.detection', 'k.diagnosed_on'),
  behaviour: known('k.behaviour', 'k.diagnosed_on'),
  size_mm: known('k.size_mm', 'k.diagnosed_on'),
  nodes: known('k.nodes', 'k.diagnosed_on'),
  followed_up: `a.day + ${followUpDays} <= date ${quoted(cut)} and d.withdrew_on is null`,
});
const fromSnapshot = new Set(Object.keys(expressions((column) => column, '')));

function drawnRow(row: PersonRow, details: ReadonlyMap<string, Details>): Record<string, unknown> {
  const detail = details.get(row.examinationId);
  const back = holdsBack(row);
  const inSet = Object.fromEntries(analysisSets.map((set) => [set, keptOut(back, setRules[set]) === undefined]));
  return {
    examination_id: row.examinationId,
    plan_version: detail?.version,
    stratum: detail?.stratum,
    arm: row.arm,
    first: row.first,
    received: received(row),
    departures: departures(row).join(';'),
    deviations: [...new Set(row.deviations)].sort().join(';'),
    reads: row.reads.length,
    highest_score:
      row.reads.length === 0 ? null : Math.max(...row.reads.map(({ left, right }) => Math.max(left, right))),
    consensus: row.consensus.length > 0,
    ai_score: scoreOf(row),
    withdrawn: row.withdrawn,
    withdrew_on: detail?.withdrewOn ?? null,
    in_itt: inSet['intention-to-treat'],
    in_modified: inSet.modified,
    in_per_protocol: inSet['per-protocol'],
  };
}

function dictionary(): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = cutColumns.map(({ name, type, meaning, values = '' }) =>
    [name, type, meaning, values].map(cell).join(','),
  );
  return `${['column,type,meaning,values', ...lines].join('\n')}\n`;
}

async function checksums(folder: string): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const file of ['participants.csv', 'participants.parquet', 'dictionary.csv']) {
    const bytes = await readFile(join(folder, file));
    sums[file] = createHash('sha256').update(bytes).digest('hex');
  }
  return sums;
}
