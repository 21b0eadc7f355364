/**
 * What a trial of the size of AIMS Norway (NCT06032390: 140,000 women, 1:1) can show about the share of women with a
 * screen-detected cancer. The trial's margin has not been published; these are the margins that its size fits. Our own
 * formula worked by hand in the project's notes on studies, kept so that it is not lost.
 */
import type { ReproducedFigure, Reproduction } from '#core/statistics/reproduction';
import { marginFor } from '#core/statistics/trial-size';

/** Proportion, one-sided alpha, power; margin per 1000; the same relative to the proportion, per cent (whole). */
const margins: readonly (readonly [number, number, number, number | null, number | null])[] = [
  [0.0061, 0.025, 0.8, 1.17, 19],
  [0.0061, 0.025, 0.9, null, 22],
  [0.0061, 0.05, 0.8, null, 17],
  [0.0061, 0.05, 0.9, null, 20],
  [0.006, 0.025, 0.8, 1.16, null],
  [0.006, 0.025, 0.9, 1.34, null],
];

function ofMargin([rate, alpha, power, perThousand, percent]: (typeof margins)[number]): readonly ReproducedFigure[] {
  const margin = marginFor(rate, 70_000, alpha, power);
  const what = `Margin with 70,000 in each arm, ${1000 * rate} per 1000, one-sided alpha ${alpha}, power ${power}`;
  return [
    ...(perThousand === null
      ? []
      : [{ what, published: perThousand, computed: 1000 * margin, tolerance: 0.005, unit: 'per 1000', decimals: 2 }]),
    ...(percent === null
      ? []
      : [
          {
            what: `${what}, relative`,
            published: percent,
            computed: (100 * margin) / rate,
            tolerance: 0.5,
            unit: '%',
            decimals: 0,
          },
        ]),
  ];
}

export const trialPower: Reproduction = {
  id: 'trial-power',
  source: 'Size of a trial like AIMS Norway (NCT06032390): the margins that it fits',
  from: 'The normal approximation (z_alpha + z_beta) * standard error',
  figures: () => margins.flatMap(ofMargin),
};
