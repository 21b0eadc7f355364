import { sql } from 'kysely';
import type { EpisodeState } from '#core/invitation/episode';
import type { ToldOfRound } from '#core/citizen/own-rounds';
import { type OwnStanding, ownStanding } from '#core/programme/own-standing';
import type { Tx } from '#server/db/transaction';
import { loadOpenRound, loadOwnAppointment, type OwnAppointment } from './load-own-appointment.ts';
import { loadOwnLetters, type OwnLetter } from './load-own-letters.ts';
import { loadOwnRounds, type OwnRound } from './load-own-rounds.ts';

type OwnPageFacts = {
  readonly givenName: string;
  readonly standing: OwnStanding;
  readonly appointment: OwnAppointment | null;
  /** She is invited without a time, and may choose one. */
  readonly mayBook: boolean;
  /** The latest letter of her round. */
  readonly letter: OwnLetter | null;
  /** What came of her latest round, when it is over. */
  readonly round: OwnRound | null;
  readonly stopped: boolean;
  readonly reserved: boolean;
};

type PersonRow = {
  givenName: string | null;
  stopped: boolean;
  reserved: boolean;
  episodeId: string | null;
  state: EpisodeState | null;
};

/** What the first of her own pages says: her own rows only, by row-level security. */
export async function loadOwnPage(tx: Tx, personId: string): Promise<OwnPageFacts | undefined> {
  const person = await loadPerson(tx, personId);
  if (!person) return undefined;
  const letters = (await loadOwnLetters(tx, personId)).filter((letter) => letter.episodeId === person.episodeId);
  const appointment = await loadOwnAppointment(tx, personId);
  const [latest] = letters;
  const [round] = await loadOwnRounds(tx, personId);
  const { stopped, reserved } = person;
  const sent = letters.map((letter) => letter.kind);
  const first = ownStanding({ episode: person.state, appointment: appointment !== null, sent, stopped, reserved });
  const standing = standingNow(first, round?.told);
  return {
    givenName: person.givenName ?? '',
    standing,
    appointment,
    mayBook: appointment === null && (await loadOpenRound(tx, personId)) !== null,
    letter: latest ?? null,
    round: standing === 'ended' ? (round ?? null) : null,
    stopped,
    reserved,
  };
}

/**
 * With what she has been told of the round. Answered with good news: the round is over, and the page says how. Over and not
 * answered: to her it is being read until the letter leaves, as it is when readers have recalled her. Found to need
 * treatment: nobody promises her the next round.
 */
function standingNow(standing: OwnStanding, told: ToldOfRound | undefined): OwnStanding {
  if (standing === 'answer') return told === 'normal' || told === 'no-cancer' ? 'ended' : standing;
  if (standing !== 'ended') return standing;
  if (told === 'awaiting-answer') return 'being-read';
  return told === 'followed-up' ? 'followed-up' : 'ended';
}

async function loadPerson(tx: Tx, personId: string): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`
    select p.given_name as "givenName", e.episode_id as "episodeId", e.state,
      exists (select from invitation_stop s where s.person_id = p.person_id
        and s.from_day <= ${tx.today} and (s.lifted_on is null or s.lifted_on > ${tx.today})) as stopped,
      exists (select from storage_reservation r where r.person_id = p.person_id
        and r.from_day <= ${tx.today} and (r.lifted_on is null or r.lifted_on > ${tx.today})) as reserved
    from person p
    left join lateral (
      select e.episode_id, e.state from episode e where e.person_id = p.person_id order by e.number desc limit 1
    ) e on true
    where p.person_id = ${personId} and p.kind = 'known'`.execute(tx.q);
  return rows[0];
}
