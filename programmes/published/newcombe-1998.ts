/** Newcombe RG. Interval estimation for the difference between independent proportions. Stat Med 1998;17:873-890, table II. */
import type { ReproducedFigure, Reproduction } from '#core/statistics/reproduction';
import { miettinenNurminen, newcombe } from '#core/statistics/two-proportions';

/** Events and total of each group; method 10 (two Wilson intervals), lower and upper; method 6 (Miettinen and Nurminen). */
const examples: readonly (readonly number[])[] = [
  [56, 70, 48, 80, 0.0524, 0.3339, 0.0528, 0.3382],
  [9, 10, 3, 10, 0.1705, 0.809, 0.17, 0.8406],
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
  from: 'The counts of the first two examples of the table',
  figures: () => examples.flatMap(ofExample),
};
