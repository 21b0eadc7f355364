import type { Database } from '#server/db/database';
import { entryHash, firstHash } from './chain.ts';

export type ChainCheck =
  | { readonly kind: 'whole'; readonly entries: number; readonly hash: string }
  | { readonly kind: 'broken'; readonly seq: number; readonly why: string };

/** Rows read at a time: memory stays the same whatever the length of the chain. */
const PORTION = 5000;

/** Recomputes the whole chain and names the first entry that does not fit. `progress` is told the entries done so far. */
export async function verifyChain(db: Database, progress?: (done: number, of: number) => void): Promise<ChainCheck> {
  const head = await db.kysely.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirst();
  if (!head) return { kind: 'broken', seq: 0, why: 'the head of the chain is missing' };
  let [seq, hash] = [0, firstHash];
  while (seq < head.seq) {
    const rows = await portion(db, seq, head.seq);
    if (rows.length === 0) return { kind: 'broken', seq: seq + 1, why: 'the entry is missing' };
    for (const row of rows) {
      seq += 1;
      const fault = faultOf(row, seq, hash);
      if (fault) return { kind: 'broken', seq, why: fault };
      hash = row.hash;
    }
    progress?.(seq, head.seq);
  }
  if (hash !== head.hash) return { kind: 'broken', seq, why: 'the head of the chain has another hash' };
  const beyond = await entryBeyondHead(db);
  if (beyond !== undefined) return { kind: 'broken', seq: beyond, why: 'it comes after the head of the chain' };
  return { kind: 'whole', entries: seq, hash };
}

/** One statement, so that entries appended meanwhile do not count. */
async function entryBeyondHead(db: Database): Promise<number | undefined> {
  const row = await db.kysely
    .selectFrom('audit_entry')
    .select((e) => e.fn.min('seq').as('seq'))
    .where('seq', '>', (e) => e.selectFrom('audit_head').select('seq'))
    .executeTakeFirst();
  return row?.seq ?? undefined;
}

function portion(db: Database, after: number, upTo: number) {
  return db.kysely
    .selectFrom('audit_entry')
    .selectAll()
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .limit(PORTION)
    .execute();
}

type Row = Awaited<ReturnType<typeof portion>>[number];

function faultOf(row: Row, expectedSeq: number, prevHash: string): string | undefined {
  if (row.seq !== expectedSeq) return 'the entry is missing';
  if (row.prev_hash !== prevHash) return 'it does not point at the entry before';
  const { seq, actor, role, action, detail } = row;
  const entry = {
    seq,
    at: row.at.toISOString(),
    today: row.today,
    actor,
    role,
    action,
    personId: row.person_id,
    detail,
  };
  return entryHash(entry, prevHash) === row.hash ? undefined : 'its content has been changed';
}
