import { ok, type Result, refuse } from '#core/kernel/result';
import { readProtocol } from '#core/protocols/read-protocol';
import { verify } from '#core/protocols/verify';
import { protocolPolicy } from '#programmes/breast-no/reading';
import type { Tx } from '#server/db/transaction';

type Draft = {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly source: string;
  readonly text: string;
  readonly edit: number | null;
};

/**
 * Keeps a draft. Refuses what is no protocol in form (`too-long`, `no-json`, `no-protocol`), `other-name` when the text calls
 * itself something else, `protocol-exists` for a version that is there, and `changed-meanwhile` when another has saved.
 */
export async function saveDraft(
  tx: Tx,
  input: Draft,
): Promise<Result<{ readonly edit: number; readonly faults: number }>> {
  const { id, version } = input;
  const read = readProtocol(input.text);
  if (!read.ok) return read;
  const protocol = read.value;
  if (protocol.id !== id || protocol.version !== version)
    return refuse('other-name', `The text is of ${protocol.id} ${protocol.version}, the draft of ${id} ${version}`);
  const approved = await tx.q
    .selectFrom('reading_protocol')
    .select('id')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (approved) return refuse('protocol-exists', `Version ${version} of ${id} is approved; write a new version`);
  const values = {
    definition: JSON.stringify(protocol),
    title: input.title,
    source: input.source,
    written_by: tx.actor.userId,
    written_on: tx.today,
  };
  const edit = await (input.edit === null ? insert() : update(input.edit));
  if (edit === undefined && input.edit === null)
    return refuse('protocol-exists', `There is a draft of version ${version} of ${id} already`);
  if (edit === undefined) return refuse('changed-meanwhile', 'Somebody else has saved or approved this draft');
  tx.record('protocols.draft-saved', null, { protocol: id, version, edit });
  return ok({ edit, faults: verify(protocol, protocolPolicy).found.length });

  async function insert(): Promise<number | undefined> {
    const query = tx.q.insertInto('protocol_draft').values({ id, version, ...values });
    const row = await query
      .onConflict((c) => c.doNothing())
      .returning('edit')
      .executeTakeFirst();
    return row?.edit;
  }
  async function update(from: number): Promise<number | undefined> {
    const row = await tx.q
      .updateTable('protocol_draft')
      .set({ ...values, edit: from + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .where('edit', '=', from)
      .returning('edit')
      .executeTakeFirst();
    return row?.edit;
  }
}
