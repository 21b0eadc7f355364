import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import type { Language, MessageContent, MessageKind, MessageState, MessageStep } from '#core/messaging/message';
import { type WithdrawalReason, withdrawalReason } from '#core/messaging/still-wanted';
import type { Moment } from './moment.ts';

/** A message with what decides whether it should still go. `resends` numbers the key. */
export type MessageToSend = {
  readonly person_id: string;
  readonly message_id: string;
  readonly kind: MessageKind;
  readonly language: Language;
  readonly reference: string;
  readonly decided_on: Day;
  readonly content: MessageContent;
  readonly state: MessageState;
  readonly step: MessageStep;
  readonly attempts: number;
  readonly resends: number;
  readonly identity_number: string | null;
  readonly person_kind: string;
  readonly person_status: string;
  readonly appointment_day: Day | null;
  readonly appointment_at: string | null;
  readonly appointment_status: string | null;
};

/** Columns of MessageToSend; `m` is the message, the rest are joined by `factJoins`. */
export const factColumns = sql`
  m.person_id, m.message_id, m.kind, m.language, m.reference, m.decided_on, m.content, m.state, m.step, m.attempts,
  (select count(*) from message_delivery d
    where d.person_id = m.person_id and d.message_id = m.message_id and d.event = 'resent') as resends,
  p.identity_number, p.kind as person_kind, p.status as person_status,
  coalesce(a.day, s.day) as appointment_day, left(coalesce(a.at, s.at)::text, 5) as appointment_at,
  coalesce(a.status, s.status) as appointment_status`;

export const factJoins = sql`
  join person p on p.person_id = m.person_id
  left join appointment a on a.person_id = m.person_id and a.appointment_id = m.appointment_id
  left join assessment_appointment s on s.person_id = m.person_id and s.appointment_id = m.appointment_id`;

/** The key of the present step: message, step and the number of the resend. Every try of a step carries the same. */
export function keyOf(message: Pick<MessageToSend, 'message_id' | 'step' | 'resends'>): string {
  return `${message.message_id}:${message.step}:${message.resends}`;
}

export function reasonToWithdraw(message: MessageToSend, moment: Moment): WithdrawalReason | undefined {
  const { appointment_day: day, appointment_at: at, appointment_status: status } = message;
  return withdrawalReason(
    {
      kind: message.kind,
      personKind: message.person_kind,
      personStatus: message.person_status,
      appointment: day && at && status ? { day, at, status } : undefined,
    },
    moment.today,
    moment.time,
  );
}
