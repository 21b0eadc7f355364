/** One round of one woman: her invitation, moved times, the reminder, and whether she came. */
import type { Random } from '#core/kernel/random';
import type { DeliveryText } from '#core/registry/delivery';
import type { Booking } from './diary.ts';
import { attendanceParameters, attends, type Channel, letterChannel } from './attendance.ts';
import type { ServicePoint } from './country.ts';
import { type Examined, examine } from './examination-history.ts';
import { streamOfDay } from './life.ts';
import type { Round } from './round.ts';
import { goneOn, type Woman } from './woman.ts';

export type RoundOutcome =
  | { readonly kind: 'in-flight'; readonly day: number }
  | { readonly kind: 'missed'; readonly day: number }
  | { readonly kind: 'attended'; readonly day: number; readonly examined: Examined };

type Kind = 'ordinary' | 'reminder';
type Offer = { readonly kind: Kind; readonly told: number; readonly where: ServicePoint; readonly when: Booking };
type Status = DeliveryText<'invitations'>['status'];

/** Days from a missed appointment to the reminder, and from that to its appointment (the programme's timing rules). */
const reminder = { afterDays: 14, noticeDays: 21, spreadDays: 14 } as const;

export function keepAppointments(woman: Woman, round: Round): RoundOutcome {
  const channel = letterChannel(woman.life, round.invitedOn);
  const r = streamOfDay(woman.life, round.invitedOn, 10);
  const where = round.home.postal.nearest;
  const first: Offer = {
    kind: 'ordinary',
    told: round.invitedOn,
    where,
    when: book(woman, round, where, round.wanted),
  };
  const moves = r.next() < attendanceParameters.rebooks;
  const u = r.next();
  return keep(woman, round, (moves && moved(woman, round, first, channel, u)) || first, channel, r);
}

/** She asks for another time before the day: the first is cancelled, the new one stands. */
function moved(woman: Woman, round: Round, first: Offer, channel: Channel, u: number): Offer | undefined {
  const { diary, cut } = woman.world;
  if (first.when.day - first.told < 5) return undefined;
  const askedOn = diary.onOrAfter(first.told + 1 + Math.floor(u * (first.when.day - first.told - 4)));
  if (askedOn > cut || askedOn >= goneOn(woman) || askedOn >= first.when.day) return undefined;
  write(woman, round, first, channel, 'cancelled');
  const where = round.home.postal.nearestStationary;
  return {
    kind: 'ordinary',
    told: askedOn,
    where,
    when: book(woman, round, where, first.when.day + 3 + Math.floor(25 * u)),
  };
}

function keep(woman: Woman, round: Round, offer: Offer, channel: Channel, r: Random): RoundOutcome {
  const { cut } = woman.world;
  const { day } = offer.when;
  const { lastRound, falsePositiveBefore } = woman;
  const reply = attends(woman.present, { day, kind: offer.kind, channel, lastRound, falsePositiveBefore }, r);
  const repliedOn = offer.told + Math.floor(r.next() * (day - offer.told));
  if (awayFrom(woman) <= Math.min(day, cut)) {
    write(woman, round, offer, channel, 'cancelled');
    return { kind: 'missed', day };
  }
  if (reply === 'declines' && repliedOn <= cut) {
    write(woman, round, offer, channel, 'declined');
    return { kind: 'missed', day };
  }
  if (reply === 'cancels' && repliedOn <= cut) {
    write(woman, round, offer, channel, 'cancelled');
    return remind(woman, round, offer, channel, r);
  }
  if (day > cut) {
    write(woman, round, offer, channel, 'open');
    return { kind: 'in-flight', day };
  }
  if (reply !== 'comes') {
    write(woman, round, offer, channel, 'did-not-attend');
    return remind(woman, round, offer, channel, r);
  }
  const examined = examine(woman, round, {
    day,
    unit: woman.world.unitId(offer.where),
    invitation: nextReference(woman, round),
  });
  write(woman, round, offer, channel, examined.status);
  return { kind: 'attended', day, examined };
}

/** A second time for her who did not come; none after a reminder, nor for her who is gone. */
function remind(woman: Woman, round: Round, missed: Offer, channel: Channel, r: Random): RoundOutcome {
  const { day } = missed.when;
  if (missed.kind === 'reminder') return { kind: 'missed', day };
  const told = woman.world.diary.onOrAfter(day + reminder.afterDays);
  if (told > woman.world.cut) return { kind: 'in-flight', day };
  if (told >= awayFrom(woman) || told >= woman.life.invitationStopOn) return { kind: 'missed', day };
  const where = round.home.postal.nearestStationary;
  const when = book(woman, round, where, told + reminder.noticeDays + Math.floor(reminder.spreadDays * round.spread));
  return keep(woman, round, { kind: 'reminder', told, where, when }, channel, r);
}

/** The day from which she does not come any more: dead, gone, or ill with symptoms. */
function awayFrom(woman: Woman): number {
  let day = goneOn(woman);
  for (const tumour of woman.present.tumours) day = Math.min(day, tumour.symptomsOn);
  return day;
}

function book(woman: Woman, round: Round, where: ServicePoint, from: number): Booking {
  const { diary } = woman.world;
  return round.visible ? diary.book(where, from) : { day: diary.onOrAfter(from), at: '' };
}

function nextReference(woman: Woman, round: Round): string {
  return `I${woman.reference}-${round.number}-${round.offers + 1}`;
}

function write(woman: Woman, round: Round, offer: Offer, channel: Channel, status: Status): void {
  const invitation = nextReference(woman, round);
  round.offers++;
  if (!round.visible) return;
  const { diary, unitId } = woman.world;
  woman.emit({
    file: 'invitations',
    row: {
      invitation,
      episode: `E${woman.reference}-${round.number}`,
      identity_number: woman.identityNumber,
      kind: offer.kind,
      invited_on: diary.text(offer.told),
      channel,
      unit: unitId(offer.where),
      appointment_on: diary.text(offer.when.day),
      appointment_at: offer.when.at,
      status,
    },
  });
}
