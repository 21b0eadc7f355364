/**
 * What a woman needs at her appointment: told by her on the telephone or on her own page, kept as data, honoured by
 * booking (a longer time, a unit without stairs) and shown to those who meet her.
 */
import { z } from 'zod';

export const needKinds = ['interpreter', 'wheelchair', 'implants', 'extra-time'] as const;
export type NeedKind = (typeof needKinds)[number];

/** As kept in person.needs; what she does not need is left out. */
export const needsSchema = z.object({
  /** The language, a code of ISO 639. */
  interpreter: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'expected a language code')
    .optional(),
  wheelchair: z.literal(true).optional(),
  implants: z.literal(true).optional(),
  'extra-time': z.literal(true).optional(),
  /** Anything else, in words. */
  other: z.string().trim().min(1).max(200).optional(),
});
export type Needs = z.output<typeof needsSchema>;

export type NeedRules = {
  /** Needs for which two times in a row are set aside. */
  readonly longer: readonly NeedKind[];
  /** Needs for which she must be able to come in without stairs. */
  readonly stepFree: readonly NeedKind[];
  /** Languages that an interpreter is usually asked for, ISO 639; any other can be written. */
  readonly languages: readonly string[];
};

export type Requires = { readonly longer: boolean; readonly stepFree: boolean };

/** What booking must honour for these needs. */
export function requiredBy(needs: Needs, rules: NeedRules): Requires {
  const has = (kind: NeedKind) => needs[kind] !== undefined;
  return { longer: rules.longer.some(has), stepFree: rules.stepFree.some(has) };
}

/** Needs as stored; what is not understood (from an earlier system) is left out rather than refused. */
export function readNeeds(stored: unknown): Needs {
  if (typeof stored === 'object' && stored !== null && Object.keys(stored).length === 0) return {};
  const known = Object.entries(typeof stored === 'object' && stored !== null ? stored : {}).filter(([key, value]) => {
    const part = needsSchema.shape[key as keyof Needs];
    return part?.safeParse(value).success && value !== undefined;
  });
  return needsSchema.parse(Object.fromEntries(known));
}

/** Why the time she has does not suit what she needs; empty when it does. */
export function unmetNeeds(
  requires: Requires,
  appointment: { readonly longer: boolean; readonly stepFree: boolean },
): readonly ('too-short' | 'stairs')[] {
  return [
    ...(requires.longer && !appointment.longer ? (['too-short'] as const) : []),
    ...(requires.stepFree && !appointment.stepFree ? (['stairs'] as const) : []),
  ];
}
