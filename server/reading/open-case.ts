import { randomUUID } from 'node:crypto';
import type { Day } from '#core/kernel/day';
import { ok, type Result } from '#core/kernel/result';
import type { Protocol } from '#core/protocols/protocol';
import type { Tx } from '#server/db/transaction';
import { approveProtocol } from '#server/protocols/approve-protocol';
import { protocolInUse } from '#server/protocols/protocol-in-use';
import { allocateExamination } from '#server/studies/allocate-examination';
import { settleCase } from './settle-case.ts';

export type NewCase = {
  readonly personId: string;
  readonly episodeId: string;
  readonly examinationId: string;
  readonly centreId: string;
  readonly unitId: string;
  /** The day the images were taken. */
  readonly day: Day;
};

/** Opens a reading case for a complete set of images, under the protocol of her study or else the one her centre reads by, and its first tasks. */
export async function openCase(tx: Tx, input: NewCase): Promise<Result<{ readonly caseId: string }>> {
  const allocated = await allocateExamination(tx, input);
  if (!allocated.ok) return allocated;
  const { protocol, arm } = allocated.value ?? (await protocolInUse(tx, input.centreId));
  if (!(await isApproved(tx, protocol))) {
    const approved = await approveProtocol(tx, protocol);
    if (!approved.ok) return approved;
  }
  const caseId = randomUUID();
  await tx.q
    .insertInto('reading_case')
    .values({
      person_id: input.personId,
      case_id: caseId,
      episode_id: input.episodeId,
      examination_id: input.examinationId,
      centre_id: input.centreId,
      protocol_id: protocol.id,
      protocol_version: protocol.version,
      arm,
      opened_on: tx.today,
      state: 'reading',
    })
    .execute();
  tx.record('reading.case-opened', input.personId, {
    case: caseId,
    protocol: protocol.id,
    version: protocol.version,
    // The log is read by people who are to be blind to a study's arms.
    ...(allocated.value ? {} : { arm }),
  });
  const settled = await settleCase(tx, { personId: input.personId, caseId }, { locked: true });
  return settled.ok ? ok({ caseId }) : settled;
}

async function isApproved(tx: Tx, { id, version }: Protocol): Promise<boolean> {
  const query = tx.q.selectFrom('reading_protocol').select('id').where('id', '=', id).where('version', '=', version);
  return (await query.executeTakeFirst()) !== undefined;
}
