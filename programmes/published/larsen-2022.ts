/**
 * Larsen 2022: 122,969 examinations of BreastScreen Norway with Transpara's scores; the threshold table (Radiology) and the
 * eleven scenarios (European Radiology, Table 2). The file below is BUILT to the published counts: it is not individual
 * data. The counts fix how the examinations fall on bands of the score, first reader, consensus, recall and cancer where a
 * scenario touches them; what no count touches is filled in by us and marked so. There are many such files, and all of them
 * give these figures.
 *
 * Two things follow from the counts themselves. The printed "7.5" lies within score 8 and not within score 7: scenario 9
 * keeps four cancers fewer than 3, while 8 lets only one go between 6 and 7. And the recalls are the history's own: the
 * interval cancers gained are not among them. The reference has no gain by definition.
 */
import { type HistoryCell, historyOfCells } from '#core/replay/build-history';
import { replay } from '#core/replay/replay';
import type { Reproduction, ReproducedFigure } from '#core/statistics/reproduction';
import { larsen2022 as scenarios } from '#programmes/protocols/larsen-2022';
import { noRoutine } from '#programmes/protocols/no-routine';

const PRODUCT = 'transpara';
const EXAMINATIONS = 122_969;

/**
 * Bands from low to high. Whole part of the score = the bin 1-10; pct = a percentile within the band. Top 10.1 %, 8.8 %,
 * 5.8 % and 3.2 % are Larsen's thresholds (the last: as many as were recalled).
 * In each: examinations; selected by reader 1 / by reader 2 only; and of these recalled, screen-detected, interval.
 */
type Band = {
  readonly score: number;
  readonly pct: number;
  readonly all: number;
  /** Interval cancers in the band, whatever was read. */
  readonly interval: number;
  readonly first: Selected;
  readonly secondOnly: Selected;
};
type Selected = {
  readonly consensus: number;
  readonly recalled: number;
  readonly detected: number;
  readonly interval: number;
};

/** Fixed by the counts: all sums over these bands that a scenario or a threshold uses. Ours: how 7.5 parts score 8 and 9, and the top 3.2 %. */
const bands: readonly Band[] = [
  {
    score: 3,
    pct: 25,
    all: 61_484,
    interval: 60,
    first: { consensus: 1728, recalled: 548, detected: 12, interval: 1 },
    secondOnly: { consensus: 1107, recalled: 147, detected: 5, interval: 0 },
  },
  {
    score: 6,
    pct: 60,
    all: 24_594,
    interval: 21,
    first: { consensus: 1258, recalled: 502, detected: 15, interval: 1 },
    secondOnly: { consensus: 803, recalled: 135, detected: 1, interval: 1 },
  },
  {
    score: 8.2,
    pct: 72,
    all: 6148,
    interval: 7,
    first: { consensus: 342, recalled: 160, detected: 7, interval: 1 },
    secondOnly: { consensus: 218, recalled: 38, detected: 3, interval: 0 },
  },
  {
    score: 9,
    pct: 82,
    all: 18_323,
    interval: 25,
    first: { consensus: 1646, recalled: 765, detected: 42, interval: 5 },
    secondOnly: { consensus: 883, recalled: 164, detected: 14, interval: 4 },
  },
  {
    score: 10,
    pct: 90.5,
    all: 1599,
    interval: 7,
    first: { consensus: 210, recalled: 40, detected: 7, interval: 1 },
    secondOnly: { consensus: 200, recalled: 12, detected: 6, interval: 2 },
  },
  {
    score: 10,
    pct: 93,
    all: 3689,
    interval: 22,
    first: { consensus: 408, recalled: 128, detected: 36, interval: 5 },
    secondOnly: { consensus: 230, recalled: 43, detected: 2, interval: 3 },
  },
  {
    score: 10,
    pct: 95.5,
    all: 3236,
    interval: 18,
    first: { consensus: 520, recalled: 250, detected: 94, interval: 5 },
    secondOnly: { consensus: 170, recalled: 60, detected: 18, interval: 3 },
  },
  {
    score: 10,
    pct: 98.5,
    all: 3896,
    interval: 45,
    first: { consensus: 917, recalled: 824, detected: 450, interval: 10 },
    secondOnly: { consensus: 150, recalled: 80, detected: 40, interval: 4 },
  },
];

/** Of what reader 1 selects, reader 2 selects those recalled: ours, no count depends on it. */
function cellsOf({ score, pct, all, interval, first, secondOnly }: Band): readonly HistoryCell[] {
  const where = { score, pct };
  const cells = [
    ...selectedCells(first, { first: 2, second: 2 }, { first: 2, second: 1 }),
    ...selectedCells(secondOnly, { first: 1, second: 2 }, { first: 1, second: 2 }),
  ];
  const met = cells.reduce((sum, { count }) => sum + count, 0);
  const unseen = interval - first.interval - secondOnly.interval;
  const negative = { first: 1, second: 1, consensus: false, recalled: false };
  return [
    ...cells,
    { ...negative, count: unseen, outcome: 'interval' as const },
    { ...negative, count: all - met - unseen, outcome: 'none' as const },
  ].map((cell) => ({ ...cell, ...where }));
}

type Scores = { readonly first: number; readonly second: number };
function selectedCells(
  { consensus, recalled, detected, interval }: Selected,
  high: Scores,
  low: Scores,
): readonly HistoryCell[] {
  return [
    { count: detected, ...high, consensus: true, recalled: true, outcome: 'screen-detected' },
    { count: recalled - detected, ...high, consensus: true, recalled: true, outcome: 'none' },
    { count: interval, ...low, consensus: true, recalled: false, outcome: 'interval' },
    { count: consensus - recalled - interval, ...low, consensus: true, recalled: false, outcome: 'none' },
  ];
}

/** The built file: a cell for each kind of examination. */
export const larsenCells: readonly HistoryCell[] = bands.flatMap(cellsOf);

const history = () => historyOfCells(larsenCells, PRODUCT);

/** Table 2 as printed: consensus, recall, screen-detected, interval cancers gained, and consensus in per cent. Row 11 was seen in part. */
const table2: readonly (readonly [number, number, number, number, number])[] = [
  [12_724, 3357, 721, 77, 10.4],
  [17_394, 3412, 729, 100, 14.2],
  [7955, 3201, 735, 45, 6.5],
  [5894, 2564, 719, 43, 5.0],
  [2805, 1437, 653, 33, 2.3],
  [5301, 2669, 651, 28, 4.3],
  [9683, 3749, 747, 46, 7.9],
  [8880, 3614, 746, 45, 7.2],
  [6934, 3028, 731, 44, 5.6],
  [6322, 2842, 655, 29, 5.1],
];
/** Reads saved that the abstract gives, in per cent, by scenario. */
const readsSaved: Readonly<Record<number, number>> = { 3: 50, 5: 90 };
/** 12,724 / 122,969 = 10.35 %, 17,394 = 14.15 %, 5,894 = 4.79 %. */
const doNotFollow = new Set([1, 2, 4]);
const printError =
  'the printed percentage does not follow from the printed count over 122,969: counts are taken as truth';

function scenarioFigures(): readonly ReproducedFigure[] {
  const arms = [
    { protocol: noRoutine, arm: 'routine' },
    ...scenarios.map(({ protocol }) => ({ protocol, arm: 'scenario' })),
  ];
  const [reference, ...replayed] = replay(history(), arms).arms.map(({ totals }) => totals);
  if (!reference) return [];
  const count = (what: string, published: number, computed: number): ReproducedFigure => ({
    what,
    published,
    computed,
    tolerance: 0,
    unit: 'count',
    decimals: 0,
  });
  const rows = table2.flatMap(([consensus, recall, detected, interval, percent], i) => {
    const totals = replayed[i] ?? reference;
    const name = `Scenario ${i + 1}`;
    const saved = readsSaved[i + 1];
    const share: ReproducedFigure = {
      what: `${name}: consensus, per cent`,
      published: percent,
      computed: (100 * totals.consensus) / totals.examinations,
      tolerance: 0.05,
      unit: '%',
      decimals: 2,
      ...(doNotFollow.has(i + 1) ? { doesNotFollow: printError } : {}),
    };
    return [
      count(`${name}: consensus`, consensus, totals.consensus),
      share,
      count(`${name}: recall`, recall, totals.recallsKept),
      count(`${name}: screen-detected cancers kept`, detected, totals.found['screen-detected'].recalled),
      count(`${name}: interval cancers gained`, interval, totals.found.interval.selected),
      ...(saved === undefined
        ? []
        : [percentOf(`${name}: fewer reads`, saved, 1 - totals.reads / reference.reads, 0.5, 1)]),
    ];
  });
  const alone = replayed[10];
  return [
    count('Reference: consensus', 10_790, reference.consensus),
    count('Reference: recall', 3896, reference.recallsKept),
    count('Reference: screen-detected cancers', 752, reference.found['screen-detected'].recalled),
    ...rows,
    ...(alone ? [count('Scenario 11: recall', 3896, alone.recalls)] : []),
  ];
}

/** Thresholds of the score alone: what it selects counts as found. Percentages as printed; counts follow for T2 and are printed for the others. */
const thresholds = [
  { name: 'T1, score 10', pct: 89.9, selected: 10.1, detected: [653, 86.8], interval: [92, 44.9] },
  { name: 'T2, as many as go to consensus', pct: 91.2, selected: 8.8, detected: [640, 85.1], interval: [85, 41.5] },
  { name: 'T3, as many as reader 1 selects', pct: 94.2, selected: 5.8, detected: [602, 80.1], interval: [63, 30.7] },
] as const;

function thresholdFigures(): readonly ReproducedFigure[] {
  const arms = thresholds.map(({ pct }) => ({
    protocol: {
      id: 'machine-alone',
      version: '1',
      unit: 'exam' as const,
      arms: { machine: { steps: [{ ai: 'a', model: PRODUCT }, { end: ['ge', 'a.pct', pct] as const }] } },
    },
    arm: 'machine',
  }));
  return replay(history(), arms).arms.flatMap(({ totals }, i) => {
    const t = thresholds[i];
    if (!t) return [];
    const kinds = [
      { name: 'screen-detected', found: totals.found['screen-detected'], printed: t.detected },
      { name: 'interval', found: totals.found.interval, printed: t.interval },
    ];
    return [
      percentOf(`${t.name}: examinations selected`, t.selected, totals.recalls / totals.examinations, 0.05, 2),
      ...kinds.flatMap(({ name, found, printed }) => [
        {
          what: `${t.name}: ${name} cancers found`,
          published: printed[0],
          computed: found.recalled,
          tolerance: 0,
          unit: 'count',
          decimals: 0,
        },
        percentOf(`${t.name}: ${name} cancers found, per cent`, printed[1], found.recalled / found.all, 0.05, 1),
      ]),
    ];
  });
}

function percentOf(
  what: string,
  published: number,
  share: number,
  tolerance: number,
  decimals: number,
): ReproducedFigure {
  return { what, published, computed: 100 * share, tolerance, unit: '%', decimals };
}

const from = `a file of ${EXAMINATIONS.toLocaleString('en-GB')} examinations built to the published counts (not individual data), replayed`;

export const larsenScenarios: Reproduction = {
  id: 'larsen-2022-scenarios',
  source: 'Larsen 2022, European Radiology, Table 2: eleven scenarios',
  from,
  figures: scenarioFigures,
};

export const larsenThresholds: Reproduction = {
  id: 'larsen-2022-thresholds',
  source: 'Larsen 2022, Radiology: three thresholds of the score',
  from,
  figures: thresholdFigures,
};
