import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { type OthersChange, othersChange } from '#server/auth/others-change';
import type { EquipmentTable } from '#server/db/tables';
import type { Tx } from '#server/db/transaction';
import { noteEvent } from './note-event.ts';

export type NoteEquipment = {
  readonly equipmentId: string;
  readonly version: number;
  readonly kind: 'taken-out-of-use' | 'put-back' | 'service-called' | 'repaired' | 'note' | 'retired';
  readonly note: string;
};

type State = EquipmentTable['state'];

/** What each word does to the state; the others leave it. */
const becomes: Partial<Readonly<Record<NoteEquipment['kind'], State>>> = {
  'taken-out-of-use': 'out-of-use',
  'put-back': 'in-use',
  retired: 'retired',
};

/**
 * What has happened to equipment. Putting it back is refused (`still-suspended`) while a test that stopped it has not
 * been passed since. Also refuses `not-found`, `changed-by-other`, `retired`, and `not-now` when it stands so already.
 */
export async function noteEquipment(tx: Tx, input: NoteEquipment): Promise<Result<{ state: State; version: number }>> {
  const item = await tx.q
    .selectFrom('equipment')
    .select(['centre_id', 'state', 'version'])
    .where('equipment_id', '=', input.equipmentId)
    .forUpdate()
    .executeTakeFirst();
  if (!item) return refuse('not-found', 'There is no such equipment, or it belongs to another centre');
  if (item.version !== input.version)
    return refuse('changed-by-other', `Somebody has changed it meanwhile (${item.state})`, {
      ...(await lastChange(tx, input.equipmentId, item.state)),
    });
  if (item.state === 'retired') return refuse('retired', 'The equipment is retired');
  const state = becomes[input.kind] ?? item.state;
  if (input.kind in becomes && state === item.state) return refuse('not-now', `It is ${state} already`);
  if (input.kind === 'put-back' && (await stillSuspended(tx, input.equipmentId)))
    return refuse('still-suspended', 'The test that stopped it has not been passed since');
  const version = item.version + 1;
  await tx.q.updateTable('equipment').set({ state, version }).where('equipment_id', '=', input.equipmentId).execute();
  const { equipmentId, kind, note } = input;
  await noteEvent(tx, { equipmentId, centreId: item.centre_id, kind, note });
  return ok({ state, version });
}

async function lastChange(tx: Tx, equipmentId: string, status: State): Promise<OthersChange> {
  const last = await tx.q
    .selectFrom('equipment_event')
    .select(['by_user', 'day', 'recorded_at'])
    .where('equipment_id', '=', equipmentId)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst();
  const day = (last?.day ?? null) as Day | null;
  return othersChange(tx, { status, by: last?.by_user ?? null, day, at: last?.recorded_at ?? null });
}

async function stillSuspended(tx: Tx, equipmentId: string): Promise<boolean> {
  const { rows } = await sql`
    select from equipment_follow_up f join equipment_test t using (test_id)
    where f.equipment_id = ${equipmentId} and f.closed_on is null and t.result = 'suspended'`.execute(tx.q);
  return rows.length > 0;
}
