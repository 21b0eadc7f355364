import type { Step } from '#core/protocols/protocol';
import { anyPositive, independentDoubleReading } from './no-routine.ts';
import type { WorkedProtocol } from './worked-protocol.ts';

/** Marks are for scores 8-10 only: the first read is bound in two bands that leave nothing between them. */
const steps: readonly Step[] = [
  { ai: 'a', model: 'transpara', scale: [1, 10], onFail: 'standard' },
  { read: 'r1', sees: ['priors', 'a.score'], when: ['lt', 'a.score', 8] },
  { read: 'r1', sees: ['priors', 'a.score', 'a.marks'], when: ['ge', 'a.score', 8] },
  { read: 'r2', sees: ['priors', 'a.score', 'a.marks'], not: ['r1'], when: ['ge', 'a.score', 10] },
  {
    consensus: 'c',
    min: 2,
    max: 3,
    sees: ['priors', 'a.all', 'r1', 'r2'],
    default: 'recall',
    when: ['ge', 'a.pct', 99],
  },
  {
    consensus: 'd',
    min: 2,
    max: 3,
    sees: ['priors', 'a.all', 'r1', 'r2'],
    when: ['and', anyPositive, ['missing', 'c']],
  },
  { end: ['or', ['pos', 'c'], ['pos', 'd']] },
];

export const masai: WorkedProtocol = {
  protocol: {
    id: 'masai',
    version: '1',
    unit: 'exam',
    ratio: { control: 1, ai: 1 },
    arms: { control: { steps: independentDoubleReading }, ai: { steps } },
  },
  title: { nb: 'MASAI (Sverige)', nn: 'MASAI (Sverige)', en: 'MASAI (Sweden)' },
  source: 'NCT04838756; Lång 2023, Lancet Oncology',
  notes: {
    nb: 'Den høyeste prosenten innkalles om ikke noe åpenbart taler mot: her en konsensus med innkalling som forslag. Svensk tyding er skrevet med norsk skala og konsensus.',
    nn: 'Den høgaste prosenten blir kalla inn om ikkje noko openbert talar mot: her ein konsensus med innkalling som framlegg. Svensk tyding er skriven med norsk skala og konsensus.',
    en: 'The highest one per cent is recalled unless obviously a false positive: here a consensus with recall proposed. Swedish reading is written with the Norwegian scale and consensus.',
  },
};
