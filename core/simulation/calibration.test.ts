import { beforeAll, describe, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { loadCountry } from '#server/simulation/load-country';
import { simulateWomen } from './history.ts';
import { type Counts, countWoman } from './history-figures.ts';

/** One woman in ten of the demo country, ten years: about 240,000 examinations and 1,350 screen-detected cancers. */
const options = { seed: 1, scale: 10, years: 10, dataCut: day('2026-01-18') };
const counts: Counts = new Map();
const of = (name: string): number => counts.get(name) ?? 0;
const share = (part: string, whole: string): number => of(part) / of(whole);

beforeAll(async () => {
  const country = await loadCountry();
  for (const { rows } of simulateWomen(country, options)) countWoman(counts, rows, options.dataCut);
}, 300_000);

/** Figure, published value, and how far from it the simulation may be (sampling error here plus what the model leaves). */
type Case = readonly [what: string, simulated: () => number, published: number, within: number];

function check(cases: readonly Case[]): void {
  it.each(cases)('%s', (_what, simulated, published, within) => {
    expect(
      Math.abs(simulated() - published),
      `simulated ${simulated().toFixed(2)}, published ${published}`,
    ).toBeLessThan(within);
  });
}

describe('attendance: 1,253,995 invitations 2015-2019, BreastScreen Norway (studies N9)', () => {
  check([
    ['all 76.0 %', () => 100 * share('came ', 'invited '), 76.0, 0.8],
    ['under 55 73.9 %', () => 100 * share('came under 55', 'invited under 55'), 73.9, 1.2],
    ['over 64 78.0 %', () => 100 * share('came over 64', 'invited over 64'), 78.0, 1.2],
    ['digital letter 82.0 %', () => 100 * share('came digital', 'invited digital'), 82.0, 1.8],
    ['letter by post 73.7 %', () => 100 * share('came paper', 'invited paper'), 73.7, 1.8],
  ]);

  it('who came last time comes again, who did not seldom does (20 %: Wales, J Med Screen 2001)', () => {
    expect(share('came came before', 'invited came before')).toBeGreaterThan(0.88);
    expect(share('came missed before', 'invited missed before')).toBeLessThan(0.32);
  });
});

describe('reading', () => {
  check([
    ['a reader selects 5.8 % (Larsen 2022)', () => (100 * of('selected by a reader')) / of('examined') / 2, 5.8, 0.5],
    ['consensus 7-9 %: 7.4 (Hofvind 2009) to 8.8 (Larsen 2022)', () => 100 * share('consensus', 'examined'), 8.1, 1.0],
    ['recall 3-4 % (25 years of the programme)', () => 100 * share('recalled', 'examined'), 3.4, 0.4],
    [
      'highest score 2 in 84.8 % of selected breasts (Hovda 2024)',
      () => 100 * share('breast highest 2', 'breast selected'),
      84.8,
      3,
    ],
    [
      'AI bin 10 in 20.8 % of consensus without cancer ((2,805-653-33)/(10,790-752): Larsen 2022, table 2)',
      () => 100 * share('consensus without cancer bin 10', 'consensus without cancer'),
      21.1,
      5,
    ],
  ]);

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('about a tenth of examinations in AI bin %d', (bin) => {
    expect(share(`examined bin ${bin}`, 'examined')).toBeGreaterThan(0.09);
    expect(share(`examined bin ${bin}`, 'examined')).toBeLessThan(0.115);
  });
});

describe('cancers', () => {
  check([
    ['screen-detected 5.5-6.1 per 1000 (N8, N1)', () => 1000 * share('sdc', 'examined'), 5.8, 0.3],
    ['interval 1.7-1.8 per 1000 (N1, N8)', () => 1000 * share('ic', 'followed'), 1.75, 0.15],
    ['in situ 17.2 % of screen-detected (1,391 of 8,105)', () => 100 * share('sdc dcis', 'sdc registered'), 17.2, 3],
    ['in situ 5.3 % of interval cancers (138 of 2,623)', () => 100 * share('ic dcis', 'ic registered'), 5.3, 3],
    [
      'discordant 23 % of screen-detected (N5 23.6, N6 23.0)',
      () => 100 * (share('sdc 1+2', 'sdc') + share('sdc 1+3', 'sdc')),
      23.3,
      3,
    ],
    [
      'node-positive 25.4 % of screen-detected (Hofvind 2007)',
      () => 100 * share('sdc node-positive', 'sdc invasive'),
      25.4,
      5,
    ],
    ['node-positive 43.8 % of interval cancers', () => 100 * share('ic node-positive', 'ic invasive'), 43.8, 9],
  ]);

  it('dismissed at consensus: between 6.5 % (N5) and 12.8 % (N6) of interval cancers', () => {
    expect(share('ic dismissed', 'ic')).toBeGreaterThan(0.045);
    expect(share('ic dismissed', 'ic')).toBeLessThan(0.148);
  });
});

describe('screen-detected cancers by score pair and AI bin (studies N4, n = 5,786)', () => {
  const pairs = [
    ['1+2', 745, 558],
    ['1+3', 701, 622],
    ['2+2', 716, 581],
    ['2+3', 1001, 922],
    ['3+3', 2623, 2567],
  ] as const;
  check(
    pairs.map(([pair, n]): Case => [`${pair}: ${n}`, () => 100 * share(`sdc ${pair}`, 'sdc'), (100 * n) / 5786, 4]),
  );
  check(
    pairs.map(([pair, n, top]): Case => {
      return [
        `${pair} in the highest 10 %: ${top} of ${n}`,
        () => 100 * share(`sdc ${pair} top 10 %`, `sdc ${pair}`),
        (100 * top) / n,
        9,
      ];
    }),
  );
  check([
    ['1+2 in the highest 5 %', () => 100 * share('sdc 1+2 top 5 %', 'sdc 1+2'), (100 * 471) / 745, 9],
    ['1+2 in the highest 3 %', () => 100 * share('sdc 1+2 top 3 %', 'sdc 1+2'), (100 * 402) / 745, 9],
    ['both 3-5 in the highest 5 %', () => 100 * share('sdc 3+3 top 5 %', 'sdc 3+3'), (100 * 2522) / 2623, 3],
    ['both 3-5 in the highest 3 %', () => 100 * share('sdc 3+3 top 3 %', 'sdc 3+3'), (100 * 2464) / 2623, 3],
    ['all in the highest 10 %', () => 100 * share('sdc top 10 %', 'sdc'), (100 * 5250) / 5786, 3],
  ]);
});

describe('interval cancers by score pair and AI bin (studies N4, n = 1,783; N1)', () => {
  check([
    // N4 has 79.7 %; with 6.5 % dismissed (Hofvind 2009) it would be about 93 %. The model lies between.
    ['both readers 1', () => 100 * share('ic 1+1', 'ic'), (100 * 1421) / 1783, 9],
    ['both 1, highest 10 %', () => 100 * share('ic 1+1 top 10 %', 'ic 1+1'), (100 * 495) / 1421, 7],
    ['both 1, highest 5 %', () => 100 * share('ic 1+1 top 5 %', 'ic 1+1'), (100 * 339) / 1421, 7],
    ['both 1, highest 3 %', () => 100 * share('ic 1+1 top 3 %', 'ic 1+1'), (100 * 234) / 1421, 7],
    ['all in AI bin 10: 44.9 % (N1), 39.9 % (N4)', () => 100 * share('ic top 10 %', 'ic'), 42.4, 6],
  ]);
});
