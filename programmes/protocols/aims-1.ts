import { anyPositive, independentDoubleReading } from './no-routine.ts';
import type { WorkedProtocol } from './worked-protocol.ts';

/** In both arms the machine analyses the images; in the control arm no step names its result, so that it stays sealed. */
export const aims1: WorkedProtocol = {
  protocol: {
    id: 'aims-1',
    version: '1',
    unit: 'woman',
    ratio: { control: 1, ai: 1 },
    arms: {
      control: {
        steps: [{ ai: 'a', model: 'transpara', scale: [1, 10], onFail: 'standard' }, ...independentDoubleReading],
      },
      ai: {
        steps: [
          { ai: 'a', model: 'transpara', scale: [1, 10], onFail: 'standard' },
          { read: 'r1', sees: ['priors', 'a.all'] },
          { read: 'r2', sees: ['priors', 'a.all'], not: ['r1'], when: ['ge', 'a.score', 8] },
          { consensus: 'c', min: 2, max: 3, sees: ['priors', 'a.all', 'r1', 'r2'], when: anyPositive },
          { end: ['pos', 'c'] },
        ],
      },
    },
  },
  title: { nb: 'AIMS 1 (Norge)', nn: 'AIMS 1 (Noreg)', en: 'AIMS 1 (Norway)' },
  source: 'NCT06032390; score bands as in a summary of medRxiv 2026.03.13.26348320',
  notes: {
    nb: 'Hva tyderne ser mens de tyder, og hvordan konsensus avgjør når én har tydet, er ikke publisert: her ser de alt fra maskinen, og én positiv tyder er nok.',
    nn: 'Kva tydarane ser medan dei tyder, og korleis konsensus avgjer når éin har tydd, er ikkje publisert: her ser dei alt frå maskina, og éin positiv tydar er nok.',
    en: 'What readers see while they read, and how consensus decides when one has read, is not published: here they see all that the machine gives, and one positive reader is enough.',
  },
};
