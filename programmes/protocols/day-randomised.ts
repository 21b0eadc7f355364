import { anyPositive, independentDoubleReading } from './no-routine.ts';
import type { WorkedProtocol } from './worked-protocol.ts';

/** The reading day is drawn: on some days the first reader has the machine, on the others nobody has. */
export const dayRandomised: WorkedProtocol = {
  protocol: {
    id: 'day-randomised',
    version: '1',
    unit: 'readingDay',
    ratio: { standard: 1, ai: 1 },
    arms: {
      standard: { steps: independentDoubleReading },
      ai: {
        steps: [
          { ai: 'a', model: 'any', onFail: 'standard' },
          { read: 'r1', sees: ['priors', 'a.all'] },
          { read: 'r2', sees: ['priors'], not: ['r1'] },
          { consensus: 'c', min: 2, max: 3, sees: ['priors', 'a.all', 'r1', 'r2'], when: anyPositive },
          { end: ['pos', 'c'] },
        ],
      },
    },
  },
  title: {
    nb: 'Tydedagen er trukket',
    nn: 'Tydedagen er trekt',
    en: 'Randomised by reading day',
  },
  source: 'configuration: a design for reading support, not a published trial',
  notes: {
    nb: 'Et eksempel på tilfeldig fordeling av dager i stedet for kvinner.',
    nn: 'Eit døme på tilfeldig fordeling av dagar i staden for kvinner.',
    en: 'An example of allocating days instead of women.',
  },
};
