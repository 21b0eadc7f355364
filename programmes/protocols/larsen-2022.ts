/**
 * The eleven scenarios of Larsen 2022 (European Radiology, "Possible strategies for use of artificial intelligence in
 * screen-reading of mammograms"), Table 2: 122,969 examinations, read by two and scored by Transpara. Each as one arm, with
 * the paper's assumption that all cancers put to consensus are assessed. Readers were blind to the machine. What happens
 * when the machine gives no answer is ours (the data had none without): the case is read by two.
 */
import type { Expr, Protocol, Step } from '#core/protocols/protocol';
import { anyPositive, independentDoubleReading } from './no-routine.ts';
import type { WorkedProtocol } from './worked-protocol.ts';

const machine: Step = { ai: 'a', model: 'transpara', scale: [1, 10], onFail: 'standard' };
const first: Step = { read: 'r1', sees: ['priors'] };
const second = (when: Expr): Step => ({ read: 'r2', sees: ['priors'], not: ['r1'], when });
const failed: Expr = ['missing', 'a'];
const consensus = (when: Expr): Step => ({ consensus: 'c', min: 2, max: 3, sees: ['priors', 'r1', 'r2'], when });
const recalled: Step = { end: ['pos', 'c'] };
/**
 * The printed "7.5" lies half-way through score 8: with tenths of the examinations in each score the paper's volumes need it
 * there, and so do its counts (programmes/published/larsen-2022.ts). On a scale whose whole part is the score that is 8.5.
 */
const highHalf: Expr = ['ge', 'a.score', 8.5];
const notRead = (below: number): Step => ({ end: false, when: ['lt', 'a.score', below] });

/** The machine and one reader both select; either takes the case to consensus. */
const eitherSelects = (selects: Expr): readonly Step[] => [
  machine,
  first,
  second(failed),
  consensus(['or', ['pos', 'r1'], ['pos', 'r2'], selects]),
  recalled,
];
const readByTwo: readonly Step[] = independentDoubleReading;
const readByTwoWhen = (when: Expr): readonly Step[] => [first, second(when), consensus(anyPositive), recalled];

const scenarios: readonly (readonly [readonly Step[], string, string, string])[] = [
  [
    eitherSelects(['ge', 'a.pct', 94.2]),
    'KI og tyder 1 velger ut 5,8 % hver',
    'KI og tydar 1 vel ut 5,8 % kvar',
    'AI and reader 1 select 5.8 % each',
  ],
  [
    eitherSelects(['ge', 'a.score', 10]),
    'KI velger ut 10,1 %, tyder 1 5,8 %',
    'KI vel ut 10,1 %, tydar 1 5,8 %',
    'AI selects 10.1 %, reader 1 5.8 %',
  ],
  [
    [machine, notRead(6), ...readByTwo],
    '1–5 negative; 6–10 to tydere',
    '1–5 negative; 6–10 to tydarar',
    '1–5 negative; 6–10 two readers',
  ],
  [
    [machine, notRead(8), ...readByTwo],
    '1–7 negative; 8–10 to tydere',
    '1–7 negative; 8–10 to tydarar',
    '1–7 negative; 8–10 two readers',
  ],
  [
    [machine, notRead(10), ...readByTwo],
    '1–9 negative; 10 to tydere',
    '1–9 negative; 10 to tydarar',
    '1–9 negative; 10 two readers',
  ],
  [
    [machine, notRead(6), ...readByTwoWhen(failed)],
    '1–5 negative; 6–10 én tyder',
    '1–5 negative; 6–10 éin tydar',
    '1–5 negative; 6–10 one reader',
  ],
  [
    [machine, ...readByTwoWhen(['ge', 'a.score', 6])],
    '1–5 én tyder; 6–10 to',
    '1–5 éin tydar; 6–10 to',
    '1–5 one reader; 6–10 two',
  ],
  [
    [machine, ...readByTwoWhen(['ge', 'a.score', 8])],
    '1–7 én tyder; 8–10 to',
    '1–7 éin tydar; 8–10 to',
    '1–7 one reader; 8–10 two',
  ],
  [
    [machine, notRead(6), ...readByTwoWhen(highHalf)],
    '1–5 negative; 6–7,5 én tyder; 7,6–10 to',
    '1–5 negative; 6–7,5 éin tydar; 7,6–10 to',
    '1–5 negative; 6–7.5 one reader; 7.6–10 two',
  ],
  [
    [machine, notRead(6), ...readByTwoWhen(['not', highHalf])],
    '1–5 negative; 6–7,5 to tydere; 7,6–10 én',
    '1–5 negative; 6–7,5 to tydarar; 7,6–10 éin',
    '1–5 negative; 6–7.5 two readers; 7.6–10 one',
  ],
  [
    [machine, { end: true, when: ['ge', 'a.pct', 96.8] }, { end: false, when: ['lt', 'a.pct', 96.8] }, ...readByTwo],
    'KI alene velger ut 3,2 %',
    'KI åleine vel ut 3,2 %',
    'AI alone selects 3.2 %',
  ],
];

const protocolOf = (number: number, steps: readonly Step[]): Protocol => ({
  id: `larsen-2022-${number}`,
  version: '1',
  unit: 'exam',
  arms: { scenario: { steps } },
  assume: { consensusOnUnseen: 'recallCancers' },
});

export const larsen2022: readonly WorkedProtocol[] = scenarios.map(([steps, nb, nn, en], i) => ({
  protocol: protocolOf(i + 1, steps),
  title: { nb: `Larsen ${i + 1}: ${nb}`, nn: `Larsen ${i + 1}: ${nn}`, en: `Larsen ${i + 1}: ${en}` },
  source: `Larsen 2022, European Radiology, Table 2, scenario ${i + 1}`,
  notes: {
    nb: 'Andeler som KI velger ut, er skrevet som persentiler. At to tyder når maskinen svikter, er vårt.',
    nn: 'Delar som KI vel ut, er skrivne som persentilar. At to tyder når maskina sviktar, er vårt.',
    en: 'Shares that AI selects are written as percentiles. That two read when the machine fails is ours.',
  },
}));
