import { sql } from 'kysely';
import type { EpisodeState } from '#core/invitation/episode';
import type { Day } from '#core/kernel/day';
import type { LetterDocument } from '#core/messaging/letter';
import type { Language, LetterKind, MessageContent } from '#core/messaging/message';
import { type OwnStanding, ownStanding } from '#core/programme/own-standing';
import type { Tx } from '#server/db/transaction';
import { letterDocument } from '#server/messaging/render-letter';

export type OwnAppointment = {
  readonly what: 'screening' | 'assessment';
  readonly day: Day;
  readonly at: string;
  readonly place: string;
};

export type OwnPageFacts = {
  readonly today: Day;
  readonly givenName: string;
  readonly language: Language;
  readonly standing: OwnStanding;
  readonly appointment: OwnAppointment | null;
  /** The latest letter of her round, word for word. */
  readonly letter: (LetterDocument & { readonly kind: LetterKind }) | null;
  readonly letters: readonly { readonly reference: string; readonly kind: LetterKind; readonly sentOn: Day }[];
  readonly phone: string | null;
  readonly stopped: boolean;
  readonly reserved: boolean;
  readonly looks: readonly { readonly day: Day; readonly role: string; readonly name: string }[];
};

type PersonRow = {
  given_name: string | null;
  language: Language;
  phone: string | null;
  stopped: boolean;
  reserved: boolean;
  episode_id: string | null;
  state: EpisodeState | null;
};

type LetterRow = {
  kind: LetterKind;
  reference: string;
  decidedOn: Day;
  content: MessageContent;
  language: Language;
  episode_id: string | null;
};

/** What the woman who is signed in may see of herself: her own rows only, by row-level security. */
export async function loadOwnPage(tx: Tx, personId: string, language?: Language): Promise<OwnPageFacts | undefined> {
  const person = await loadPerson(tx, personId);
  if (!person) return undefined;
  const letters = await loadLetters(tx, personId);
  const ofRound = letters.filter((letter) => letter.episode_id === person.episode_id);
  const sent = ofRound.map((letter) => letter.kind);
  const appointment = await loadAppointment(tx, personId, sent.includes('recall'));
  const latest = ofRound[0];
  return {
    today: tx.today,
    givenName: person.given_name ?? '',
    language: language ?? person.language,
    standing: ownStanding({ episode: person.state, appointment: appointment !== null, sent }),
    appointment,
    letter: latest
      ? { ...letterDocument({ ...latest, language: language ?? person.language }), kind: latest.kind }
      : null,
    letters: letters.map(({ reference, kind, decidedOn }) => ({ reference, kind, sentOn: decidedOn })),
    phone: person.phone,
    stopped: person.stopped,
    reserved: person.reserved,
    looks: await loadLooks(tx, personId),
  };
}

/** One of her letters by its reference. */
export async function loadOwnLetter(tx: Tx, personId: string, reference: string): Promise<LetterRow | undefined> {
  return (await loadLetters(tx, personId)).find((letter) => letter.reference === reference);
}

async function loadPerson(tx: Tx, personId: string): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`
    select p.given_name, p.language, c.phone, e.episode_id, e.state,
      exists (select from invitation_stop s where s.person_id = p.person_id
        and s.from_day <= ${tx.today} and (s.lifted_on is null or s.lifted_on > ${tx.today})) as stopped,
      exists (select from storage_reservation r where r.person_id = p.person_id
        and r.from_day <= ${tx.today} and (r.lifted_on is null or r.lifted_on > ${tx.today})) as reserved
    from person p
    join centre c on c.id = p.centre_id
    left join lateral (
      select e.episode_id, e.state from episode e where e.person_id = p.person_id order by e.number desc limit 1
    ) e on true
    where p.person_id = ${personId} and p.kind = 'known'`.execute(tx.q);
  return rows[0];
}

/** Letters that have left, latest first. */
async function loadLetters(tx: Tx, personId: string): Promise<LetterRow[]> {
  const { rows } = await sql<LetterRow>`
    select kind, reference, decided_on as "decidedOn", content, language, episode_id
    from message
    where person_id = ${personId} and channel = 'letter' and state in ('sent', 'delivered')
    order by decided_on desc, message_id desc
    limit 30`.execute(tx.q);
  return rows;
}

/** Her next time. A time for assessment shows once the letter about it has left. */
async function loadAppointment(tx: Tx, personId: string, recallSent: boolean): Promise<OwnAppointment | null> {
  const { rows } = await sql<OwnAppointment>`
    select 'screening' as what, a.day, to_char(a.at, 'HH24:MI') as at,
      u.name || coalesce(', ' || s.place, ', ' || u.municipality) as place
    from appointment a
    join unit u on u.id = a.unit_id
    left join unit_stop s on s.unit_id = u.id and a.day between s.starts_on and s.ends_on
    where a.person_id = ${personId} and a.status in ('invited', 'confirmed') and a.day >= ${tx.today}
    union all
    select 'assessment', t.day, to_char(t.at, 'HH24:MI'), c.name || ', ' || c.town
    from assessment_appointment t join centre c on c.id = t.centre_id
    where ${recallSent} and t.person_id = ${personId} and t.status = 'booked' and t.day >= ${tx.today}
    order by day limit 1`.execute(tx.q);
  return rows[0] ?? null;
}

/** Who among the staff has looked at her data, by the audit chain. */
async function loadLooks(tx: Tx, personId: string): Promise<OwnPageFacts['looks']> {
  const { rows } = await sql<{ day: Day; role: string; name: string }>`
    select a.today as day, a.role, coalesce(u.name, a.actor) as name
    from audit_entry a left join staff_user u on u.id = a.actor
    where a.person_id = ${personId} and a.action = 'look' and a.role not in ('participant', 'system')
    group by 1, 2, 3 order by 1 desc, 3 limit 20`.execute(tx.q);
  return rows;
}
