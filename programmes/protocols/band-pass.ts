import { independentDoubleReading } from './no-routine.ts';
import type { WorkedProtocol } from './worked-protocol.ts';

/** The lowest are read by nobody, the highest go straight to recall. */
export const bandPass: WorkedProtocol = {
  protocol: {
    id: 'band-pass',
    version: '1',
    unit: 'exam',
    arms: {
      band: {
        steps: [
          { ai: 'a', model: 'any', onFail: 'standard' },
          { end: false, when: ['lt', 'a.pct', 50] },
          { end: true, when: ['ge', 'a.pct', 99.5] },
          ...independentDoubleReading,
        ],
      },
    },
  },
  title: { nb: 'Båndpass', nn: 'Bandpass', en: 'Band-pass' },
  source: 'Frazer 2024, Nature Communications (BRAIx)',
  notes: {
    nb: 'Begge grensene er eksempler.',
    nn: 'Begge grensene er døme.',
    en: 'Both limits are examples.',
  },
};
