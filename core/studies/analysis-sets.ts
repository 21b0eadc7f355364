/**
 * Who is counted in an analysis: sets defined by rules as data, each a list of what keeps an examination out. The
 * rules are written before the outcome is known and go with every figure that is counted from them (ICH E9, section 5.2).
 */
import { received, type TrialRow } from './trial-row.ts';

/** What may keep an examination out of a set, in the order in which it is named as the reason. */
export const exclusions = [
  'asked-removal',
  'later-examination',
  'not-read',
  'reading-open',
  'no-further-data',
  'fallback',
  'departed',
  'follow-up-open',
] as const;
export type Exclusion = (typeof exclusions)[number];

export const analysisSets = ['intention-to-treat', 'modified', 'per-protocol'] as const;
export type AnalysisSet = (typeof analysisSets)[number];
export type SetRules = Readonly<Record<AnalysisSet, readonly Exclusion[]>>;

/** Everything about a row that may keep it out, in the order above. */
export function holdsBack(row: TrialRow): readonly Exclusion[] {
  const how = received(row);
  const says: Readonly<Record<Exclusion, boolean>> = {
    'asked-removal': row.withdrawn === 'remove-from-analysis',
    'later-examination': !row.first,
    'not-read': how === 'not-read',
    'reading-open': how === 'open',
    'no-further-data': row.withdrawn === 'no-further-data',
    fallback: how === 'fallback',
    departed: how === 'departed',
    'follow-up-open': !row.followedUp,
  };
  return exclusions.filter((exclusion) => says[exclusion]);
}

/** Why a row is not in a set; undefined when it is. A set without 'asked-removal' still leaves out who asked for it. */
export function keptOut(back: readonly Exclusion[], rule: readonly Exclusion[]): Exclusion | undefined {
  return back.find((exclusion) => exclusion === 'asked-removal' || rule.includes(exclusion));
}
