import { anyPositive, independentDoubleReading } from './no-routine.ts';
import type { WorkedProtocol } from './worked-protocol.ts';

/** Three arms: without a machine, with it after the humans (also Ng 2023, Hungary), and with it before them. */
export const edith: WorkedProtocol = {
  protocol: {
    id: 'edith',
    version: '1',
    unit: 'woman',
    arms: {
      standard: { steps: independentDoubleReading },
      after: {
        steps: [
          ...independentDoubleReading.slice(0, 3),
          { ai: 'a', model: 'site-product', onFail: 'standard' },
          {
            consensus: 'x',
            min: 1,
            max: 2,
            sees: ['priors', 'a.marks'],
            when: ['and', ['not', ['pos', 'c']], ['ge', 'a.pct', 97]],
          },
          { end: ['or', ['pos', 'c'], ['pos', 'x']] },
        ],
      },
      before: {
        steps: [
          { ai: 'a', model: 'site-product', onFail: 'standard' },
          { read: 'r1', sees: ['priors', 'a.all'] },
          { read: 'r2', sees: ['priors', 'a.all'], not: ['r1'], when: ['ge', 'a.pct', 70] },
          { consensus: 'c', min: 2, max: 3, sees: ['priors', 'a.all', 'r1', 'r2'], when: anyPositive },
          { end: ['pos', 'c'] },
        ],
      },
    },
  },
  title: {
    nb: 'EDITH, KI før og etter (England)',
    nn: 'EDITH, KI før og etter (England)',
    en: 'EDITH, AI before and after (UK)',
  },
  source: 'EDITH trial, NIHR; Ng 2023, Nature Medicine (arm "after")',
  notes: {
    nb: 'Fem produkter med hver sin grense: grensene her er persentiler og eksempler. Forholdet mellom armene er ikke funnet.',
    nn: 'Fem produkt med kvar si grense: grensene her er persentilar og døme. Forholdet mellom armane er ikkje funne.',
    en: 'Five products, each with its own cut-off: the limits here are percentiles and examples. The ratio of the arms was not found.',
  },
};
