/**
 * Newcombe RG. Interval estimation for the difference between independent proportions. Stat Med 1998;17:873-890, table II, its
 * eight examples. The printed limits are as transcribed in the tests of diff-binom-confint (github.com/DeepPSP/DBCI,
 * test/test-data/newcombee.csv); the paper itself was not at hand.
 */
import type { ReproducedFigure, Reproduction } from '#core/statistics/reproduction';
import { miettinenNurminen, newcombe } from '#core/statistics/two-proportions';

/** Events and total of each group; method 10 (two Wilson intervals), lower and upper; method 6 (Miettinen and Nurminen). */
const examples: readonly (readonly number[])[] = [
  [56, 70, 48, 80, 0.0524, 0.3339, 0.0528, 0.3382],
  [9, 10, 3, 10, 0.1705, 0.809, 0.17, 0.8406],
  [6, 7, 2, 7, 0.0582, 0.8062, 0.0342, 0.8534],
  [5, 56, 0, 29, -0.0381, 0.1926, -0.0326, 0.1933],
  [0, 10, 0, 20, -0.1611, 0.2775, -0.1658, 0.2844],
  [0, 10, 0, 10, -0.2775, 0.2775, -0.2879, 0.2879],
  [10, 10, 0, 20, 0.6791, 1, 0.7156, 1],
  [10, 10, 0, 10, 0.6075, 1, 0.6636, 1],
];

function ofExample([a = 0, n = 0, b = 0, m = 0, ...published]: readonly number[]): readonly ReproducedFigure[] {
  const [first, second] = [
    { events: a, total: n },
    { events: b, total: m },
  ];
  const ours = [newcombe(first, second), miettinenNurminen(first, second)].flatMap((i) => [i.lower, i.upper]);
  const names = ['method 10, lower', 'method 10, upper', 'method 6, lower', 'method 6, upper'];
  return names.map((name, i) => ({
    what: `${a}/${n} - ${b}/${m}: ${name}`,
    published: published[i] ?? Number.NaN,
    computed: ours[i] ?? Number.NaN,
    tolerance: 0.00005,
    unit: 'proportion',
    decimals: 4,
  }));
}

export const newcombe1998: Reproduction = {
  id: 'newcombe-1998',
  source: 'Newcombe 1998, Stat Med 17:873, table II',
  from: 'The counts of the eight examples of the table',
  figures: () => examples.flatMap(ofExample),
};
