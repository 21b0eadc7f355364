import type { OutputOf } from '#contracts/endpoint';
import type { ownFigures as contract } from '#contracts/own-figures';
import { addYears, type Day } from '#core/kernel/day';
import { ok, type Result } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import { blindSteps, ownFigures, type ReaderCounts } from '#core/reading/own-figures';
import { detectionRules } from '#programmes/breast-no/cancers';
import { ownFigureRules, readsAYear } from '#programmes/breast-no/reading';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { latestSnapshot } from '#server/quality/latest-snapshot';
import { parseProtocol } from '#server/protocols/approve-protocol';
import { type BlindStep, type CountedReaders, countReaders } from './count-readers.ts';
import { actingReader } from './reader.ts';

type Answer = OutputOf<typeof contract>;

/** Counts already made; a snapshot never changes. */
const counted = new Map<string, Promise<CountedReaders>>();
const MOST = 100;

/**
 * The acting radiologist's own figures of the last `years`, from the newest snapshot. The question holds no reader: nobody
 * gets another's. Refuses with `not-a-reader`.
 */
export async function loadOwnFigures(
  db: Database,
  actor: Actor,
  input: { readonly years: number },
): Promise<Result<Answer>> {
  const snapshot = await latestSnapshot(db);
  const known = await inTransaction(db, actor, async (tx) => {
    const reader = await actingReader(tx);
    return reader.ok ? ok({ reader: reader.value.id, today: tx.today, blind: await blindStepsOf(tx) }) : reader;
  });
  if (!known.ok) return known;
  const { reader, today, blind } = known.value;
  const from = addYears(snapshot?.dataCut ?? today, -input.years);
  const head = { from, volumeWanted: readsAYear };
  if (!snapshot)
    return ok({ ...head, snapshot: null, volume: [], figures: [...figuresOf(reader, new Map())], cases: [] });
  const key = JSON.stringify([snapshot.id, reader, from]);
  if (counted.size >= MOST) counted.clear();
  const { intervalMonths } = detectionRules;
  const found = counted.get(key) ?? countReaders(snapshot, { reader, from, blind, intervalMonths });
  counted.set(key, found);
  const { readers, volume, cancers } = await found.catch((error: unknown) => {
    counted.delete(key);
    throw error;
  });
  return inTransaction(db, actor, async (tx) => {
    tx.record('reading.own-figures', null, { snapshot: snapshot.id });
    const { id, dataCut, codeVersion } = snapshot;
    return ok({
      ...head,
      snapshot: { id, dataCut, codeVersion },
      volume: [...volume],
      figures: [...figuresOf(reader, readers)],
      cases: await withPersons(tx, reader, cancers),
    });
  });
}

const nothing: ReaderCounts = {
  reads: 0,
  positive: 0,
  paired: 0,
  discordant: 0,
  positiveClosed: 0,
  positiveRecalled: 0,
  recalledCancers: 0,
  cancers: 0,
  cancersMarked: 0,
  followed: 0,
  intervalCancers: 0,
};

function figuresOf(reader: string, readers: ReadonlyMap<string, ReaderCounts>): Answer['figures'] {
  const others = [...readers].filter(([id]) => id !== reader).map(([, counts]) => counts);
  return [...ownFigures(readers.get(reader) ?? nothing, others, ownFigureRules)];
}

/** The blind read steps of every protocol that is or was in use. */
async function blindStepsOf(tx: Tx): Promise<readonly BlindStep[]> {
  const rows = await tx.q.selectFrom('reading_protocol').select(['id', 'version', 'definition']).execute();
  return rows.flatMap(({ id, version, definition }) => {
    const protocol = parseProtocol(JSON.stringify(definition));
    return Object.keys(protocol.arms).flatMap((arm) =>
      blindSteps(protocol, arm).map((step) => ({ protocol: id, version, arm, step })),
    );
  });
}

/** A snapshot knows no person: whose case it is is looked up among the reader's own reads. */
async function withPersons(tx: Tx, reader: string, cancers: CountedReaders['cancers']): Promise<Answer['cases']> {
  if (cancers.length === 0) return [];
  const days = cancers.map((one) => one.readOn).toSorted();
  const rows = await tx.q
    .selectFrom('read')
    .select(['person_id', 'case_id'])
    .distinct()
    .where('reader', '=', reader)
    .where('day', '>=', days[0] as Day)
    .where('day', '<=', days.at(-1) as Day)
    .where(
      'case_id',
      'in',
      cancers.map((one) => one.caseId),
    )
    .execute();
  const persons = new Map(rows.map((row) => [row.case_id, row.person_id]));
  return cancers.flatMap(({ left, right, ...one }) => {
    const personId = persons.get(one.caseId);
    return personId ? [{ ...one, personId, own: { left, right } }] : [];
  });
}
