/**
 * A study inside the programme, as one versioned and signed value: the reading protocol whose arms it compares, how it
 * draws, who may take part, how she is asked, how many are planned where, and how it is to be analysed. A signed version
 * is never changed: an amendment is the next version, and who was allocated before keeps hers (ICH E6(R3) section 4.3).
 */
import { z } from 'zod';
import { type Day, parseDay } from '#core/kernel/day';
import { type Protocol, protocolSchema } from '#core/protocols/protocol';

const dayText = z.custom<Day>((value) => typeof value === 'string' && parseDay(value) !== undefined, {
  error: 'expected a calendar date YYYY-MM-DD',
});
const words = z.strictObject({ nb: z.string().min(2), nn: z.string().min(2), en: z.string().min(2) });
export type Words = z.output<typeof words>;
const id = z.string().regex(/^[a-z0-9-]{1,40}$/, 'expected small letters, digits and -');
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month YYYY-MM');

/** A factor that draws are balanced over. Age bands begin at the ages given: [50, 60] = under 60, 60 and above. */
const factor = z.union([
  z.enum(['centre', 'unit', 'round', 'implants', 'modality']),
  z.strictObject({ ageFrom: z.array(z.int().min(18).max(99)).min(1) }),
]);
export type Factor = z.output<typeof factor>;

/**
 * How arms are drawn. `blocks`: permuted blocks in each stratum, their sizes drawn among `sizes`. `minimisation`:
 * Pocock and Simon 1975 (Biometrics): the arm that evens the factors out best, with probability `probability`. `simple`: each by
 * itself. `stepped-wedge`: sites go over from the control arm to the other on the days given; nothing is drawn.
 */
const allocationRule = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('blocks'),
    sizes: z.array(z.int().min(1).max(60)).min(1),
    strata: z.array(factor),
  }),
  z.strictObject({
    method: z.literal('minimisation'),
    probability: z.number().min(0.5).max(1),
    factors: z.array(factor).min(1),
  }),
  z.strictObject({ method: z.literal('simple') }),
  z.strictObject({ method: z.literal('stepped-wedge'), to: z.string(), steps: z.record(z.string(), dayText) }),
]);
export type AllocationRule = z.output<typeof allocationRule>;

/** What is drawn for: she keeps her arm in later rounds (woman), each examination, all at a unit that day, or the site. */
export const studyUnits = ['woman', 'examination', 'day', 'site'] as const;
export type StudyUnit = (typeof studyUnits)[number];

/**
 * When it is drawn: when the images are taken (MASAI: then neither she nor the radiographer can know the arm), or at check-in,
 * before them, which is needed when the arms take different images.
 */
export const drawMoments = ['images', 'check-in'] as const;

/** What the safety board is shown by its charter: the report by arm, or all arms together. */
export const boardSights = ['by-arm', 'pooled'] as const;
export type BoardSight = (typeof boardSights)[number];

/** One thing that must hold; `words` say it to people. An input that is not known does not hold. */
const criterion = z.strictObject({
  id,
  words,
  item: z.enum(['age', 'implants', 'earlierBreastCancer', 'modality', 'round', 'symptoms', 'result', 'unit']),
  is: z.enum(['at-least', 'at-most', 'one-of', 'none-of']),
  value: z.union([z.number(), z.array(z.union([z.string(), z.boolean()])).min(1)]),
});
export type Criterion = z.output<typeof criterion>;

const eligibility = z.strictObject({ version: z.string().min(1), criteria: z.array(criterion) });
export type EligibilityRule = z.output<typeof eligibility>;

const formText = z.strictObject({ title: z.string().min(2), body: z.string().min(20).max(20_000) });
/** A form of information and consent: each version in its languages, usable from a day. */
const consentForm = z.strictObject({
  version: z.string().min(1).max(20),
  from: dayText,
  texts: z.strictObject({ nb: formText, nn: formText.exactOptional(), en: formText.exactOptional() }),
});
export type ConsentForm = z.output<typeof consentForm>;

/** `consent`: only she who has said yes. `opt-out`: she is told, and takes part unless she says no (MASAI). */
const consent = z.strictObject({ design: z.enum(['consent', 'opt-out']), forms: z.array(consentForm).min(1) });
export type ConsentDesign = z.output<typeof consent>;

/** Planned women by site and month. */
const planned = z.strictObject({ centreId: z.string(), month, women: z.int().positive() });

/** The primary analysis. `margin`: how much worse, absolute per examination, is still acceptable; absent for superiority. */
const analysis = z.strictObject({
  primary: z.enum(['screen-detected', 'interval', 'recall', 'consensus', 'reads']),
  hypothesis: z.enum(['non-inferiority', 'superiority']),
  /** Expected in the control arm, per examination (0.006 = six in a thousand). */
  expected: z.number().positive().max(1),
  margin: z.number().positive().max(1).exactOptional(),
  /** One-sided. */
  alpha: z.number().positive().max(0.2),
  power: z.number().min(0.5).max(0.999),
  /** When the safety board looks, as shares of the planned number; the last is 1. */
  looks: z.array(z.number().positive().max(1)).min(1),
  spending: z.enum(['obrien-fleming', 'pocock']),
});
export type AnalysisPlan = z.output<typeof analysis>;

export const planSchema = z.strictObject({
  id,
  version: z.string().min(1).max(20),
  title: words,
  /** What it asks, in a few plain sentences. */
  purpose: words,
  sponsor: z.string().min(2),
  /** Number in a public registry of trials; null while it has none. */
  registration: z.string().nullable(),
  /** A study that no one runs: said wherever it is shown. */
  invented: z.boolean(),
  /** What this version changes from the one before, in words; null in the first. */
  changes: words.nullable(),
  protocol: protocolSchema,
  /** Name of the arm that reads as today. */
  control: z.string(),
  armNames: z.record(z.string(), words),
  unit: z.enum(studyUnits),
  /** Absent = images. */
  moment: z.enum(drawMoments).exactOptional(),
  allocation: allocationRule,
  /** A change of arms, ratio, unit or rule begins a new series of draws; the amendment then counts it up. */
  series: z.int().min(1),
  eligibility,
  consent,
  /** Centres that are to take part; each opens by itself. */
  sites: z.array(z.string()).min(1),
  recruitment: z.strictObject({ total: z.int().positive(), planned: z.array(planned) }),
  analysis,
  /** Absent = by arm. */
  board: z.enum(boardSights).exactOptional(),
  /** When a woman may be told which arm she was in. */
  tellArm: z.enum(['never', 'when-closed']),
});
export type StudyPlan = Readonly<z.output<typeof planSchema>> & { readonly protocol: Protocol };

/** The arms in a fixed order, with how many of each in a round of draws. */
export function armsOf({ protocol }: Pick<StudyPlan, 'protocol'>): readonly WeightedArm[] {
  const known = weighted.get(protocol);
  if (known) return known;
  const arms = Object.keys(protocol.arms)
    .sort()
    .map((arm) => ({ arm, weight: protocol.ratio?.[arm] ?? 1 }));
  weighted.set(protocol, arms);
  return arms;
}

type WeightedArm = { readonly arm: string; readonly weight: number };
/** Asked for at every draw; a protocol never changes. */
const weighted = new WeakMap<Protocol, readonly WeightedArm[]>();

export const studyStates = ['draft', 'set-up', 'approved', 'open', 'paused', 'closed'] as const;
export type StudyState = (typeof studyStates)[number];
/** A site of a study; `waiting` = not opened yet. */
export const siteStates = ['waiting', 'open', 'paused', 'closed'] as const;
export type SiteState = (typeof siteStates)[number];

export const memberRoles = [
  'principal-investigator',
  'site-investigator',
  'unblinded-statistician',
  'monitor',
  'safety-board',
] as const;
export type MemberRole = (typeof memberRoles)[number];

/** What a study must have before it opens a site: nationally, and from the site's own hospital. */
export const approvalKinds = ['ethics', 'privacy', 'data-processor', 'centre-privacy-officer'] as const;
export type ApprovalKind = (typeof approvalKinds)[number];
