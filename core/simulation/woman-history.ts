/** One woman's way through the programme, round by round, as the rows that a real programme would have kept. */
import type { DeliveryFile, DeliveryText } from '#core/registry/delivery';
import { type Day, dayFromNumber } from '#core/kernel/day';
import { normal, randomOf } from '#core/kernel/random';
import { type Channel, attends, letterChannel } from './attendance.ts';
import type { Diary } from './appointments.ts';
import type { Municipality, PostalCode, ServicePoint } from './country.ts';
import { type Examined, examine } from './examination-history.ts';
import { type Life, purposes, streamOfDay } from './life.ts';
import { cancerDeath, pathologyOf } from './pathology.ts';
import type { LifeParameters } from './parameters.ts';
import type { SimulatedReader } from './reading.ts';
import type { Tumour } from './tumour.ts';

export type HistoryRow = { readonly [File in DeliveryFile]: { readonly file: File; readonly row: DeliveryText<File> } }[DeliveryFile];
export type Emit = (row: HistoryRow) => void;

/** Configuration of how a round goes; ages as the programme's own rule. */
export const roundParameters = {
  firstAge: 50,
  lastAge: 69,
  programmeStart: 2005,
  interval: 730,
  intervalSd: 8,
  noticeDays: 28,
  noticeSpread: 7,
  reminderAfterDays: 14,
  reminderNoticeDays: 21,
  yearsAfterCancer: 10,
  recoverDays: 120,
} as const;

export type Home = { readonly municipality: Municipality; readonly postal: PostalCode };

export type World = {
  readonly seed: number;
  readonly parameters: LifeParameters;
  readonly diary: Diary;
  /** First day of rows, and the last day that the files know of. */
  readonly from: number;
  readonly cut: number;
  readonly stoodStill: { readonly from: number; readonly to: number } | undefined;
  readonly unitId: (point: ServicePoint) => string;
  readonly readersOf: (centreId: string) => readonly SimulatedReader[];
  readonly radiographersOf: (centreId: string) => readonly string[];
};

export type WomanResult = { readonly diesOn: number };

export function womanHistory(
  world: World,
  life: Life,
  identityNumber: string,
  reference: string,
  homeOn: (day: number) => Home,
  emit: Emit,
): WomanResult {
  const { diary, cut, from } = world;
  const q = roundParameters;
  const plan = randomOf(life.seed, life.index, purposes.round);
  const newYear = life.birth;
  let diesOn = life.diesOn;
  let present: Life = life;
  let due = Math.floor(newYear + 365.25 * q.firstAge);
  const startDay = Math.floor((q.programmeStart - 1970) * 365.25);
  if (due < startDay) due += q.interval * Math.ceil((startDay - due) / q.interval);
  let last: 'attended' | 'missed' | 'first' = 'first';
  let falsePositiveBefore = false;

  const gone = (): number => Math.min(diesOn, life.emigratesOn);
  const diagnose = (tumour: Tumour, day: number): void => {
    const r = streamOfDay(life, day, 40);
    const pathology = pathologyOf(tumour, day, r);
    const treatedOn = diary.onOrAfter(day + 15 + Math.floor(20 * r.next()));
    const treated = pathology.surgery !== 'none' && treatedOn < Math.min(gone(), cut + 1);
    diesOn = Math.min(diesOn, cancerDeath(tumour, day, r, world.parameters));
    present = { ...present, tumours: [] };
    due = Math.max(due, Math.floor(day + 365.25 * q.yearsAfterCancer));
    if (day > cut || day >= life.diesOn || day >= life.emigratesOn) return;
    const { behaviour, histology, side, sizeMm, grade, nodes, er, pr, her2, surgery } = pathology;
    emit({
      file: 'cancers',
      row: {
        cancer: `K${reference}-1`,
        identity_number: identityNumber,
        diagnosed_on: dayFromNumber(day),
        side,
        behaviour,
        histology,
        size_mm: String(sizeMm),
        grade: String(grade),
        nodes,
        er,
        pr,
        her2,
        surgery: treated || surgery === 'none' ? surgery : 'unknown',
        treated_on: treated ? dayFromNumber(treatedOn) : '',
      },
    });
  };
  /** Cancers that gave symptoms before a day, in a woman who is still here. */
  const symptomsBefore = (day: number): void => {
    const tumour = present.tumours.find((t) => t.symptomsOn < day);
    if (tumour) diagnose(tumour, tumour.symptomsOn);
  };

  for (let round = 1; ; round++) {
    const jitter = plan.next();
    const spread = plan.next();
    const cancelledByDeath = plan.next();
    void cancelledByDeath;
    const drift = normal(plan, 0, q.intervalSd);
    symptomsBefore(due);
    let wanted = due + Math.floor(21 * jitter);
    if (world.stoodStill && wanted >= world.stoodStill.from && wanted <= world.stoodStill.to) {
      wanted = world.stoodStill.to + 1 + Math.floor(q.recoverDays * spread);
    }
    const home = homeOn(wanted - q.noticeDays);
    const point = home.postal.nearest;
    wanted = diary.nearestVisit(point, wanted, spread);
    const birthAge = yearIndex(wanted) - life.birthYear;
    if (birthAge > q.lastAge || wanted - q.noticeDays - q.noticeSpread > cut) break;
    if (wanted >= gone() || wanted - q.noticeDays >= life.invitationStopOn) break;

    const invitedOn = diary.onOrBefore(wanted - q.noticeDays - Math.floor(q.noticeSpread * spread));
    if (invitedOn > cut) break;
    const visible = invitedOn >= from;
    const booking = visible ? diary.book(point, wanted) : { day: diary.onOrAfter(wanted), at: '' };
    const episode = `E${reference}-${round}`;
    let offers = 0;
    const offer = (
      kind: 'ordinary' | 'reminder',
      on: number,
      channel: Channel,
      where: ServicePoint,
      when: { day: number; at: string },
      status: DeliveryText<'invitations'>['status'],
    ): string => {
      const invitation = `I${reference}-${round}-${++offers}`;
      if (visible) {
        emit({
          file: 'invitations',
          row: {
            invitation,
            episode,
            identity_number: identityNumber,
            kind,
            invited_on: dayFromNumber(on),
            channel,
            unit: world.unitId(where),
            appointment_on: dayFromNumber(when.day),
            appointment_at: when.at,
            status,
          },
        });
      }
      return invitation;
    };

    const outcome = keepAppointments();
    symptomsBefore(Math.min(outcome.day, cut) + 1);
    if (outcome.kind === 'in-flight') break;
    if (outcome.kind === 'attended') {
      if (outcome.examined?.tumour) diagnose(outcome.examined.tumour, outcome.examined.diagnosedOn);
      else if (outcome.examined?.recalled) falsePositiveBefore = true;
      last = 'attended';
    } else last = 'missed';
    due = Math.max(due + 1, outcome.day + q.interval + Math.round(drift));

    type Outcome =
      | { kind: 'in-flight'; day: number }
      | { kind: 'missed'; day: number }
      | { kind: 'attended'; day: number; examined: Examined | undefined };

    function keepAppointments(): Outcome {
      const channel = letterChannel(life, invitedOn);
      const r = streamOfDay(life, invitedOn, 10);
      let when = booking;
      let told = invitedOn;
      const rebooks = r.next() < 0.08;
      const movedAfter = r.next();
      const decidedAfter = r.next();
      if (rebooks && visible) {
        const movedOn = diary.onOrBefore(told + 1 + Math.floor(movedAfter * (when.day - told - 2)));
        if (movedOn <= cut && movedOn < gone() && movedOn >= told) {
          const next = diary.book(home.postal.nearestStationary, when.day + 3 + Math.floor(25 * movedAfter));
          offer('ordinary', told, channel, point, when, 'cancelled');
          told = movedOn;
          when = next;
          return appointment('ordinary', told, channel, home.postal.nearestStationary, when, r, decidedAfter);
        }
      }
      return appointment('ordinary', told, channel, point, when, r, decidedAfter);
    }

    function appointment(
      kind: 'ordinary' | 'reminder',
      told: number,
      channel: Channel,
      where: ServicePoint,
      when: { day: number; at: string },
      r: ReturnType<typeof streamOfDay>,
      decidedAfter: number,
    ): Outcome {
      const day = when.day;
      const reply = attends(present, { day, kind, channel, lastRound: last, falsePositiveBefore }, r);
      const away = Math.min(gone(), ...present.tumours.map((t) => t.symptomsOn));
      if (away <= day && away <= cut) {
        offer(kind, told, channel, where, when, 'cancelled');
        return { kind: 'missed', day };
      }
      const repliedOn = told + Math.floor(decidedAfter * (day - told));
      if ((reply === 'declines' || reply === 'cancels') && repliedOn <= cut) {
        offer(kind, told, channel, where, when, reply === 'declines' ? 'declined' : 'cancelled');
        if (reply === 'declines' || kind === 'reminder') return { kind: 'missed', day };
        return remind(day, channel, r, decidedAfter);
      }
      if (day > cut) {
        offer(kind, told, channel, where, when, 'open');
        return { kind: 'in-flight', day };
      }
      if (reply !== 'comes') {
        offer(kind, told, channel, where, when, 'did-not-attend');
        return kind === 'ordinary' ? remind(day, channel, r, decidedAfter) : { kind: 'missed', day };
      }
      const examined = examine(world, present, {
        day,
        unit: world.unitId(where),
        centreId: home.municipality.centreId,
        reference,
        identityNumber,
        round,
        episode,
        invitation: `I${reference}-${round}-${offers + 1}`,
        until: Math.min(cut, gone() - 1),
        emit: visible ? emit : undefined,
      });
      offer(kind, told, channel, where, when, examined.status);
      return { kind: 'attended', day, examined };
    }

    function remind(missedOn: number, channel: Channel, r: ReturnType<typeof streamOfDay>, decidedAfter: number): Outcome {
      const told = diary.onOrAfter(missedOn + q.reminderAfterDays);
      if (told >= gone()) return { kind: 'missed', day: missedOn };
      if (told > cut) return { kind: 'in-flight', day: missedOn };
      const where = home.postal.nearestStationary;
      const earliest = told + q.reminderNoticeDays + Math.floor(14 * spread);
      const when = visible ? diary.book(where, earliest) : { day: diary.onOrAfter(earliest), at: '' };
      return appointment('reminder', told, channel, where, when, r, decidedAfter);
    }
  }
  symptomsBefore(Math.min(gone(), cut + 1));
  return { diesOn };
}

function yearIndex(day: number): number {
  return Number((dayFromNumber(day) as Day).slice(0, 4));
}
