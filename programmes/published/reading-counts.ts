/**
 * Published counts of reading, consensus and cancers, each as a small file built to them and replayed through the protocol
 * that it was read by. Built files are not individual data. Only what the counts say is computed.
 */
import { type HistoryCell, historyOfCells } from '#core/replay/build-history';
import type { History } from '#core/replay/history';
import { replay } from '#core/replay/replay';
import type { ReproducedFigure, Reproduction } from '#core/statistics/reproduction';
import { aitic } from '#programmes/protocols/aitic';
import { copenhagen } from '#programmes/protocols/copenhagen';
import { noRoutine } from '#programmes/protocols/no-routine';

const routine = { protocol: noRoutine, arm: 'routine' };
const printed = (what: string, published: number, computed: number, decimals = 1): ReproducedFigure => ({
  what,
  published,
  computed,
  tolerance: 0.5 / 10 ** decimals,
  unit: '%',
  decimals,
});

const high = { consensus: true, recalled: true } as const;
const low = { consensus: true, recalled: false } as const;
const negative = { first: 1, second: 1, consensus: false, recalled: false } as const;

/**
 * Hofvind 2009. Discordant 54,447, both positive 21,928, dismissed 40,312; 1,326 of 5,611 cancers discordant; 117 interval
 * cancers after dismissal. How dismissals fall on discordant and concordant is not given: ours, no figure depends on it.
 */
const hofvindCells: readonly HistoryCell[] = [
  { first: 2, second: 1, ...high, outcome: 'screen-detected', count: 1326 },
  { first: 2, second: 2, ...high, outcome: 'screen-detected', count: 5611 - 1326 },
  { first: 2, second: 1, ...low, outcome: 'interval', count: 117 },
  { first: 2, second: 1, ...low, outcome: 'none', count: 40_312 - 117 },
  { first: 2, second: 1, ...high, outcome: 'none', count: 54_447 - 1326 - 40_312 },
  { first: 2, second: 2, ...high, outcome: 'none', count: 21_928 - (5611 - 1326) },
  { ...negative, outcome: 'none', count: 1_033_870 - 54_447 - 21_928 },
];

/** Screenings where one reader is positive and the other is not, of those with an outcome. */
function discordant(history: History, outcome: number): number {
  let n = 0;
  for (let row = 0; row < history.size; row++) {
    const [a, b] = [highest(history.first, row) >= 2, highest(history.second, row) >= 2];
    if (a !== b && history.outcome[row] === outcome) n++;
  }
  return n;
}

function highest(read: History['first'], row: number): number {
  return Math.max(read.left[row] ?? 0, read.right[row] ?? 0);
}

function hofvindFigures(): readonly ReproducedFigure[] {
  const history = historyOfCells(hofvindCells, 'none');
  const [one] = replay(history, [routine]).arms;
  if (!one) return [];
  const { totals } = one;
  const met = totals.consensus;
  return [
    printed('Sent to consensus, of 1,033,870 screenings', 7.387, (100 * met) / totals.examinations, 3),
    printed('Dismissed at consensus', 52.78, (100 * (met - totals.recalls)) / met, 2),
    printed(
      'Screen-detected cancers from discordant readings',
      23.6,
      (100 * discordant(history, 1)) / totals.found['screen-detected'].recalled,
    ),
    {
      what: 'Interval cancers after dismissal',
      published: 117,
      computed: totals.found.interval.selected - totals.found.interval.recalled,
      tolerance: 0,
      unit: 'count',
      decimals: 0,
    },
  ];
}

/** Martiniussen 2022, cancers only: the number of examinations was not found. 697 of 3,024 discordant; 117 of 911 interval cancers dismissed. */
const martiniussenCells: readonly HistoryCell[] = [
  { first: 2, second: 1, ...high, outcome: 'screen-detected', count: 697 },
  { first: 2, second: 2, ...high, outcome: 'screen-detected', count: 3024 - 697 },
  { first: 2, second: 1, ...low, outcome: 'interval', count: 117 },
  { ...negative, outcome: 'interval', count: 911 - 117 },
];

function martiniussenFigures(): readonly ReproducedFigure[] {
  const history = historyOfCells(martiniussenCells, 'none');
  const [one] = replay(history, [routine]).arms;
  if (!one) return [];
  const { 'screen-detected': detected, interval } = one.totals.found;
  return [
    printed(
      'Screen-detected cancers from discordant readings',
      23.0,
      (100 * discordant(history, 1)) / detected.recalled,
    ),
    printed(
      'Interval cancers dismissed at the examination before',
      12.8,
      (100 * (interval.selected - interval.recalled)) / interval.all,
    ),
  ];
}

/**
 * Hovda 2024 counts breasts: one row here is one breast, its score the higher of two readers. 132,570 of 3,379,462 with 2 or
 * more; 112,440 of these highest 2; 53,735 recalled, 37,220 of them highest 2; 9,733 cancers, 3,369 highest 3. How many
 * cancers score 2 or more than 3, and how many without cancer score 3, is ours: no figure depends on it.
 */
const hovdaCells: readonly HistoryCell[] = [
  { first: 2, second: 1, ...high, outcome: 'screen-detected', count: 3000 },
  { first: 2, second: 1, ...high, outcome: 'none', count: 37_220 - 3000 },
  { first: 2, second: 1, ...low, outcome: 'none', count: 112_440 - 37_220 },
  { first: 3, second: 1, ...high, outcome: 'screen-detected', count: 3369 },
  { first: 4, second: 1, ...high, outcome: 'screen-detected', count: 9733 - 3369 - 3000 },
  { first: 3, second: 1, ...high, outcome: 'none', count: 53_735 - 37_220 - 3369 - (9733 - 3369 - 3000) },
  { first: 3, second: 1, ...low, outcome: 'none', count: 132_570 - 112_440 - (53_735 - 37_220) },
  { ...negative, outcome: 'none', count: 3_379_462 - 132_570 },
];

function hovdaFigures(): readonly ReproducedFigure[] {
  const history = historyOfCells(hovdaCells, 'none');
  const by = Uint8Array.from(history.first.left);
  const groups = { names: ['', '1', '2', '3', '4', '5'], of: by };
  const [one] = replay(history, [routine], { by: [['score', groups]] }).arms;
  if (!one) return [];
  const { totals } = one;
  const scored = (score: string) => one.groups.find(({ group }) => group === score)?.totals;
  const detected = totals.found['screen-detected'];
  const per = (count: number | undefined, of: number) => (100 * (count ?? 0)) / of;
  return [
    printed('Breasts with 2 or more by either reader', 3.923, per(totals.consensus, totals.examinations), 3),
    printed('... of these with 2 as the highest', 84.82, per(scored('2')?.consensus, totals.consensus), 2),
    printed('Breasts recalled', 1.59, per(totals.recalls, totals.examinations), 2),
    printed('... of these with 2 as the highest', 69.27, per(scored('2')?.recalls, totals.recalls), 2),
    printed('Breasts with screen-detected cancer', 0.288, per(detected.recalled, totals.examinations), 3),
    printed(
      '... of these with 3 as the highest',
      34.61,
      per(scored('3')?.found['screen-detected'].recalled, detected.recalled),
      2,
    ),
  ];
}

/** Only how large the low band was is needed for the reads: 31,301 and 58,246 women, of whom so many scored low that the printed share follows. */
function bandFigures(): readonly ReproducedFigure[] {
  const inBands = (total: number, lowShare: number) => {
    const below = Math.round(total * lowShare);
    const cell = { ...negative, outcome: 'none' as const, pct: 50 };
    return historyOfCells(
      [
        { ...cell, count: below, score: 4 },
        { ...cell, count: total - below, score: 10 },
      ],
      'transpara',
    );
  };
  const saved = (history: History, protocol: typeof aitic.protocol) => {
    const [double, other] = replay(history, [routine, { protocol, arm: 'ai' }]).arms;
    return double && other ? 100 * (other.totals.reads / double.totals.reads - 1) : Number.NaN;
  };
  return [
    printed(
      'AITIC 2026: reads, 63.6 % of 31,301 in the band that nobody reads',
      -63.6,
      saved(inBands(31_301, 0.636), aitic.protocol),
    ),
    printed(
      'Copenhagen 2024: reads, 67.0 % of 58,246 in the band that one reads',
      -33.5,
      saved(inBands(58_246, 0.67), copenhagen.protocol),
    ),
  ];
}

export const hofvind2009: Reproduction = {
  id: 'hofvind-2009',
  source: 'Hofvind 2009, Radiology: discordant and concordant readings of 1,033,870 screenings',
  from: 'a file built to the published counts (not individual data), replayed through independent double reading',
  figures: hofvindFigures,
};
export const martiniussen2022: Reproduction = {
  id: 'martiniussen-2022',
  source: 'Martiniussen 2022, European Radiology: consensus and later cancers',
  from: 'the cancers alone, built to the published counts (not individual data), replayed through independent double reading',
  figures: martiniussenFigures,
};
export const hovda2024: Reproduction = {
  id: 'hovda-2024',
  source: 'Hovda 2024, European Journal of Radiology: interpretation scores of 3,379,462 breasts',
  from: 'a file of breasts built to the published counts (not individual data), replayed; percentages to the decimals that the counts give',
  figures: hovdaFigures,
};
export const readsByBands: Reproduction = {
  id: 'reads-by-bands',
  source: 'AITIC 2026, Nature Medicine; Lauritzen 2024, Radiology (Copenhagen): reads saved',
  from: 'the share of women in the low band, worked back from the printed figure (the counts were not found): this holds the protocol to its arithmetic, not to data',
  figures: bandFigures,
};
