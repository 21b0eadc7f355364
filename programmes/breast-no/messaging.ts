/**
 * How the programme's messages go out.
 * Sources: SMS three days before the ordinary and the reminder appointment, to all women, in bokmål, from 1 September
 * 2025; letters through Helsenorge, at most about 10 % on paper (Kreftregisteret, programme description).
 * Days until an unopened letter goes to print and the back-off are configuration: no source.
 */
import type { CascadeRules, CascadeStep } from '#core/messaging/cascade';
import type { SmsRules } from '#core/messaging/due-sms';

const letter = (notOpenedAfterDays: number): readonly CascadeStep[] => [
  { step: 'digital', notOpenedAfterDays },
  { step: 'print' },
];

export type MessagingRules = CascadeRules & {
  readonly sms: SmsRules;
  /** Minutes a claimed message is left alone before another worker may send it again with the same key. */
  readonly leaseMinutes: number;
  /** Messages claimed at a time. */
  readonly batch: number;
  /** Messages of a batch under way to a partner at the same time. */
  readonly atATime: number;
  /** Milliseconds to wait for a partner's answer. */
  readonly timeoutMs: number;
  readonly smsSender: string;
};

export const messagingRules: MessagingRules = {
  cascades: {
    invitation: letter(7),
    reminder: letter(7),
    'result-normal': letter(14),
    recall: letter(2),
    'technical-recall': letter(3),
    moved: letter(3),
    cancelled: letter(3),
    'assessment-result': letter(14),
    'sms-reminder': [{ step: 'sms' }],
  },
  backOffMinutes: [1, 5, 30, 120, 720],
  sms: {
    daysBefore: 3,
    appointmentKinds: ['ordinary', 'reminder'],
    standingStatuses: ['invited', 'confirmed'],
  },
  leaseMinutes: 10,
  batch: 40,
  atATime: 6,
  timeoutMs: 10_000,
  smsSender: 'Timebestilling',
};
