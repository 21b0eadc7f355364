import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { ConsensusFact, Facts, Score } from '#core/protocols/facts';
import { isFrozen, type Written } from '#core/reading/freeze';
import { type Protocol, stepsOf } from '#core/protocols/protocol';
import { loadAiFacts } from '#server/ai/load-ai-facts';
import type { Tx } from '#server/db/transaction';
import { parseProtocol } from '#server/protocols/approve-protocol';
import { loadItems } from './load-items.ts';

export type CaseKey = { readonly personId: string; readonly caseId: string };

export type LoadedCase = CaseKey & {
  readonly episodeId: string;
  readonly examinationId: string;
  readonly centreId: string;
  readonly state: 'reading' | 'consensus' | 'closed';
  readonly outcome: 'negative' | 'recall' | 'dismissed' | 'withdrawn' | null;
  readonly openedOn: Day;
  readonly version: number;
  /** Set aside, or waiting for earlier images. */
  readonly held: boolean;
  readonly protocol: Protocol;
  readonly arm: string;
  readonly facts: Facts;
};

type CaseRow = Omit<LoadedCase, 'protocol' | 'facts' | keyof CaseKey> & {
  readonly definition: string;
  readonly reads: readonly ReadRow[];
  readonly consensus: readonly (Omit<ConsensusFact, 'frozen'> & Written)[];
};
type ReadRow = {
  readonly step: string;
  readonly reader: string;
  readonly left: Score;
  readonly right: Score;
} & Written;

/**
 * A case with everything that decides about it, in one query. `lock` first waits for whoever is changing the case, in a
 * statement of its own: the same statement would show the facts as they were before the wait.
 */
export async function loadCase(
  tx: Tx,
  key: CaseKey,
  options: { readonly lock?: boolean } = {},
): Promise<Result<LoadedCase, 'not-found'>> {
  if (options.lock) {
    await sql`select from reading_case where person_id = ${key.personId} and case_id = ${key.caseId} for update`.execute(
      tx.q,
    );
  }
  const { rows } = await sql<CaseRow>`
    select c.episode_id as "episodeId", c.examination_id as "examinationId", c.centre_id as "centreId", c.state, c.outcome,
      c.opened_on as "openedOn", c.version, c.arm, p.definition::text as definition,
      exists (select from reading_hold h where h.person_id = c.person_id and h.case_id = c.case_id and h.released_on is null) as held,
      coalesce((select jsonb_agg(to_jsonb(r)) from (
        select distinct on (step) step, reader, score_left as left, score_right as right, day,
          floor(extract(epoch from frozen_from) * 1000) as "frozenFrom"
        from read where person_id = c.person_id and case_id = c.case_id order by step, revision desc) r), '[]') as reads,
      coalesce((select jsonb_agg(to_jsonb(k)) from (
        select step, members, decision, breasts, day, floor(extract(epoch from frozen_from) * 1000) as "frozenFrom"
        from consensus where person_id = c.person_id and case_id = c.case_id) k), '[]')
        as consensus
    from reading_case c join reading_protocol p on p.id = c.protocol_id and p.version = c.protocol_version
    where c.person_id = ${key.personId} and c.case_id = ${key.caseId}`.execute(tx.q);
  const [row] = rows;
  if (!row) return refuse('not-found', 'There is no such reading case, or it belongs to another centre');
  const { definition, reads, consensus, ...rest } = row;
  const protocol = parseProtocol(definition);
  const now = { instant: tx.at.getTime(), today: tx.today };
  const facts: Facts = {
    reads: reads.map(({ step, reader, left, right, ...written }) => ({
      step,
      reader,
      left,
      right,
      frozen: isFrozen(written, now),
    })),
    consensus: consensus.map(({ day, frozenFrom, ...decided }) => ({
      ...decided,
      frozen: isFrozen({ day, frozenFrom }, now),
    })),
    ai: await loadAiFacts(tx, { ...key, examinationId: row.examinationId }, stepsOf(protocol, row.arm)),
    items: await loadItems(tx, { ...key, examinationId: row.examinationId }, protocol, row.arm),
  };
  return ok({ personId: key.personId, caseId: key.caseId, ...rest, protocol, facts });
}
