/**
 * Women as they come to screening in Norway, for the expected load of a protocol: what readers find, and where the machine
 * places them. Published: the counts of reads, consensus and cancers (Hofvind 2009, Radiology: 1,033,870 screenings, 54,447
 * discordant, 21,928 positive by both, 40,312 dismissed, 5,611 cancers of which 1,326 discordant), the machine's bins for
 * cancers (Larsen 2022: of 752, 17 in scores 1-5, 16 in 6-7, 66 in 8-9, and 653, 640 and 602 among the highest 10.1, 8.8 and
 * 5.8 % ) and that 56.7 % are tagged normal (PRAIM). Configuration, as nothing is published: that the machine ranks women
 * without cancer independently of the readers; how cancers lie within the highest 5.8 %; that a second look finds a cancer
 * among the highest 10 %; the age of 60. A machine that fails is not in the distribution.
 */
import type { TypicalCase } from '#core/protocols/typical-case';

const screened = 1_033_870;
const discordant = 54_447;
const concordant = 21_928;
const dismissed = 40_312;
const cancers = 5611;
const discordantCancers = 1326;

/** Upper limits of percentile bands, and the share of cancers in each. */
const bands: readonly (readonly [number, number])[] = [
  ...Array.from({ length: 25 }, (_, i) => [2 * (i + 1), 17 / 752 / 25] as const),
  ...Array.from({ length: 10 }, (_, i) => [50 + 2 * (i + 1), 16 / 752 / 10] as const),
  ...Array.from({ length: 10 }, (_, i) => [70 + 2 * (i + 1) - (i === 9 ? 0.1 : 0), 66 / 752 / 10] as const),
  [91.2, 13 / 752],
  [94.2, 38 / 752],
  [96.8, (602 / 752) * 0.07],
  [98.5, (602 / 752) * 0.13],
  [99, (602 / 752) * 0.1],
  [99.5, (602 / 752) * 0.2],
  [100, (602 / 752) * 0.5],
];

type Kind = Pick<TypicalCase, 'positive' | 'recall'> & { readonly count: number; readonly cancer: boolean };

const withoutCancer = {
  discordant: discordant - discordantCancers,
  concordant: concordant - (cancers - discordantCancers),
};
const recalledShare =
  (discordant + concordant - dismissed - cancers) / (withoutCancer.discordant + withoutCancer.concordant);

const bothWays = (count: number, recall: boolean, cancer: boolean): readonly Kind[] => [
  { count: count / 2, positive: [true, false], recall, cancer },
  { count: count / 2, positive: [false, true], recall, cancer },
];
const kinds: readonly Kind[] = [
  { count: screened - discordant - concordant, positive: [false, false], recall: false, cancer: false },
  ...bothWays(withoutCancer.discordant * recalledShare, true, false),
  ...bothWays(withoutCancer.discordant * (1 - recalledShare), false, false),
  { count: withoutCancer.concordant * recalledShare, positive: [true, true], recall: true, cancer: false },
  { count: withoutCancer.concordant * (1 - recalledShare), positive: [true, true], recall: false, cancer: false },
  ...bothWays(discordantCancers, true, true),
  { count: cancers - discordantCancers, positive: [true, true], recall: true, cancer: true },
];

export const typicalCases: readonly TypicalCase[] = kinds.flatMap(({ count, positive, recall, cancer }) =>
  bands.map(([to, share], i): TypicalCase => {
    const from = bands[i - 1]?.[0] ?? 0;
    const pct = (from + to) / 2;
    return {
      weight: count * (cancer ? share : (to - from) / 100),
      positive,
      recall,
      secondLook: cancer && pct >= 90,
      pct,
      normalTag: pct < 56.7 ? 'normal' : 'none',
      age: 60,
    };
  }),
);
