import { randomUUID } from 'node:crypto';
import type { Day } from '#core/kernel/day';
import type { EquipmentEventTable } from '#server/db/tables';
import type { Tx } from '#server/db/transaction';

export type EquipmentEvent = {
  readonly equipmentId: string;
  readonly centreId: string;
  readonly kind: EquipmentEventTable['kind'];
  /** Today unless it happened before. */
  readonly day?: Day;
  readonly testId?: string;
  readonly note?: string;
};

/** Writes what has happened to a machine, display or room, and the audit entry. */
export async function noteEvent(tx: Tx, event: EquipmentEvent): Promise<void> {
  const { equipmentId, centreId, kind, day = tx.today, testId = null, note = '' } = event;
  await tx.q
    .insertInto('equipment_event')
    .values({
      event_id: randomUUID(),
      equipment_id: equipmentId,
      centre_id: centreId,
      day,
      kind,
      test_id: testId,
      note,
      by_user: tx.actor.userId,
    })
    .execute();
  tx.record(`equipment.${kind}`, null, {
    equipment: equipmentId,
    centre: centreId,
    ...(testId ? { test: testId } : {}),
  });
}
