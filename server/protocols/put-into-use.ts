import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { protocolSchema } from '#core/protocols/protocol';
import { verify } from '#core/protocols/verify';
import { protocolPolicy } from '#programmes/breast-no/reading';
import type { Tx } from '#server/db/transaction';

type Decision = {
  readonly id: string;
  readonly version: string;
  readonly arm: string;
  readonly centres: readonly string[];
  readonly fromDay: Day;
};

/**
 * Decides what centres read by from a day on. Only cases opened from then on are read by it. Refuses `not-approved`,
 * `no-such-arm`, `before-today`, `no-such-centre`, and `faulty` when the programme's rules have come to forbid it.
 */
export async function putIntoUse(tx: Tx, input: Decision): Promise<Result<{ readonly centres: number }>> {
  const { id, version, arm, fromDay } = input;
  const approved = await tx.q
    .selectFrom('reading_protocol')
    .select('definition')
    .where('id', '=', id)
    .where('version', '=', version)
    .where('retired_on', 'is', null)
    .executeTakeFirst();
  if (!approved) return refuse('not-approved', `Version ${version} of ${id} is not approved, or is retired`);
  const protocol = protocolSchema.parse(approved.definition);
  if (!(arm in protocol.arms)) return refuse('no-such-arm', `${id} ${version} has no arm "${arm}"`);
  if (fromDay < tx.today) return refuse('before-today', 'It can be put into use from today on, not before');
  const { faults } = verify(protocol, protocolPolicy);
  if (faults.length > 0) return refuse('faulty', `The protocol cannot be used: ${faults.join('; ')}`);
  const centres = [...new Set(input.centres)].sort();
  // The lock keeps two who decide for one centre at the same time from taking the same number.
  const { rows } = await sql<{ id: string }>`
    select id from centre where id = any(${centres}) and actor_sees_centre(id) for no key update`.execute(tx.q);
  if (rows.length < centres.length) return refuse('no-such-centre', 'There is no such breast centre');
  await sql`
    insert into protocol_use (centre_id, seq, from_day, protocol_id, protocol_version, arm, decided_by, decided_on)
    select c, coalesce((select max(seq) from protocol_use u where u.centre_id = c), 0) + 1, ${fromDay}, ${id}, ${version},
      ${arm}, ${tx.actor.userId}, ${tx.today}
    from unnest(${centres}::text[]) c`.execute(tx.q);
  tx.record('protocols.put-into-use', null, { protocol: id, version, arm, centres, fromDay });
  return ok({ centres: centres.length });
}
