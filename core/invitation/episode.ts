/**
 * The episode: one person's round, from invitation to outcome. Its state says where she is, its outcome how it ended;
 * the two are never mixed, and an outcome exists only once the episode is closed. Everything that may happen stands in
 * one table, so that what is not written cannot happen.
 */
import { ok, type Result, refuse } from '#core/kernel/result';

export const episodeStates = ['invited', 'reading', 'assessment', 'closed'] as const;
export type EpisodeState = (typeof episodeStates)[number];

export const episodeOutcomes = [
  'negative',
  'negative-after-assessment',
  'cancer',
  'not-attended',
  'declined',
  'not-screened',
  'withdrawn',
] as const;
export type EpisodeOutcome = (typeof episodeOutcomes)[number];

export const episodeHappenings = [
  'images-taken',
  'images-inadequate',
  'read-negative',
  'dismissed',
  'recalled',
  'assessed-negative',
  'assessed-malignant',
  'assessment-not-attended',
  'did-not-attend',
  'declined',
  'left-without-images',
  'withdrawn',
] as const;
export type EpisodeHappening = (typeof episodeHappenings)[number];

export type EpisodeStanding =
  | { readonly state: 'invited' | 'reading' | 'assessment'; readonly outcome: null }
  | { readonly state: 'closed'; readonly outcome: EpisodeOutcome };

const closed = (outcome: EpisodeOutcome): EpisodeStanding => ({ state: 'closed', outcome });
const open = (state: 'invited' | 'reading' | 'assessment'): EpisodeStanding => ({ state, outcome: null });

/** Where each happening leads from each open state; a missing cell is a refusal, and nothing leads out of `closed`. */
export const episodeTable: Readonly<
  Record<Exclude<EpisodeState, 'closed'>, Partial<Readonly<Record<EpisodeHappening, EpisodeStanding>>>>
> = {
  invited: {
    'images-taken': open('reading'),
    'did-not-attend': closed('not-attended'),
    declined: closed('declined'),
    'left-without-images': closed('not-screened'),
    withdrawn: closed('withdrawn'),
  },
  reading: {
    'images-inadequate': open('invited'),
    'read-negative': closed('negative'),
    dismissed: closed('negative'),
    recalled: open('assessment'),
    withdrawn: closed('withdrawn'),
  },
  assessment: {
    'assessed-negative': closed('negative-after-assessment'),
    'assessed-malignant': closed('cancer'),
    'assessment-not-attended': closed('withdrawn'),
    withdrawn: closed('withdrawn'),
  },
};

/** What follows when something happens to an episode in a state. Refuses with `episode-closed` or `not-now`. */
export function episodeAfter(
  state: EpisodeState,
  happening: EpisodeHappening,
): Result<EpisodeStanding, 'episode-closed' | 'not-now'> {
  if (state === 'closed')
    return refuse('episode-closed', `The episode is closed, so "${happening}" cannot happen to it`);
  const next = episodeTable[state][happening];
  return next ? ok(next) : refuse('not-now', `"${happening}" cannot happen while the episode is in state "${state}"`);
}
