import type { showProtocol as contract } from '#contracts/protocols';
import type { OutputOf } from '#contracts/endpoint';
import { ok, type Result, refuse } from '#core/kernel/result';
import { workedProtocols } from '#programmes/protocols/worked';
import type { Tx } from '#server/db/transaction';
import { parseProtocol } from './approve-protocol.ts';
import { usesOf, wordsOf } from './list-protocols.ts';

type Shown = OutputOf<typeof contract>;
type Found = Omit<Shown, 'versions' | 'uses'>;

/** One version, whether draft, approved or worked, and every version of the same id. Refuses `no-such-protocol`. */
export async function showProtocol(tx: Tx, { id, version }: { id: string; version: string }): Promise<Result<Shown>> {
  const all = [...(await approved(tx, id)), ...(await drafts(tx, id))];
  const stored = new Set(all.map((one) => one.version));
  all.push(...worked(id).filter((one) => !stored.has(one.version)));
  const one = all.find((each) => each.version === version);
  if (!one) return refuse('no-such-protocol', `There is no reading protocol ${id}, version ${version}`);
  const versions = all
    .map(({ version: of, standing, protocol }) => ({ version: of, standing, protocol }))
    .sort((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }));
  const { now, coming } = await usesOf(tx);
  const uses = [...now, ...coming].filter((use) => use.id === id && use.version === version);
  return ok({ ...one, versions, uses });
}

async function approved(tx: Tx, id: string): Promise<Found[]> {
  const rows = await tx.q
    .selectFrom('reading_protocol as p')
    .leftJoin('staff_user as u', 'u.id', 'p.approved_by')
    .select([
      'p.version',
      'p.definition',
      'p.title',
      'p.source',
      'p.active_from',
      'p.approved_by',
      'p.retired_on',
      'u.name',
    ])
    .where('p.id', '=', id)
    .execute();
  return rows.map((row) => ({
    id,
    version: row.version,
    ...(row.title === '' ? wordsOf(id) : { title: row.title, source: row.source }),
    notes: null,
    standing: row.retired_on === null ? 'approved' : 'retired',
    protocol: parseProtocol(JSON.stringify(row.definition)),
    by: row.name ?? row.approved_by,
    on: row.active_from,
    edit: null,
  }));
}

async function drafts(tx: Tx, id: string): Promise<Found[]> {
  // What is being written is not for those who read by it.
  if (tx.actor.role === 'radiologist') return [];
  const rows = await tx.q
    .selectFrom('protocol_draft as d')
    .leftJoin('staff_user as u', 'u.id', 'd.written_by')
    .select(['d.version', 'd.definition', 'd.title', 'd.source', 'd.written_by', 'd.written_on', 'd.edit', 'u.name'])
    .where('d.id', '=', id)
    .execute();
  return rows.map((row) => ({
    id,
    version: row.version,
    title: row.title,
    source: row.source,
    notes: null,
    standing: 'draft',
    protocol: parseProtocol(JSON.stringify(row.definition)),
    by: row.name ?? row.written_by,
    on: row.written_on,
    edit: row.edit,
  }));
}

function worked(id: string): Found[] {
  return workedProtocols
    .filter(({ protocol }) => protocol.id === id)
    .map(({ protocol, title, source, notes }) => ({
      id,
      version: protocol.version,
      title,
      source,
      notes,
      standing: 'worked',
      protocol,
      by: null,
      on: null,
      edit: null,
    }));
}
