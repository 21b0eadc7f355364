/** Whether a message that was decided earlier should still go: asked each time it is about to be sent. */
import type { Day } from '#core/kernel/day';
import { isOver } from './due-sms.ts';
import type { MessageKind } from './message.ts';

/** The facts at the moment of sending. `appointment` is the one the message is about, if any. */
export type SendingFacts = {
  readonly kind: MessageKind;
  readonly personKind: string;
  readonly personStatus: string;
  readonly appointment: { readonly day: Day; readonly at: string; readonly status: string } | undefined;
};

export type WithdrawalReason = 'dead' | 'not-known' | 'appointment-changed' | 'too-late';

/** Kinds that offer a time: pointless, and wrong, once the time is gone. */
const offersATime: readonly MessageKind[] = [
  'invitation',
  'reminder',
  'sms-reminder',
  'technical-recall',
  'moved',
  'recall',
];
const standing: readonly string[] = ['invited', 'confirmed', 'booked'];

/** The reason to withdraw the message, or undefined when it should go. `time` is local, 'HH:MM'. */
export function withdrawalReason(facts: SendingFacts, today: Day, time: string): WithdrawalReason | undefined {
  if (facts.personStatus === 'dead') return 'dead';
  if (facts.personKind !== 'known') return 'not-known';
  const { appointment } = facts;
  if (!appointment || !offersATime.includes(facts.kind)) return undefined;
  if (!standing.includes(appointment.status)) return 'appointment-changed';
  return isOver(appointment, today, time) ? 'too-late' : undefined;
}
