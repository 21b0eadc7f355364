import type { statistics as nb } from '../nb/statistics.ts';

/** Statistics: published figures computed anew. */
export const statistics: typeof nb = {
  evaluationTitle: 'Evaluation of scores',
  reproducedTitle: 'Figures reproduced',
  reproducedLead:
    'Published figures computed anew here, source by source, so that you can see whether the arithmetic can be trusted.',
  reproducedCount: (agreeing: number, all: number, sources: number, version: string) =>
    `${agreeing} of ${all} figures from ${sources} sources agree with what is printed. Runde ${version}.`,
  reproducedFrom: 'Computed from:',
  reproducedWhat: 'What',
  reproducedPublished: 'Published',
  reproducedComputed: 'Computed here',
  reproducedUnit: 'Unit',
  reproducedAgrees: 'Agrees',
  reproducedYes: 'Yes',
  reproducedNo: 'No',
  reproducedOf: (agreeing: number, all: number) => `${agreeing} of ${all} agree`,
};
