import { type RawBuilder, sql } from 'kysely';
import type { Reader } from './reader.ts';

/**
 * The condition that a reading task `t` may be claimed by a reader: at her centre, not set aside, not held by another, not
 * barred to her by the protocol, and of a case she has not read (unless it is hers to look at again).
 */
export function claimable(reader: Reader): RawBuilder<boolean> {
  return sql<boolean>`t.kind = 'read' and t.centre_id = ${reader.centreId} and not t.held
    and (t.claimed_by is null or t.claimed_by = ${reader.id} or t.lease_until < now())
    and (t.only_reader is null or t.only_reader = ${reader.id})
    and not (${reader.id} = any (t.not_readers))
    and (not t.senior or ${reader.senior})
    and (t.only_reader is not null or not exists (
      select from read r where r.person_id = t.person_id and r.case_id = t.case_id and r.reader = ${reader.id}))`;
}
