import type { Protocol } from '#core/protocols/protocol';
import { anyPositive } from './no-routine.ts';
import type { WorkedProtocol } from './worked-protocol.ts';

/** One senior reader up to and including the limit; above it two, with the machine's help. */
const upTo = (version: string, limit: number): Protocol => ({
  id: 'copenhagen',
  version,
  unit: 'exam',
  arms: {
    ai: {
      steps: [
        { ai: 'a', model: 'transpara', scale: [1, 10], onFail: 'standard' },
        { read: 'r1', grade: 'senior', sees: ['priors', 'a.score'], when: ['lt', 'a.score', limit + 1] },
        { read: 'r1', sees: ['priors', 'a.all'], when: ['ge', 'a.score', limit + 1] },
        { read: 'r2', sees: ['priors', 'a.all'], not: ['r1'], when: ['ge', 'a.score', limit + 1] },
        { consensus: 'c', min: 2, max: 3, sees: ['priors', 'a.all', 'r1', 'r2'], when: anyPositive },
        { end: ['pos', 'c'] },
      ],
    },
  },
});

const source = 'Lauritzen 2024, Radiology';
const notes = {
  nb: 'Hva den ene tyderen ser i det lave båndet, er ikke funnet; her ser hun skåren. Konsensus er skrevet som i Norge.',
  nn: 'Kva den eine tydaren ser i det låge bandet, er ikkje funne; her ser ho skåren. Konsensus er skriven som i Noreg.',
  en: 'What the single reader sees in the low band was not found; here she sees the score. Consensus is written as in Norway.',
};

export const copenhagen: WorkedProtocol = {
  protocol: upTo('1', 5),
  title: { nb: 'København, grense 5', nn: 'København, grense 5', en: 'Copenhagen, limit 5' },
  source,
  notes,
};

/** The limit was raised later. */
export const copenhagenLater: WorkedProtocol = {
  protocol: upTo('2', 7),
  title: { nb: 'København, senere grense 7', nn: 'København, seinare grense 7', en: 'Copenhagen, later limit 7' },
  source,
  notes,
};
