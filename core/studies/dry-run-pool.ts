/**
 * What each arm of a study would give in simulated women: their latent lives, images, readers and machine (core/simulation) read
 * through the interpreter that runs the live queue. The women of all arms are the same, so that arms differ only by
 * their protocol.
 */
import { type Random, random, randomOf } from '#core/kernel/random';
import { type Day, dayFromNumber } from '#core/kernel/day';
import type { AiFact } from '#core/protocols/facts';
import { type Answers, play } from '#core/protocols/play';
import { type Protocol, stepsOf } from '#core/protocols/protocol';
import { aiScore } from '#core/simulation/ai-score';
import { assessmentResult } from '#core/simulation/assessment';
import { type Images, imagesOf } from '#core/simulation/image';
import { type Life, lifeOf, streamOfDay, symptomaticDetection } from '#core/simulation/life';
import {
  consensusDecision,
  readScores,
  type SimulatedReader,
  simulatedReader,
  streamOfReader,
} from '#core/simulation/reading';
import { diameterOn } from '#core/simulation/tumour';
import { mayBecomeEligible } from './eligibility.ts';
import type { StudyPlan } from './study.ts';

/** All that the study counts of one examination. */
export type Outcome = {
  readonly reads: number;
  readonly consensus: boolean;
  readonly recall: boolean;
  readonly screenDetected: boolean;
  readonly interval: boolean;
};
/** How often each outcome comes in an arm; weights need not sum to 1. */
export type ArmOutcomes = readonly { readonly outcome: Outcome; readonly weight: number }[];
export type Pool = {
  /** Women examined on the day, before eligibility. */
  readonly women: number;
  readonly eligibleShare: number;
  readonly arms: Readonly<Record<string, ArmOutcomes>>;
};

export type PoolOptions = {
  readonly seed: number;
  readonly women: number;
  /** Day number of the examinations. */
  readonly on: number;
  /** Share of examinations that the machine gives no result for. */
  readonly aiFailure: number;
};

/** Of women without a tumour one in so many is read, with the weight of all: they are alike, and the many take the time. Configuration. */
const THINNED = 12;
/** Share of earlier rounds that a woman came to; who came last time comes again in about nine of ten rounds (core/simulation/calibration.test.ts). */
const CAME_BEFORE = 0.9;
const ROUND_DAYS = 730;
const YEAR = 365.25;

/** Draws the women and reads each by every arm; yields how many are done. */
export function* buildPool(
  plan: Pick<StudyPlan, 'protocol' | 'eligibility'>,
  options: PoolOptions,
): Generator<number, Pool> {
  const readers = Array.from({ length: 40 }, (_, i) => simulatedReader(options.seed, `dry run ${i}`));
  const arms = Object.keys(plan.protocol.arms);
  const sums = Object.fromEntries(arms.map((arm) => [arm, new Map<string, { outcome: Outcome; weight: number }>()]));
  let [examined, eligible] = [0, 0];
  for (let index = 0; index < options.women; index++) {
    if (index % 100 === 0) yield index;
    const r = randomOf(options.seed, index, 991);
    const age = 50 + 20 * r.next();
    const life = lifeOf(options.seed, index, dayFromNumber(Math.floor(options.on - YEAR * age)) as Day);
    const weight = weightOf(life, options.on, index);
    if (weight === 0 || knownBefore(life, options.on, age, readers, r)) continue;
    examined += weight;
    const inputs = { age: Math.floor(age), implants: life.implants };
    if (!mayBecomeEligible(plan.eligibility, inputs)) continue;
    eligible += weight;
    const seen = lookAt(life, options, readers, r);
    for (const arm of arms) add(sums[arm] ?? new Map(), outcomeOf(plan.protocol, arm, seen), weight);
  }
  return {
    women: examined,
    eligibleShare: examined === 0 ? 1 : eligible / examined,
    arms: Object.fromEntries(
      arms.map((arm) => [arm, [...(sums[arm]?.values() ?? [])].sort((a, b) => b.weight - a.weight)]),
    ),
  };
}

function weightOf(life: Life, on: number, index: number): number {
  const concerned = life.tumours.some(
    (t) => diameterOn(t, on) > 0 || (t.symptomsOn >= on && t.symptomsOn < on + ROUND_DAYS),
  );
  if (concerned) return 1;
  return index % THINNED === 0 ? THINNED : 0;
}

/** A cancer that earlier rounds or symptoms have found: she is not screened now. */
function knownBefore(life: Life, on: number, age: number, readers: readonly SimulatedReader[], r: Random): boolean {
  if (life.diesOn <= on || life.tumours.some((t) => t.symptomsOn < on)) return true;
  if (life.tumours.length === 0) return false;
  for (let day = on - ROUND_DAYS; day >= on - YEAR * (age - 50); day -= ROUND_DAYS) {
    if (r.next() >= CAME_BEFORE || !life.tumours.some((t) => diameterOn(t, day) > 0)) continue;
    const images = imagesOf(life, day);
    const scores = [pickReader(readers, r), pickReader(readers, r)].map((one) =>
      readScores(images, one, streamOfReader(life, day, one)),
    );
    if (scores.every((s) => Math.max(s.left, s.right) < 2)) continue;
    if (consensusDecision(images, scores, streamOfDay(life, day, 13)) === 'dismiss') continue;
    if (assessmentResult(life, images, day, streamOfDay(life, day, 14)).tumour) return true;
  }
  return false;
}

type Seen = {
  readonly life: Life;
  readonly day: number;
  readonly images: Images;
  readonly readers: readonly SimulatedReader[];
  readonly first: number;
  readonly ai: AiFact;
  readonly hasPriors: boolean;
};

function lookAt(life: Life, options: PoolOptions, readers: readonly SimulatedReader[], r: Random): Seen {
  const images = imagesOf(life, options.on);
  const { exam, left, right } = aiScore(images);
  const pct = 10 * (exam - 1);
  // PRAIM: 56.7 % of examinations were tagged normal.
  const values = { score: exam, left, right, pct, normalTag: pct < 56.7 ? 'normal' : 'none' };
  const first = Math.floor(r.next() * readers.length);
  const ai: AiFact = r.next() < options.aiFailure ? { kind: 'failed' } : { kind: 'result', values };
  return { life, day: options.on, images, readers, first, ai, hasPriors: (options.on - life.birth) / YEAR > 52 };
}

function outcomeOf(protocol: Protocol, arm: string, seen: Seen): Outcome {
  const { life, day, images } = seen;
  const steps = stepsOf(protocol, arm);
  const reads: Record<string, Answers['reads'][string]> = {};
  for (const [i, step] of steps.entries()) {
    if (!('read' in step)) continue;
    const again = step.revises ? reads[step.revises] : undefined;
    const reader = seen.readers[(seen.first + i) % seen.readers.length] as SimulatedReader;
    reads[step.read] = again ?? readScores(images, reader, streamOfReader(life, day, reader), seen.hasPriors);
  }
  const ai = Object.fromEntries(steps.flatMap((step) => ('ai' in step ? [[step.ai, seen.ai]] : [])));
  const answers = { reads, ai, items: {} };
  let played = play(protocol, arm, { ...answers, recall: false });
  const done = played.facts.reads;
  const consensus = played.facts.consensus.length > 0;
  if (consensus && decided(images, done, seen) === 'recall') played = play(protocol, arm, { ...answers, recall: true });
  const recall = played.end.kind === 'closed' && played.end.outcome === 'recall';
  const found = recall ? assessmentResult(life, images, day, streamOfDay(life, day, 14)).tumour : undefined;
  const interval = !found && symptomaticDetection(life, day, day + ROUND_DAYS) !== undefined;
  return { reads: done.length, consensus, recall, screenDetected: found !== undefined, interval };
}

/** Consensus weighs what readers marked; where the machine alone has brought the case there, the breast that it points at. */
function decided(
  images: Images,
  done: readonly { readonly left: 1 | 2 | 3 | 4 | 5; readonly right: 1 | 2 | 3 | 4 | 5 }[],
  seen: Seen,
) {
  const marked = done.some((s) => Math.max(s.left, s.right) >= 2);
  const left = images.left.ai >= images.right.ai;
  const scores = marked ? done : [{ left: left ? 2 : 1, right: left ? 1 : 2 } as const];
  return consensusDecision(images, scores, streamOfDay(seen.life, seen.day, 13));
}

function pickReader(readers: readonly SimulatedReader[], r: Random): SimulatedReader {
  return readers[Math.floor(r.next() * readers.length)] as SimulatedReader;
}

function add(sums: Map<string, { outcome: Outcome; weight: number }>, outcome: Outcome, weight: number): void {
  const key = `${outcome.reads}${outcome.consensus}${outcome.recall}${outcome.screenDetected}${outcome.interval}`;
  const known = sums.get(key);
  if (known) known.weight += weight;
  else sums.set(key, { outcome, weight });
}

/** A pool of one outcome distribution an arm, for planning by hand and for tests. */
export function poolOf(arms: Readonly<Record<string, ArmOutcomes>>): Pool {
  return { women: 0, eligibleShare: 1, arms };
}

/** The stream of one repetition. */
export function streamOf(seed: number, repetition: number): Random {
  return random('dry run', seed, repetition);
}
