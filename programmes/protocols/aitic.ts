import { anyPositive } from './no-routine.ts';
import type { WorkedProtocol } from './worked-protocol.ts';

/** Rule-out: the low-risk band is read by nobody. */
export const aitic: WorkedProtocol = {
  protocol: {
    id: 'aitic',
    version: '1',
    unit: 'exam',
    arms: {
      ai: {
        steps: [
          { ai: 'a', model: 'transpara', scale: [1, 10], onFail: 'standard' },
          { end: false, when: ['lt', 'a.score', 8] },
          { read: 'r1', sees: ['priors', 'a.all'] },
          { read: 'r2', sees: ['priors', 'a.all'], not: ['r1'] },
          { consensus: 'c', min: 2, max: 3, sees: ['priors', 'a.all', 'r1', 'r2'], when: anyPositive },
          { end: ['pos', 'c'] },
        ],
      },
    },
  },
  title: {
    nb: 'AITIC, lave tydes ikke (Spania)',
    nn: 'AITIC, låge blir ikkje tydde (Spania)',
    en: 'AITIC rule-out (Spain)',
  },
  source: 'NCT04949776; Nature Medicine 2026; Zenodo 17625633',
  notes: {
    nb: 'Skåre 1–7 er uten menneskelig tyding. I studien ble alle også tydet av to uten KI; den siden er dagens rutine.',
    nn: 'Skåre 1–7 er utan menneskeleg tyding. I studien vart alle òg tydde av to utan KI; den sida er rutinen i dag.',
    en: 'Scores 1–7 are read by no human. In the trial all were also double read without AI; that side is today’s routine.',
  },
};
