import { isDeepStrictEqual } from 'node:util';
import { ok, type Result, refuse } from '#core/kernel/result';
import { type Protocol, protocolSchema } from '#core/protocols/protocol';
import { verify } from '#core/protocols/verify';
import { protocolPolicy } from '#programmes/breast-no/reading';
import type { Tx } from '#server/db/transaction';

/**
 * Stores a version of a reading protocol, after checking that it holds what a protocol must. The same version again changes
 * nothing. Refuses with `faulty` (the faults in words) or `version-taken` when that version says something else.
 */
export async function approveProtocol(
  tx: Tx,
  protocol: Protocol,
  words: { readonly title: string; readonly source: string } = { title: '', source: '' },
): Promise<Result<Protocol, 'faulty' | 'version-taken'>> {
  const { faults } = verify(protocol, protocolPolicy);
  if (faults.length > 0) return refuse('faulty', `The protocol cannot be used: ${faults.join('; ')}`);
  const stored = await tx.q
    .insertInto('reading_protocol')
    .values({
      id: protocol.id,
      version: protocol.version,
      definition: JSON.stringify(protocol),
      active_from: tx.today,
      approved_by: tx.actor.userId,
      ...words,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (stored) {
    tx.record('reading.protocol-approved', null, { protocol: protocol.id, version: protocol.version });
    return ok(protocol);
  }
  const earlier = await loadProtocol(tx, protocol.id, protocol.version);
  if (isDeepStrictEqual(earlier, protocol)) return ok(protocol);
  return refuse(
    'version-taken',
    `Version ${protocol.version} of protocol ${protocol.id} is approved already and says something else`,
  );
}

/** A version that has been approved. */
async function loadProtocol(tx: Tx, id: string, version: string): Promise<Protocol> {
  const row = await tx.q
    .selectFrom('reading_protocol')
    .select('definition')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return protocolSchema.parse(row.definition);
}

const parsed = new Map<string, Protocol>();

/** A stored definition; an approved version never changes, so each text is parsed and checked once. */
export function parseProtocol(definition: string): Protocol {
  const known = parsed.get(definition) ?? protocolSchema.parse(JSON.parse(definition));
  parsed.set(definition, known);
  return known;
}
