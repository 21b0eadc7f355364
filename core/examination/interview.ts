/**
 * What the radiographer asks before the images: symptoms, implants, earlier surgery, hormone use, last mammogram
 * elsewhere (Oncolex; BreastScreen Norway, guideline for radiographers 2011, chapter "Intervjuregistrering").
 * An appointment takes 5-8 minutes, so that only the exceptions are answered: what is left out means "nothing to report".
 */
import { z } from 'zod';
import { addMonths, type Day, parseDay, yearOf } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';

export const symptomKinds = ['lump', 'skin-change', 'nipple-change', 'discharge', 'pain', 'other'] as const;
export type SymptomKind = (typeof symptomKinds)[number];
export const symptomSides = ['left', 'right', 'both'] as const;
/** How long she has had it. */
export const symptomDurations = ['weeks', 'months', 'a-year-or-more', 'unknown'] as const;
export const surgeryKinds = ['mastectomy', 'breast-conserving', 'benign', 'reduction', 'reconstruction'] as const;
export const hormoneUses = ['never', 'earlier', 'now'] as const;

const side = z.enum(symptomSides);
const dayText = z.custom<Day>((value) => typeof value === 'string' && parseDay(value) !== undefined, {
  error: 'expected a calendar date YYYY-MM-DD',
});

export const interviewSchema = z.strictObject({
  symptoms: z
    .array(z.strictObject({ kind: z.enum(symptomKinds), side, since: z.enum(symptomDurations) }))
    .max(12)
    .default([]),
  implants: z.enum(['none', ...symptomSides]).default('none'),
  earlierSurgery: z
    .array(z.strictObject({ kind: z.enum(surgeryKinds), side, year: z.number().int().min(1900).max(2200).nullable() }))
    .max(12)
    .default([]),
  hormoneUse: z.enum(hormoneUses).default('never'),
  lastMammogramElsewhere: dayText.nullable().default(null),
  note: z.string().max(500).default(''),
});
export type Interview = z.output<typeof interviewSchema>;

/** The answers when she has nothing to report. */
export const nothingToReport: Interview = interviewSchema.parse({});

/** Breasts that a mastectomy has removed, so that no view of them is expected. */
export function removedBreasts(interview: Interview): ReadonlySet<'left' | 'right'> {
  const sides = interview.earlierSurgery.filter((s) => s.kind === 'mastectomy').map((s) => s.side);
  return new Set(sides.flatMap((s) => (s === 'both' ? (['left', 'right'] as const) : [s])));
}

/** Refuses answers that cannot be true on the day: surgery or a mammogram in the future. */
export function checkInterview(interview: Interview, today: Day): Result<Interview, 'in-the-future'> {
  const future = interview.earlierSurgery.find((s) => s.year !== null && s.year > yearOf(today));
  if (future) {
    return refuse('in-the-future', `Surgery in ${future.year}: expected a year not after ${yearOf(today)}`, {
      field: 'earlierSurgery',
    });
  }
  const last = interview.lastMammogramElsewhere;
  if (last !== null && last > today) {
    return refuse('in-the-future', `Mammogram elsewhere on ${last}: expected a day not after ${today}`, {
      field: 'lastMammogramElsewhere',
    });
  }
  return ok(interview);
}

/**
 * Whether she had a mammogram so lately that the programme would rather give her a later time
 * (invitation letter "Vil du delta i Mammografiprogrammet?": call if within the last six months).
 */
export function mammogramTooRecent(interview: Interview, today: Day, months: number): boolean {
  const last = interview.lastMammogramElsewhere;
  return last !== null && today < addMonths(last, months);
}

/** Whether any answer may lead to recall on symptoms, whatever the images show. Counted apart from recall on images. */
export function mayRecallOnSymptoms(interview: Interview, kinds: readonly SymptomKind[]): boolean {
  return interview.symptoms.some((s) => kinds.includes(s.kind));
}
