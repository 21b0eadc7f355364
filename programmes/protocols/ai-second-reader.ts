import type { WorkedProtocol } from './worked-protocol.ts';

/** Reader replacement: the machine is one of the two readers. When it gives no answer, a second person reads. */
export const aiSecondReader: WorkedProtocol = {
  protocol: {
    id: 'ai-second-reader',
    version: '1',
    unit: 'exam',
    arms: {
      ai: {
        steps: [
          { ai: 'a', model: 'any', onFail: 'standard' },
          { read: 'r1', sees: ['priors'] },
          { read: 'r2', sees: ['priors'], not: ['r1'], when: ['missing', 'a'] },
          {
            consensus: 'c',
            min: 2,
            max: 3,
            sees: ['priors', 'a.all', 'r1', 'r2'],
            when: ['or', ['pos', 'r1'], ['pos', 'r2'], ['ge', 'a.pct', 94]],
          },
          { end: ['pos', 'c'] },
        ],
      },
    },
  },
  title: { nb: 'KI som annen tyder', nn: 'KI som andre tydar', en: 'AI as second reader' },
  source: 'Frazer 2024, Nature Communications (reader replacement); Sharma 2023',
  notes: {
    nb: 'Grensen 94 er et eksempel: omtrent den andelen som én norsk radiolog velger ut (5,8 prosent, Larsen 2022).',
    nn: 'Grensa 94 er eit døme: om lag den delen som éin norsk radiolog vel ut (5,8 prosent, Larsen 2022).',
    en: 'The limit 94 is an example: about the share that one Norwegian radiologist selects (5.8 per cent, Larsen 2022).',
  },
};
