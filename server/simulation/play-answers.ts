import { sql } from 'kysely';
import { type Day, dayNumber, weekday } from '#core/kernel/day';
import { attends } from '#core/simulation/attendance';
import { streamOfDay } from '#core/simulation/life';
import { system } from '#core/people/access';
import { cancelAppointment } from '#server/invitation/cancel-appointment';
import { confirmAppointment } from '#server/invitation/confirm-appointment';
import { changedByOther } from './expected.ts';
import { act, type Play } from './play.ts';
import { historySql, presentLife, treatedSql } from './synthetic-woman.ts';

/** Purposes of a woman's random streams on the day of an appointment. */
export const streams = {
  attendance: 20,
  clinic: 11,
  answer: 21,
  reading: 12,
  consensus: 13,
  assessment: 14,
  pathology: 40,
} as const;

/** Share of the women who come who say so beforehand. Configuration. */
const CONFIRMS = 0.3;

export type BookedWoman = {
  readonly personId: string;
  readonly appointmentId: string;
  readonly version: number;
  readonly identityNumber: string;
  readonly birthDate: Day;
  readonly treated: boolean;
  readonly status: 'invited' | 'confirmed' | 'checked-in';
  readonly kind: 'ordinary' | 'reminder' | 'technical-recall';
  readonly unitId: string;
  readonly centreId: string;
  readonly day: Day;
  readonly toldOn: Day;
  readonly digital: boolean;
  readonly lastRound: 'attended' | 'missed' | 'first';
  readonly falsePositiveBefore: boolean;
};

/** Women with an appointment that stands, in a fixed order. */
export async function bookedWomen(play: Play, when: 'today' | 'later'): Promise<readonly BookedWoman[]> {
  const { rows } = await sql<BookedWoman>`
    select a.person_id as "personId", a.appointment_id as "appointmentId", a.version, p.identity_number as "identityNumber",
      p.birth_date as "birthDate", ${treatedSql} as treated, a.status, a.kind, a.unit_id as "unitId", a.centre_id as "centreId",
      a.day, (select min(c.day) from appointment_change c where c.person_id = a.person_id and c.appointment_id = a.appointment_id) as "toldOn",
      p.digital, ${historySql.lastRound} as "lastRound", ${historySql.falsePositiveBefore} as "falsePositiveBefore"
    from appointment a join person p on p.person_id = a.person_id
    where a.status in ('invited', 'confirmed', 'checked-in') and p.kind = 'known'
      and ${when === 'today' ? sql`a.day = ${play.today}` : sql`a.day > ${play.today}`}
    order by a.centre_id, a.unit_id, a.day, a.at, p.identity_number`.execute(play.db.kysely);
  return rows;
}

/** What she will do about an appointment: the same whenever it is asked. */
export function intention(play: Play, woman: BookedWoman) {
  const life = presentLife(play.demo.seed, woman);
  const day = dayNumber(woman.day);
  const r = streamOfDay(life, day, streams.attendance);
  const kind = woman.kind === 'reminder' ? 'reminder' : 'ordinary';
  const channel = woman.digital ? 'digital' : 'paper';
  const { lastRound, falsePositiveBefore } = woman;
  const away = Math.min(life.diesOn, life.emigratesOn, ...life.tumours.map((t) => t.symptomsOn)) <= day;
  const outcome = attends(life, { day, kind, channel, lastRound, falsePositiveBefore }, r);
  return { life, outcome: away ? ('does-not-come' as const) : outcome };
}

/** Women answer their invitations: some confirm, some cancel, some do not wish to come this round. */
export async function playAnswers(play: Play): Promise<number> {
  if (weekday(play.today) === 7) return 0;
  let answers = 0;
  for (const woman of await bookedWomen(play, 'later')) {
    if (woman.status !== 'invited' || woman.kind === 'technical-recall') continue;
    const { life, outcome } = intention(play, woman);
    const r = streamOfDay(life, dayNumber(woman.day), streams.answer);
    const repliesOn =
      dayNumber(woman.toldOn) + 1 + Math.floor(r.next() * (dayNumber(woman.day) - dayNumber(woman.toldOn) - 1));
    const confirms = r.next() < CONFIRMS;
    if (repliesOn > dayNumber(play.today) || repliesOn >= dayNumber(woman.day)) continue;
    const key = { personId: woman.personId, appointmentId: woman.appointmentId, version: woman.version };
    if (outcome === 'declines')
      await act(play, system, (tx) => cancelAppointment(tx, { ...key, reason: 'not-this-round' }), changedByOther);
    else if (outcome === 'cancels')
      await act(play, system, (tx) => cancelAppointment(tx, { ...key, reason: 'later' }), changedByOther);
    else if (outcome === 'comes' && confirms)
      await act(play, system, (tx) => confirmAppointment(tx, key), changedByOther);
    else continue;
    answers++;
  }
  return answers;
}
