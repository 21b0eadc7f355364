import { sql } from 'kysely';
import { addDays, type Day } from '#core/kernel/day';
import { isSmsDue } from '#core/messaging/due-sms';
import { messagingRules } from '#programmes/breast-no/messaging';
import type { Tx } from '#server/db/transaction';
import { decideMessages } from './decide-message.ts';

type Row = {
  person_id: string;
  episode_id: string;
  appointment_id: string;
  kind: string;
  status: string;
  day: Day;
  at: string;
};

/** What an SMS before an appointment is about: each appointment, also one that another was moved to, has its own. */
export const smsCause = (appointmentId: string): string => `sms-reminder:${appointmentId}`;

/**
 * Decides the SMS of every appointment that is due one and has none: three days before, or later if that day was missed.
 * A woman who has said that she wants no SMS gets none.
 * `time` is local, 'HH:MM'. Can be called as often as one likes. Returns how many were decided.
 */
export async function decideDueSms(tx: Tx, time = '00:00'): Promise<number> {
  const { sms } = messagingRules;
  const { rows } = await sql<Row>`
    select a.person_id, a.episode_id, a.appointment_id, a.kind, a.status, a.day, left(a.at::text, 5) as at
    from appointment a join person p on p.person_id = a.person_id
    left join contact_wish w on w.person_id = a.person_id
    where a.day between ${tx.today} and ${addDays(tx.today, sms.daysBefore)}
      and a.status = any (${[...sms.standingStatuses]}) and a.kind = any (${[...sms.appointmentKinds]})
      and p.kind = 'known' and p.status <> 'dead' and coalesce(w.phone, p.phone) is not null
      and coalesce(w.sms, true)
      and not exists (select from message m where m.person_id = a.person_id and m.cause = 'sms-reminder:' || a.appointment_id)
    order by a.day, a.at, a.person_id`.execute(tx.q);
  const due = rows.filter((row) => isSmsDue(row, tx.today, time, sms));
  const decided = await decideMessages(
    tx,
    due.map((row) => ({
      personId: row.person_id,
      kind: 'sms-reminder' as const,
      cause: smsCause(row.appointment_id),
      episodeId: row.episode_id,
      appointmentId: row.appointment_id,
    })),
  );
  return decided.length;
}
