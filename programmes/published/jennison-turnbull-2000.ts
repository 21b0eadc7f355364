/**
 * Jennison C, Turnbull BW. Group Sequential Methods with Applications to Clinical Trials, 2000: the constants of Pocock
 * (table 2.1) and of O'Brien and Fleming (table 2.3) for two-sided alpha 0.05. Ours are one-sided with half of it, which is the same to the
 * printed decimals. The book was not at hand: the constants are those that rpact 3.3.4 rounds to (`rpact.ts`, six decimals).
 */
import { type BoundaryRule, boundaries } from '#core/statistics/group-sequential';
import type { Reproduction } from '#core/statistics/reproduction';

/** Rule, looks, constant: the boundary at the last look. */
const constants: readonly (readonly [BoundaryRule, number, number])[] = [
  ['pocock', 2, 2.178],
  ['pocock', 3, 2.289],
  ['pocock', 4, 2.361],
  ['pocock', 5, 2.413],
  ['obrien-fleming', 2, 1.977],
  ['obrien-fleming', 3, 2.004],
  ['obrien-fleming', 4, 2.024],
  ['obrien-fleming', 5, 2.04],
];

export const jennisonTurnbull2000: Reproduction = {
  id: 'jennison-turnbull-2000',
  source: 'Jennison and Turnbull 2000, tables 2.1 and 2.3',
  from: 'Equally spaced looks, two-sided alpha 0.05',
  figures: () =>
    constants.map(([rule, looks, constant]) => ({
      what: `${rule}, ${looks} looks: constant`,
      published: constant,
      computed:
        boundaries(
          rule,
          0.025,
          Array.from({ length: looks }, (_, i) => (i + 1) / looks),
        ).at(-1)?.z ?? Number.NaN,
      tolerance: 0.0005,
      unit: 'z',
      decimals: 3,
    })),
};
