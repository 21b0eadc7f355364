import { sql } from 'kysely';
import { mayUndo, type OwnChangeKind } from '#core/citizen/own-changes';
import type { Day } from '#core/kernel/day';
import { citizenRules } from '#programmes/breast-no/citizen';
import type { Tx } from '#server/db/transaction';

export type OwnChangeRow = {
  readonly changeId: string;
  readonly kind: OwnChangeKind;
  readonly day: Day;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly episodeId: string | null;
  /** Taken back by a later change. */
  readonly undone: boolean;
  readonly mayUndo: boolean;
};

/** What follows each other about one thing: only the last of it may be taken back. */
const about: Readonly<Partial<Record<OwnChangeKind, string>>> = {
  confirmed: 'time',
  booked: 'time',
  moved: 'time',
  'time-kept': 'time',
  'cancelled-later': 'time',
  declined: 'time',
  returned: 'time',
  stopped: 'invitations',
  'stop-lifted': 'invitations',
  reserved: 'storage',
  'reservation-lifted': 'storage',
  'survey-answered': 'survey',
  'survey-taken-back': 'survey',
};

/** What she has done on her own pages, latest first. */
export async function loadOwnChanges(tx: Tx, personId: string): Promise<readonly OwnChangeRow[]> {
  const { rows } = await sql<Omit<OwnChangeRow, 'mayUndo'> & { undoes: string | null; carriedOut: boolean }>`
    select c.change_id as "changeId", c.kind, c.day, c.detail, c.episode_id as "episodeId", c.undoes,
      exists (select from own_change u where u.person_id = c.person_id and u.undoes = c.change_id) as undone,
      c.kind = 'reserved' and exists (select from storage_reservation s where s.person_id = c.person_id
        and s.lifted_on is null and s.carried_out_on is not null) as "carriedOut"
    from own_change c where c.person_id = ${personId}
    order by c.recorded_at desc, c.change_id`.execute(tx.q);
  const seen = new Set<string>();
  return rows.map(({ undoes, carriedOut, ...row }) => {
    const thing = `${about[row.kind] ?? row.kind} ${row.detail.form ?? ''} ${row.detail.occasion ?? ''}`;
    const latest = !seen.has(thing);
    seen.add(thing);
    const change = { kind: row.kind, day: row.day, undone: row.undone || undoes !== null, latest, carriedOut };
    return { ...row, mayUndo: mayUndo(change, tx.today, citizenRules.undoDays) };
  });
}
