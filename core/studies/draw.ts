/**
 * Concealed draws. No list exists: what a position of a stratum holds follows from HMAC-SHA-256 under the study's key over
 * study, stratum, block and part, taken 32 bits at a time. Who has no key can say nothing of the next draw; who is given it
 * can work every draw out again. Permuted blocks: the block's size is drawn, then its arms are shuffled (Fisher-Yates).
 * Minimisation: Pocock and Simon 1975, with the counts divided by the ratio (Han, Enas and McEntegart 2009, Stat Med).
 */
import { armsOf, type StudyPlan } from './study.ts';

/** Digest number `part` of one block, as hexadecimal text; the names of stratum and block are bound to it beforehand. */
export type Digest = (part: number) => string;

/** What is digested, joined by line feeds. */
export function digestMessage(studyId: string, stratum: string, block: number, part: number): string {
  return [studyId, stratum, block, part].join('\n');
}

/** Where a stratum stands: the block in hand, how much of it is used, and with minimisation the counts so far. */
export type Standing = {
  readonly block: number;
  readonly used?: number;
  /** "factor=level" -> arm -> how many. */
  readonly margins?: Readonly<Record<string, Readonly<Record<string, number>>>>;
};
export const firstStanding: Standing = { block: 0 };

export type DrawPlan = Pick<StudyPlan, 'protocol' | 'allocation'>;
export type Draw = { readonly arm: string; readonly standing: Standing };

/** The next draw of a stratum and where it then stands. `levels`: "factor=level" of each factor; blocks do without. */
export function draw(plan: DrawPlan, standing: Standing, levels: readonly string[], digest: Digest): Draw {
  const arms = armsOf(plan);
  const { allocation } = plan;
  if (allocation.method === 'stepped-wedge')
    return { arm: onItsStep(arms, allocation, levels), standing: { block: standing.block + 1 } };
  if (allocation.method === 'blocks') {
    const block = blockInHand(plan, arms, allocation.sizes, digest);
    const used = (standing.used ?? 0) + 1;
    const arm = block[used - 1];
    if (arm === undefined) throw new Error(`block ${standing.block} has ${block.length} places, none at ${used}`);
    return { arm, standing: used === block.length ? { block: standing.block + 1 } : { block: standing.block, used } };
  }
  const next = words(digest);
  if (allocation.method === 'minimisation') {
    const margins = standing.margins ?? {};
    const arm = minimised(arms, margins, levels, allocation.probability, next);
    return { arm, standing: { block: standing.block + 1, margins: counted(margins, levels, arm) } };
  }
  return { arm: among(arms, next), standing: { block: standing.block + 1 } };
}

type Arms = ReturnType<typeof armsOf>;
type Words = () => number;

/** Blocks in hand: whoever draws on with the same digest has its block shuffled once. */
const inHand = new WeakMap<Digest, { readonly plan: DrawPlan; readonly block: readonly string[] }>();

function blockInHand(plan: DrawPlan, arms: Arms, sizes: readonly number[], digest: Digest): readonly string[] {
  const known = inHand.get(digest);
  if (known?.plan === plan) return known.block;
  const block = permutedBlock(arms, sizes, digest);
  inHand.set(digest, { plan, block });
  return block;
}

/** The arms of one block, in order. */
export function permutedBlock(arms: Arms, sizes: readonly number[], digest: Digest): readonly string[] {
  const next = words(digest);
  const size = sizes[below(sizes.length, next)] ?? 0;
  const round = arms.reduce((sum, { weight }) => sum + weight, 0);
  const block = arms.flatMap(({ arm, weight }) => Array<string>((size / round) * weight).fill(arm));
  for (let i = block.length - 1; i > 0; i--) {
    const j = below(i + 1, next);
    [block[i], block[j]] = [block[j] ?? '', block[i] ?? ''];
  }
  return block;
}

/** 32-bit words, eight from each digest. */
function words(digest: Digest): Words {
  let part = 0;
  let at = 64;
  let text = '';
  return () => {
    if (at === 64) {
      text = digest(part++);
      at = 0;
    }
    at += 8;
    return Number.parseInt(text.slice(at - 8, at), 16);
  };
}

/** A whole number from 0 to n - 1, each equally likely: words above the last whole multiple of n are thrown away. */
function below(n: number, next: Words): number {
  const limit = 2 ** 32 - (2 ** 32 % n);
  for (;;) {
    const word = next();
    if (word < limit) return word % n;
  }
}

/** A wedge draws nothing: the site has gone over on its day, or not yet. */
function onItsStep(
  arms: Arms,
  wedge: Extract<StudyPlan['allocation'], { method: 'stepped-wedge' }>,
  levels: readonly string[],
): string {
  const [site, day] = levels.map((level) => level.slice(level.indexOf('=') + 1));
  const step = wedge.steps[site ?? ''];
  const control = arms.find(({ arm }) => arm !== wedge.to)?.arm;
  if (step === undefined || day === undefined || control === undefined) throw new Error(`no step for ${levels.join()}`);
  return day >= step ? wedge.to : control;
}

/** One of the arms in proportion to its weight. */
function among(arms: Arms, next: Words): string {
  let left = below(
    arms.reduce((sum, { weight }) => sum + weight, 0),
    next,
  );
  for (const { arm, weight } of arms) {
    if (left < weight) return arm;
    left -= weight;
  }
  throw new Error('an arm without a weight');
}

type Margins = NonNullable<Standing['margins']>;

/** The arm that leaves the least imbalance, with the probability given; else one of the others. Equals are drawn among. */
function minimised(arms: Arms, margins: Margins, levels: readonly string[], probability: number, next: Words): string {
  const imbalance = arms.map(({ arm }) => imbalanceWith(arms, margins, levels, arm));
  const least = Math.min(...imbalance);
  const best = arms.filter((_, i) => (imbalance[i] ?? 0) <= least + 1e-9);
  const others = arms.filter((arm) => !best.includes(arm));
  const among1 = others.length === 0 || next() < probability * 2 ** 32 ? best : others;
  return among(among1, next);
}

/** Sum over the factors of the range of counts per weight, were she given this arm. */
function imbalanceWith(arms: Arms, margins: Margins, levels: readonly string[], given: string): number {
  let sum = 0;
  for (const level of levels) {
    const counts = arms.map(({ arm, weight }) => ((margins[level]?.[arm] ?? 0) + Number(arm === given)) / weight);
    sum += Math.max(...counts) - Math.min(...counts);
  }
  return sum;
}

function counted(margins: Margins, levels: readonly string[], arm: string): Margins {
  const added = levels.map((level) => [level, { ...margins[level], [arm]: (margins[level]?.[arm] ?? 0) + 1 }] as const);
  return { ...margins, ...Object.fromEntries(added) };
}
