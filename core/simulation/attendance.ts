/**
 * Whether a woman comes. Her own inclination carries most of it, so that history predicts attendance as published: half
 * of those invited ten times always came (Cancer Registry of Norway, 25 years), and of those who stayed away few come next time.
 * The effects of age, letter channel and appointment are set so that the groups differ as in N9 (1,253,995 invitations
 * 2015-2019: 76.0 %; over 64 78.0, under 55 73.9; digital letter 82.0, post 73.7). The size of each is configuration.
 */
import type { Random } from '#core/kernel/random';
import type { Life } from './life.ts';

export type Channel = 'digital' | 'paper';

export type AppointmentContext = {
  readonly day: number;
  readonly kind: 'ordinary' | 'reminder';
  readonly channel: Channel;
  /** What she did last time she was invited. */
  readonly lastRound: 'attended' | 'missed' | 'first';
  readonly falsePositiveBefore: boolean;
};

export const attendanceParameters = {
  intercept: 2.08,
  inclination: 2.9,
  perYearOfAge: 0.045,
  middleAge: 60,
  digital: 0.2,
  missedBefore: -0.6,
  falsePositiveBefore: -0.15,
  bornAbroad: -0.9,
  reminder: -0.9,
  /** Of those who do not come: share that says no, so that no reminder is sent; and that cancels. */
  declines: 0.06,
  cancels: 0.05,
  /** Share of all who move their appointment to another day first. */
  rebooks: 0.08,
} as const;

/** Probability that she comes to this appointment. */
export function attendanceProbability(life: Life, context: AppointmentContext): number {
  const q = attendanceParameters;
  const age = (context.day - life.birth) / 365.25;
  const logit =
    q.intercept +
    q.inclination * life.inclination +
    q.perYearOfAge * (age - q.middleAge) +
    (context.channel === 'digital' ? q.digital : 0) +
    (context.lastRound === 'missed' ? q.missedBefore : 0) +
    (context.falsePositiveBefore ? q.falsePositiveBefore : 0) +
    (life.bornAbroad ? q.bornAbroad : 0) +
    (context.kind === 'reminder' ? q.reminder : 0);
  return 1 / (1 + Math.exp(-logit));
}

export type AttendanceOutcome = 'comes' | 'does-not-come' | 'declines' | 'cancels';

export function attends(life: Life, context: AppointmentContext, r: Random): AttendanceOutcome {
  const comes = r.next() < attendanceProbability(life, context);
  const u = r.next();
  if (comes) return 'comes';
  if (u < attendanceParameters.declines) return 'declines';
  return u < attendanceParameters.declines + attendanceParameters.cancels ? 'cancels' : 'does-not-come';
}

/**
 * Share of women whose letters go digitally, by day: about 28 % in 2015-2019 (the share at which N9's 82.0 and 73.7 give
 * 76.0), rising to 90 % at the end of 2025 (at most about 10 % by paper). The path between is configuration.
 */
const digitalShare: readonly (readonly [dayNumber: number, share: number])[] = [
  [16_071, 0.17], // 2014
  [17_897, 0.33], // 2019
  [20_089, 0.7], // 2025
  [20_454, 0.9], // 2026
];

export function letterChannel(life: Life, day: number): Channel {
  return life.digitalRank > standardQuantileAbove(shareOn(day)) ? 'digital' : 'paper';
}

/** Whether she can be reached in the citizen portal today: 90 % can. */
export function reachableDigitally(life: Life): boolean {
  return life.digitalRank > standardQuantileAbove(0.9);
}

function shareOn(day: number): number {
  let [d0, s0] = digitalShare[0] ?? [0, 0];
  if (day <= d0) return s0;
  for (const [d1, s1] of digitalShare) {
    if (day < d1) return s0 + ((day - d0) / (d1 - d0)) * (s1 - s0);
    [d0, s0] = [d1, s1];
  }
  return s0;
}

/** The standard normal value that the given share lies above; Hastings' approximation, error below 4.5e-4. */
function standardQuantileAbove(share: number): number {
  const p = Math.min(share, 1 - share);
  const t = Math.sqrt(-2 * Math.log(p));
  const z =
    t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
  return share < 0.5 ? z : -z;
}
