/**
 * How a cancer was found: by the screening, in the interval after a negative screening, or outside it. Derived from the
 * registration and the person's screened episodes, never entered by hand.
 * Interval cancer: invasive or DCIS within 24 months of a negative screening episode, or 6-24 months after a false
 * positive one, in windows 0-11 and 12-23 months (breastcancerresearch.no; Martiniussen 2022, European Radiology;
 * the six months are the usage of Norwegian papers).
 */
import { addMonths, type Day } from '#core/kernel/day';

export const detections = ['screen-detected', 'interval', 'outside'] as const;
export const intervalWindows = ['0-11', '12-23'] as const;

export type Detection =
  | { readonly kind: 'screen-detected'; readonly episodeId: string }
  | { readonly kind: 'interval'; readonly window: (typeof intervalWindows)[number]; readonly episodeId: string }
  | { readonly kind: 'outside' };

/** An episode in which images were taken that could be read. */
export type ScreenedEpisode = {
  readonly episodeId: string;
  /** Day of the last examination that was not a technical recall. */
  readonly screenedOn: Day;
  /** She was recalled and came to assessment. */
  readonly assessed: boolean;
  /** Closed without cancer: negative, dismissed, or negative after assessment. */
  readonly negative: boolean;
};

export type DetectionRules = {
  /** A cancer of an assessed episode counts as found by it when diagnosed before so many months after the screening. */
  readonly screenDetectedMonths: number;
  /** Length of the interval after a negative episode. */
  readonly intervalMonths: number;
  /** Where the first window of the interval ends and the second begins. */
  readonly firstWindowMonths: number;
};

/**
 * The class of a cancer diagnosed on a day. Only the last episode screened on or before that day counts: a later
 * screening begins a new interval. Any order of the episodes gives the same class.
 */
export function classifyDetection(
  diagnosedOn: Day,
  episodes: readonly ScreenedEpisode[],
  rules: DetectionRules,
): Detection {
  const episode = lastScreenedBy(diagnosedOn, episodes);
  if (!episode) return { kind: 'outside' };
  const { episodeId, screenedOn } = episode;
  const within = (months: number) => diagnosedOn < addMonths(screenedOn, months);
  if (episode.assessed && within(rules.screenDetectedMonths)) return { kind: 'screen-detected', episodeId };
  if (!episode.negative || !within(rules.intervalMonths)) return { kind: 'outside' };
  return { kind: 'interval', window: within(rules.firstWindowMonths) ? '0-11' : '12-23', episodeId };
}

function lastScreenedBy(day: Day, episodes: readonly ScreenedEpisode[]): ScreenedEpisode | undefined {
  let last: ScreenedEpisode | undefined;
  for (const episode of episodes) {
    if (episode.screenedOn > day) continue;
    const later =
      !last ||
      episode.screenedOn > last.screenedOn ||
      (episode.screenedOn === last.screenedOn && episode.episodeId > last.episodeId);
    if (later) last = episode;
  }
  return last;
}
