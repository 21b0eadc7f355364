/** One woman's way through the programme, round by round, as the rows that a real programme would have kept. */
import { dayNumber } from '#core/kernel/day';
import { normal, type Random, randomOf } from '#core/kernel/random';
import { keepAppointments } from './appointment-history.ts';
import type { Round } from './round.ts';
import { diagnoseSymptoms, diagnoseTumour } from './cancer-history.ts';
import { type Life, purposes } from './life.ts';
import { goneOn, type Woman } from './woman.ts';
import { programmeStart, type World } from './world.ts';

/** How rounds are laid: the interval and ages are the programme's, the rest configuration. */
export const roundParameters = {
  firstAge: 50,
  lastAge: 69,
  intervalDays: 730,
  intervalSd: 8,
  /** An appointment lies up to so many days after the due day, and is sent so many days before. */
  spreadDays: 21,
  noticeDays: 28,
  noticeSpread: 7,
  /** Women who were due while the programme stood still are taken over so many days after it opened. */
  recoverDays: 120,
} as const;

const startDay = dayNumber(programmeStart);

/** What her row in the register needs of how it went: day numbers of her death and of her last screening before the files. */
export type Played = { readonly diesOn: number; readonly earlierScreeningOn: number | undefined };

/** Plays her rounds up to the data cut. */
export function womanHistory(
  world: World,
  life: Life,
  person: Pick<Woman, 'identityNumber' | 'reference' | 'homeOn' | 'emit'>,
): Played {
  const woman: Woman = {
    world,
    life,
    ...person,
    present: life,
    diesOn: life.diesOn,
    due: firstDue(life),
    lastRound: 'first',
    falsePositiveBefore: false,
    screenedBefore: false,
    earlierScreeningOn: undefined,
  };
  const plan = randomOf(life.seed, life.index, purposes.round);
  for (let number = 1; ; number++) {
    diagnoseSymptoms(woman, woman.due);
    const round = layRound(woman, number, plan);
    if (!round || !playRound(woman, round)) break;
  }
  diagnoseSymptoms(woman, Math.min(goneOn(woman), world.cut + 1));
  return { diesOn: woman.diesOn, earlierScreeningOn: woman.earlierScreeningOn };
}

/** Her 50th birthday; for those who were older when the programme began, within its first two years. */
function firstDue(life: Life): number {
  const due = firstBirthday(life);
  const late = Math.ceil((startDay - due) / roundParameters.intervalDays);
  return late > 0 ? due + late * roundParameters.intervalDays : due;
}

function stoodStill(world: World, day: number): boolean {
  return day >= world.stoodStill.from && day <= world.stoodStill.to;
}

/** The day she turns the first age. */
function firstBirthday(life: Life): number {
  return Math.ceil(life.birth + 365.25 * roundParameters.firstAge);
}

/** When and where her next round is; undefined when she is not invited again before the cut. */
function layRound(woman: Woman, number: number, plan: Random): Round | undefined {
  const { world, life } = woman;
  const q = roundParameters;
  const jitter = plan.next();
  const spread = plan.next();
  const drift = Math.round(normal(plan, 0, q.intervalSd));
  let wanted = woman.due + Math.floor(q.spreadDays * jitter);
  let notBefore = firstBirthday(life);
  if (stoodStill(world, wanted)) {
    notBefore = world.stoodStill.to + 1;
    wanted = notBefore + Math.floor(q.recoverDays * spread);
  }
  if (wanted - q.noticeDays - 40 > world.cut) return undefined;
  const home = woman.homeOn(wanted - q.noticeDays);
  const { nearest } = home.postal;
  wanted = world.diary.nearestVisit(nearest, wanted, notBefore, spread);
  if (stoodStill(world, wanted)) wanted = world.diary.nearestVisit(nearest, wanted, world.stoodStill.to + 1, spread);
  const invitedOn = world.diary.onOrBefore(wanted - q.noticeDays - Math.floor(q.noticeSpread * spread));
  if (invitedOn > world.cut || invitedOn >= goneOn(woman) || invitedOn >= life.invitationStopOn) return undefined;
  if (world.diary.yearOf(wanted) - life.birthYear > q.lastAge) return undefined;
  return { number, home, invitedOn, wanted, spread, drift, visible: invitedOn >= world.from, offers: 0 };
}

/** Plays a round; false when it is still in flight at the cut. */
function playRound(woman: Woman, round: Round): boolean {
  const outcome = keepAppointments(woman, round);
  if (outcome.kind === 'in-flight') return false;
  if (outcome.kind === 'attended') {
    const { tumour, recalled, diagnosedOn } = outcome.examined;
    if (tumour) diagnoseTumour(woman, tumour, diagnosedOn);
    else if (recalled) woman.falsePositiveBefore = true;
    woman.screenedBefore = true;
    if (!round.visible && outcome.examined.status !== 'attended-not-screened') woman.earlierScreeningOn = outcome.day;
  }
  woman.lastRound = outcome.kind;
  woman.due = Math.max(woman.due + 1, outcome.day + roundParameters.intervalDays + round.drift);
  return true;
}
