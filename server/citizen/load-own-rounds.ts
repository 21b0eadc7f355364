import { sql } from 'kysely';
import { type ToldOfRound, toldOf } from '#core/citizen/own-rounds';
import type { EpisodeOutcome, EpisodeState } from '#core/invitation/episode';
import type { Day } from '#core/kernel/day';
import type { LetterKind } from '#core/messaging/message';
import type { Tx } from '#server/db/transaction';

export type OwnRound = {
  readonly openedOn: Day;
  readonly examinedOn: Day | null;
  readonly place: string | null;
  readonly told: ToldOfRound;
};

type Row = {
  openedOn: Day;
  state: EpisodeState;
  outcome: EpisodeOutcome | null;
  examinedOn: Day | null;
  place: string | null;
  sent: LetterKind[];
  past: boolean;
};

/**
 * Her rounds, the latest first, each as far as she has been told. A closed round about which this system has no message
 * at all came from the system before it, and was answered there.
 */
export async function loadOwnRounds(tx: Tx, personId: string): Promise<readonly OwnRound[]> {
  const { rows } = await sql<Row>`
    select e.opened_on as "openedOn", e.state, e.outcome, x.day as "examinedOn", x.place,
      array(select distinct m.kind from message m where m.person_id = e.person_id and m.episode_id = e.episode_id
        and m.channel = 'letter' and m.state in ('sent', 'delivered')) as sent,
      (exists (select from episode later where later.person_id = e.person_id and later.number > e.number)
        or e.state = 'closed' and not exists (select from message m
          where m.person_id = e.person_id and m.episode_id = e.episode_id)) as past
    from episode e
    left join lateral (
      select x.day, u.name as place from examination x join unit u on u.id = x.unit_id
      where x.person_id = e.person_id and x.episode_id = e.episode_id order by x.day desc limit 1) x on true
    where e.person_id = ${personId}
    order by e.number desc`.execute(tx.q);
  return rows.map(({ openedOn, examinedOn, place, ...round }) => ({
    openedOn,
    examinedOn,
    place,
    told: toldOf({ ...round, examined: examinedOn !== null }),
  }));
}
