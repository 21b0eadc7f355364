/**
 * Larsen et al. 2022, Radiology 303:502: AI (Transpara) on 122,969 examinations of BreastScreen Norway, 752 screen-detected and 205
 * interval cancers, at three thresholds: T1 the vendor's score 10 (10.1 % selected), T2 as many as went to consensus (8.8 %), T3
 * as many as radiologist 1 called positive (5.8 %). Scores by case are not published, so a file is built to the published
 * counts, and the thresholds are found in it by their rules. The numbers selected are the published percentages of 122,969
 * rounded to whole examinations; consensus as in Eur Radiol 2022 (10,790).
 */
import { evaluate } from '#core/statistics/evaluation';
import type { ReproducedFigure, Reproduction } from '#core/statistics/reproduction';

export const larsen2022 = {
  examinations: 122_969,
  screenDetected: 752,
  interval: 205,
  /** From the strictest. */
  thresholds: [
    { id: 'T3', selected: 7_132, percent: 5.8, screenDetected: 602, interval: 63, percents: [80.1, 30.7] },
    { id: 'T2', selected: 10_790, percent: 8.8, screenDetected: 640, interval: 85, percents: [85.1, 41.5] },
    { id: 'T1', selected: 12_420, percent: 10.1, screenDetected: 653, interval: 92, percents: [86.8, 44.9] },
  ],
} as const;

/** Each examination's score (the highest first), cancer (0 none, 1 screen-detected, 2 interval), consensus and radiologist 1. */
export function larsenCases() {
  const n = larsen2022.examinations;
  const scores = new Float64Array(n);
  const kinds = new Uint8Array(n);
  const bands = [...larsen2022.thresholds, { selected: n, screenDetected: 752, interval: 205 }];
  let [from, found, missed] = [0, 0, 0];
  for (const [band, { selected, screenDetected, interval }] of bands.entries()) {
    // 10 at T1 and above (the vendor's highest score), with decimals that tell its parts apart; below, by rank from 9 down.
    for (let i = from; i < selected; i++) scores[i] = band < 3 ? 10 + (2 - band) / 10 : 9 - (8 * (i - from)) / n;
    for (let k = 0; k < screenDetected - found; k++) kinds[from + k] = 1;
    for (let k = 0; k < interval - missed; k++) kinds[from + screenDetected - found + k] = 2;
    [from, found, missed] = [selected, screenDetected, interval];
  }
  // Who went to consensus, and whom radiologist 1 called positive: only how many is used, so the first rows stand for them.
  const flag = (count: number) => Uint8Array.from({ length: n }, (_, i) => (i < count ? 1 : 0));
  return { scores, kinds, consensus: flag(10_790), radiologist1: flag(7_132) };
}

export const larsenFromFile: Reproduction = {
  id: 'larsen-2022-file',
  source: 'Larsen et al. 2022, Radiology 303:502, three thresholds; Wilson and exact limits from R 4.2.2',
  from: 'a file built to the published counts, through the evaluation: threshold 10, matched consensus, matched radiologist 1',
  figures: () => {
    const { scores, kinds, consensus, radiologist1 } = larsenCases();
    const { thresholds } = evaluate({
      set: { scores, positive: kinds.map((kind) => (kind > 0 ? 1 : 0)) },
      kinds: { names: ['screen-detected', 'interval'], of: kinds },
      rules: [{ by: 'score', value: 10 }],
      flags: [
        { name: 'consensus', positive: consensus },
        { name: 'radiologist 1', positive: radiologist1 },
      ],
      groupings: [],
      seed: '',
      replicates: 0,
    });
    return ['T1', 'T2', 'T3'].flatMap((id, i) => {
      const printed = larsen2022.thresholds.find((one) => one.id === id);
      const ours = thresholds[i];
      const [screen, interval] = [ours?.byKind[0]?.found, ours?.byKind[1]?.found];
      if (!printed || !ours || !screen || !interval) return [];
      const limits = r[id as keyof typeof r];
      return [
        figure(`${id}: examinations selected`, printed.percent, 100 * ours.selected.value, 0.05, '%', 1),
        figure(`${id}: screen-detected cancers of 752`, printed.screenDetected, screen.events, 0, 'count', 0),
        figure(`${id}: the same`, printed.percents[0], 100 * screen.value, 0.05, '%', 1),
        figure(`${id}: interval cancers of 205`, printed.interval, interval.events, 0, 'count', 0),
        figure(`${id}: the same`, printed.percents[1], 100 * interval.value, 0.05, '%', 1),
        ...[screen, interval].flatMap((of, kind) => {
          const ends = [of.exact.lower, of.exact.upper, of.lower, of.upper];
          const names = ['exact lower', 'exact upper', 'Wilson lower', 'Wilson upper'];
          const whose = kind === 0 ? 'screen-detected' : 'interval';
          return ends.map((end, k) =>
            figure(`${id}: ${whose}, ${names[k]} limit (R)`, limits[kind]?.[k] ?? Number.NaN, end, 0.00005, '', 4),
          );
        }),
      ];
    });
  },
};

/** Exact lower and upper, Wilson lower and upper: screen-detected, interval. */
const r = {
  T1: [
    [0.8421, 0.8917, 0.8423, 0.8907],
    [0.3794, 0.5196, 0.3823, 0.5172],
  ],
  T2: [
    [0.8236, 0.8758, 0.8238, 0.8747],
    [0.3464, 0.4853, 0.3494, 0.483],
  ],
  T3: [
    [0.7702, 0.8285, 0.7705, 0.8275],
    [0.2449, 0.3754, 0.2482, 0.3735],
  ],
} as const;

function figure(
  what: string,
  published: number,
  computed: number,
  tolerance: number,
  unit: string,
  decimals: number,
): ReproducedFigure {
  return { what, published, computed, tolerance, unit, decimals };
}
