import { randomUUID } from 'node:crypto';
import type { EquipmentKind } from '#core/equipment/equipment-test';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { noteEvent } from './note-event.ts';

export type NewEquipment = {
  readonly centreId: string;
  readonly kind: EquipmentKind;
  readonly name: string;
  /** Of a mammography machine: the unit it stands in. */
  readonly unitId?: string | undefined;
  /** Of a display: the reading room it stands in. */
  readonly roomId?: string | undefined;
  readonly maker?: string | undefined;
  readonly model?: string | undefined;
  readonly serial?: string | undefined;
  readonly inUseFrom: Day;
};

/**
 * Puts a machine, display or reading room on a centre's register. Refuses `unit-missing` when a machine has no unit of
 * the centre, `no-such-room`.
 */
export async function registerEquipment(tx: Tx, input: NewEquipment): Promise<Result<{ equipmentId: string }>> {
  const { kind, unitId, roomId, centreId } = input;
  if (kind === 'mammograph' && !(await unitOf(tx, unitId, centreId)))
    return refuse('unit-missing', 'A mammography machine stands in a unit of the centre');
  if (kind === 'display' && roomId && !(await roomOf(tx, roomId, centreId)))
    return refuse('no-such-room', 'There is no such reading room at the centre');
  const equipmentId = randomUUID();
  await tx.q
    .insertInto('equipment')
    .values({
      equipment_id: equipmentId,
      centre_id: centreId,
      unit_id: kind === 'mammograph' ? (unitId ?? null) : null,
      room_id: kind === 'display' ? (roomId ?? null) : null,
      kind,
      name: input.name,
      maker: input.maker || null,
      model: input.model || null,
      serial: input.serial || null,
      in_use_from: input.inUseFrom,
      state: 'in-use',
    })
    .execute();
  await noteEvent(tx, { equipmentId, centreId, kind: 'registered', day: input.inUseFrom });
  return ok({ equipmentId });
}

async function unitOf(tx: Tx, unitId: string | undefined, centreId: string): Promise<boolean> {
  const query = tx.q
    .selectFrom('unit')
    .select('id')
    .where('id', '=', unitId ?? '')
    .where('centre_id', '=', centreId);
  return (await query.executeTakeFirst()) !== undefined;
}

async function roomOf(tx: Tx, roomId: string, centreId: string): Promise<boolean> {
  const room = await tx.q
    .selectFrom('equipment')
    .select('equipment_id')
    .where('equipment_id', '=', roomId)
    .where('centre_id', '=', centreId)
    .where('kind', '=', 'reading-room')
    .executeTakeFirst();
  return room !== undefined;
}
