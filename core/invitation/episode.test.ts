import { describe, expect, it } from 'vitest';
import { type EpisodeHappening, type EpisodeState, episodeAfter, episodeHappenings, episodeStates } from './episode.ts';

/** Every cell, written out: rows are happenings, columns the states; "-" is a refusal. */
const expected: Readonly<Record<EpisodeHappening, readonly [string, string, string, string]>> = {
  //                          invited          reading      assessment                  closed
  'images-taken': ['reading', '-', '-', '-'],
  'images-inadequate': ['-', 'invited', '-', '-'],
  'read-negative': ['-', 'negative', '-', '-'],
  dismissed: ['-', 'negative', '-', '-'],
  recalled: ['-', 'assessment', '-', '-'],
  'assessed-negative': ['-', '-', 'negative-after-assessment', '-'],
  'assessed-malignant': ['-', '-', 'cancer', '-'],
  'assessment-not-attended': ['-', '-', 'withdrawn', '-'],
  'did-not-attend': ['not-attended', '-', '-', '-'],
  declined: ['declined', '-', '-', '-'],
  'left-without-images': ['not-screened', '-', '-', '-'],
  withdrawn: ['withdrawn', 'withdrawn', 'withdrawn', '-'],
};

describe('the episode table', () => {
  const cells = episodeHappenings.flatMap((happening) =>
    episodeStates.map((state, column) => ({ state, happening, leadsTo: expected[happening][column] ?? '?' })),
  );
  it.each(cells)('$happening while $state -> $leadsTo', ({ state, happening, leadsTo }) => {
    const result = episodeAfter(state as EpisodeState, happening);
    expect(result.ok ? (result.value.outcome ?? result.value.state) : '-').toBe(leadsTo);
  });
});
