import type { Day } from '#core/kernel/day';
import type { Protocol } from '#core/protocols/protocol';
import { currentProtocol } from '#programmes/breast-no/reading';
import type { Tx } from '#server/db/transaction';
import { parseProtocol } from './approve-protocol.ts';

/**
 * What a centre's new cases are read by outside studies: what was decided last for today or an earlier day, else the
 * programme's own protocol.
 */
export async function protocolInUse(
  tx: Tx,
  centreId: string,
  day: Day = tx.today,
): Promise<{ readonly protocol: Protocol; readonly arm: string }> {
  const row = await tx.q
    .selectFrom('protocol_use as u')
    .innerJoin('reading_protocol as p', (join) =>
      join.onRef('p.id', '=', 'u.protocol_id').onRef('p.version', '=', 'u.protocol_version'),
    )
    .select(['u.arm', 'p.definition'])
    .where('u.centre_id', '=', centreId)
    .where('u.from_day', '<=', day)
    .orderBy('u.from_day', 'desc')
    .orderBy('u.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { protocol: parseProtocol(JSON.stringify(row.definition)), arm: row.arm } : currentProtocol;
}
