import { anyPositive, independentDoubleReading } from './no-routine.ts';
import type { WorkedProtocol } from './worked-protocol.ts';

/** The arms differ in how the images are taken, so that the arm is known before they are. */
export const aims4: WorkedProtocol = {
  protocol: {
    id: 'aims-4',
    version: '1',
    unit: 'woman',
    ratio: { mammography: 1, tomosynthesis: 1 },
    arms: {
      mammography: { modality: 'DM', steps: independentDoubleReading },
      tomosynthesis: {
        modality: 'DBT',
        steps: [
          { ai: 'a', model: 'vendor', onFail: 'standard' },
          { read: 'r1', sees: ['priors', 'a.all'] },
          { read: 'r2', sees: ['priors', 'a.all'], not: ['r1'] },
          { consensus: 'c', min: 2, max: 3, sees: ['priors', 'a.all', 'r1', 'r2'], when: anyPositive },
          { end: ['pos', 'c'] },
        ],
      },
    },
  },
  title: { nb: 'AIMS 4 (Norge, planlagt)', nn: 'AIMS 4 (Noreg, planlagd)', en: 'AIMS 4 (Norway, planned)' },
  source: 'planned: tomosynthesis with the vendor’s AI against digital mammography without AI',
  notes: {
    nb: 'Planlagt. Hvordan tomosyntesearmen tydes, og forholdet mellom armene, er ikke publisert; dette er et eksempel.',
    nn: 'Planlagd. Korleis tomosyntesearmen blir tydd, og forholdet mellom armane, er ikkje publisert; dette er eit døme.',
    en: 'Planned. How the tomosynthesis arm is read, and the ratio of the arms, are not published; this is an example.',
  },
};
