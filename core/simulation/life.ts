/**
 * One woman's latent life, recomputable at any time from (seed, index, birth day): the history, and later the live
 * demo, ask the same functions about the same woman and get the same answers. Each purpose has its own random stream,
 * so that a change of policy changes only what follows from the policy.
 */
import { type CivilDate, type Day, civil, dayNumber } from '#core/kernel/day';
import { exponential, normal, type Random, randomOf, weighted } from '#core/kernel/random';
import { ageAtHazard, hazardOf } from './incidence.ts';
import { type LifeParameters, lifeParameters } from './parameters.ts';
import { type Tumour, drawIndolent, drawProgressive } from './tumour.ts';

const DAYS = 365.25;

/** Which stream of a woman's a draw comes from. Streams of a day are keyed by day number too: see `streamOfDay`. */
export const purposes = {
  death: 1,
  move: 2,
  tumour: 3,
  indolent: 4,
  attendance: 5,
  body: 6,
  registers: 7,
  round: 8,
  name: 9,
} as const;

export type Move = {
  readonly on: number;
  readonly sameCounty: boolean;
  /** Uniform draw that picks the place. */
  readonly place: number;
};

export type Life = {
  readonly seed: number;
  readonly index: number;
  readonly birth: number;
  readonly birthYear: number;
  /** Day number of death of other causes than breast cancer. */
  readonly diesOn: number;
  /** Day number; infinite when she stays. */
  readonly emigratesOn: number;
  readonly moves: readonly Move[];
  readonly tumours: readonly Tumour[];
  /** Standard normal: how inclined she is to come, and (correlated) to be reached digitally. */
  readonly inclination: number;
  readonly digitalRank: number;
  readonly bornAbroad: boolean;
  readonly implants: boolean;
  /** Volpara group 1-4. */
  readonly density: number;
  /** Day numbers; infinite when never. */
  readonly invitationStopOn: number;
  readonly storageReservationOn: number;
};

export function lifeOf(seed: number, index: number, birthDay: Day, p: LifeParameters = lifeParameters): Life {
  const birth = dayNumber(birthDay);
  const { year }: CivilDate = civil(birthDay);
  const body = randomOf(seed, index, purposes.body);
  const registers = randomOf(seed, index, purposes.registers);
  const attendance = randomOf(seed, index, purposes.attendance);
  const death = randomOf(seed, index, purposes.death);
  const inclination = normal(attendance);
  return {
    seed,
    index,
    birth,
    birthYear: year,
    diesOn: Math.floor(birth + DAYS * p.otherDeath.scale * (-Math.log(1 - death.next())) ** (1 / p.otherDeath.shape)),
    emigratesOn: Math.floor(birth + DAYS * (40 + exponential(death, p.emigrationRate))),
    moves: movesOf(randomOf(seed, index, purposes.move), birth, p),
    tumours: tumoursOf(seed, index, birth, year, p),
    inclination,
    digitalRank: 0.13 * inclination + Math.sqrt(1 - 0.13 ** 2) * normal(attendance),
    bornAbroad: body.next() < p.bornAbroadShare,
    implants: body.next() < p.implantShare,
    density:
      1 +
      weighted(
        body,
        p.density.map(([share]) => share),
      ),
    invitationStopOn: registerDay(registers, birth, p.invitationStopShare),
    storageReservationOn: registerDay(registers, birth, p.storageReservationShare),
  };
}

/** A day in the ages 50-69 when she enters herself in a register, for the given share of women. */
function registerDay(r: Random, birth: number, share: number): number {
  const enters = r.next() < share;
  const age = 50 + 20 * r.next();
  return enters ? Math.floor(birth + DAYS * age) : Number.POSITIVE_INFINITY;
}

function movesOf(r: Random, birth: number, p: LifeParameters): Move[] {
  const moves: Move[] = [];
  for (let age = 40 + exponential(r, p.moveRate); age < 90; age += exponential(r, p.moveRate)) {
    moves.push({ on: Math.floor(birth + DAYS * age), sameCounty: r.next() < p.sameCountyMoveShare, place: r.next() });
  }
  return moves;
}

/** At most one progressive and one indolent tumour: a second cancer is outside this version. */
function tumoursOf(seed: number, index: number, birth: number, birthYear: number, p: LifeParameters): Tumour[] {
  const tumours: Tumour[] = [];
  const r = randomOf(seed, index, purposes.tumour);
  const age = ageAtHazard(hazardOf(birthYear, p), -Math.log(1 - r.next()));
  if (age !== undefined) tumours.push(drawProgressive(birth + DAYS * age, r, p));
  const s = randomOf(seed, index, purposes.indolent);
  const begins = p.indolent.fromAge + exponential(s, p.indolent.rate / 100_000);
  if (begins < p.indolent.toAge) tumours.push(drawIndolent(birth + DAYS * begins, s, p));
  return tumours;
}

/** The same woman after her cancer has been treated: what her later images show. */
export function withoutTumours(life: Life): Life {
  return { ...life, tumours: [] };
}

/** The stream of one purpose on one day of one woman's: an examination, an appointment. */
export function streamOfDay(life: Life, day: number, purpose: number): Random {
  return randomOf(life.seed, life.index, (day + 40_000) * 64 + purpose);
}

/** The first tumour that gives symptoms from `from` up to, not including, `to` (day numbers). */
export function symptomaticDetection(life: Life, from: number, to: number): Tumour | undefined {
  return life.tumours.find((t) => t.symptomsOn >= from && t.symptomsOn < to);
}
