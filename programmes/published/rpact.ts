/**
 * Group-sequential boundaries, their cost in size, and power of two proportions as rpact 3.3.4 gives them (Debian r-cran-rpact;
 * `getDesignGroupSequential` one-sided with tolerance 1e-10, `getDesignCharacteristics`, `getSampleSizeRates` and
 * `getPowerRates` with the normal approximation); numbers only.
 */
import { type BoundaryRule, boundaries } from '#core/statistics/group-sequential';
import type { ReproducedFigure, Reproduction } from '#core/statistics/reproduction';
import { sequentialDesign } from '#core/statistics/sequential-design';
import { powerOf, sizeFor } from '#core/statistics/trial-size';

/** Rule, one-sided alpha, shares of information (null: equal steps), boundary at each look. */
const looks: readonly (readonly [BoundaryRule, number, readonly number[] | null, readonly number[]])[] = [
  ['obrien-fleming', 0.025, null, [2.79651, 1.977431]],
  ['obrien-fleming', 0.025, null, [3.471091, 2.454432, 2.004036]],
  ['obrien-fleming', 0.025, null, [4.048591, 2.862786, 2.337455, 2.024296]],
  ['obrien-fleming', 0.025, null, [4.561742, 3.225639, 2.633723, 2.280871, 2.040073]],
  ['obrien-fleming', 0.05, null, [2.372984, 1.677953]],
  ['obrien-fleming', 0.05, null, [2.961125, 2.093831, 1.709606]],
  ['obrien-fleming', 0.05, null, [3.4662, 2.450973, 2.001211, 1.7331]],
  ['obrien-fleming', 0.05, null, [3.915055, 2.768362, 2.260358, 1.957527, 1.750866]],
  ['pocock', 0.025, null, [2.178272, 2.178272]],
  ['pocock', 0.025, null, [2.289478, 2.289478, 2.289478]],
  ['pocock', 0.025, null, [2.3613, 2.3613, 2.3613, 2.3613]],
  ['pocock', 0.025, null, [2.41318, 2.41318, 2.41318, 2.41318, 2.41318]],
  ['pocock', 0.05, null, [1.875423, 1.875423]],
  ['pocock', 0.05, null, [1.992192, 1.992192, 1.992192]],
  ['pocock', 0.05, null, [2.067429, 2.067429, 2.067429, 2.067429]],
  ['pocock', 0.05, null, [2.121715, 2.121715, 2.121715, 2.121715, 2.121715]],
  ['spending-obrien-fleming', 0.025, null, [2.962588, 1.968596]],
  ['spending-obrien-fleming', 0.025, null, [3.710303, 2.511427, 1.993047]],
  ['spending-obrien-fleming', 0.025, null, [4.332634, 2.963132, 2.359044, 2.01409]],
  ['spending-obrien-fleming', 0.025, null, [4.876885, 3.357012, 2.68028, 2.289817, 2.031032]],
  ['spending-obrien-fleming', 0.05, null, [2.537988, 1.662107]],
  ['spending-obrien-fleming', 0.05, null, [3.200102, 2.140815, 1.694812]],
  ['spending-obrien-fleming', 0.05, null, [3.749552, 2.539943, 2.01607, 1.720177]],
  ['spending-obrien-fleming', 0.05, null, [4.229195, 2.888137, 2.29809, 1.961821, 1.739705]],
  ['spending-pocock', 0.025, null, [2.156999, 2.200977]],
  ['spending-pocock', 0.025, null, [2.279428, 2.294911, 2.29594]],
  ['spending-pocock', 0.025, null, [2.368328, 2.367524, 2.358168, 2.350036]],
  ['spending-pocock', 0.025, null, [2.437977, 2.426814, 2.410194, 2.396649, 2.386]],
  ['spending-pocock', 0.05, null, [1.866214, 1.884875]],
  ['spending-pocock', 0.05, null, [2.002014, 1.993797, 1.980304]],
  ['spending-pocock', 0.05, null, [2.099903, 2.076712, 2.053163, 2.034769]],
  ['spending-pocock', 0.05, null, [2.176211, 2.143748, 2.113285, 2.089599, 2.070998]],
  ['obrien-fleming', 0.025, [0.3, 0.7, 1], [3.667259, 2.400785, 2.008641]],
  ['obrien-fleming', 0.025, [0.2, 0.5, 0.75, 1], [4.526259, 2.862658, 2.33735, 2.024205]],
  ['obrien-fleming', 0.05, [0.1, 0.2, 0.8, 1], [5.440719, 3.84717, 1.923585, 1.720507]],
  ['pocock', 0.025, [0.3, 0.7, 1], [2.293075, 2.293075, 2.293075]],
  ['pocock', 0.025, [0.2, 0.5, 0.75, 1], [2.371271, 2.371271, 2.371271, 2.371271]],
  ['pocock', 0.05, [0.1, 0.2, 0.8, 1], [2.111924, 2.111924, 2.111924, 2.111924]],
  ['spending-obrien-fleming', 0.025, [0.3, 0.7, 1], [3.928573, 2.438742, 2.000009]],
  ['spending-obrien-fleming', 0.025, [0.2, 0.5, 0.75, 1], [4.876885, 2.962629, 2.35902, 2.014084]],
  ['spending-obrien-fleming', 0.05, [0.1, 0.2, 0.8, 1], [6.087893, 4.229199, 1.904456, 1.728949]],
  ['spending-pocock', 0.025, [0.3, 0.7, 1], [2.311835, 2.258346, 2.306183]],
  ['spending-pocock', 0.025, [0.2, 0.5, 0.75, 1], [2.437977, 2.332825, 2.354605, 2.348975]],
  ['spending-pocock', 0.05, [0.1, 0.2, 0.8, 1], [2.412202, 2.362561, 1.85619, 2.004322]],
];

/** Rule, looks, power; inflation factor and expected size under the planned effect, half of it and none; power at each look. */
const designs: readonly (readonly [BoundaryRule, number, number, readonly number[], readonly number[]])[] = [
  ['obrien-fleming', 3, 0.9, [1.016101, 0.798709, 0.969483, 1.013588], [0.056529, 0.585311, 0.9]],
  ['obrien-fleming', 3, 0.8, [1.017406, 0.856211, 0.983092, 1.01489], [0.032915, 0.442396, 0.8]],
  ['obrien-fleming', 4, 0.9, [1.022163, 0.767397, 0.963719, 1.018945], [0.007977, 0.292959, 0.696032, 0.9]],
  ['obrien-fleming', 4, 0.8, [1.023846, 0.831385, 0.980481, 1.020623], [0.004254, 0.195569, 0.552092, 0.8]],
  ['pocock', 3, 0.9, [1.150638, 0.721033, 1.026863, 1.139134], [0.388982, 0.731105, 0.9]],
  ['pocock', 3, 0.8, [1.166386, 0.818577, 1.06803, 1.154724], [0.293705, 0.600877, 0.8]],
  ['pocock', 4, 0.9, [1.183134, 0.697496, 1.041214, 1.169601], [0.274797, 0.580713, 0.786362, 0.9]],
  ['pocock', 4, 0.8, [1.202469, 0.805245, 1.089096, 1.188714], [0.20462, 0.456637, 0.660105, 0.8]],
  ['spending-obrien-fleming', 3, 0.9, [1.011853, 0.811472, 0.970702, 1.009778], [0.033793, 0.560307, 0.9]],
  ['spending-obrien-fleming', 3, 0.8, [1.012795, 0.865569, 0.982766, 1.010718], [0.018649, 0.417449, 0.8]],
  ['spending-obrien-fleming', 4, 0.9, [1.01828, 0.777299, 0.964378, 1.015433], [0.003497, 0.257864, 0.68526, 0.9]],
  ['spending-obrien-fleming', 4, 0.8, [1.019637, 0.838743, 0.979844, 1.016787], [0.001761, 0.1679, 0.539983, 0.8]],
  ['spending-pocock', 3, 0.9, [1.15422, 0.721157, 1.029176, 1.142522], [0.394042, 0.731558, 0.9]],
  ['spending-pocock', 3, 0.8, [1.170419, 0.819415, 1.070946, 1.158557], [0.298221, 0.601468, 0.8]],
  ['spending-pocock', 4, 0.9, [1.177587, 0.697265, 1.037737, 1.164299], [0.271085, 0.575909, 0.784552, 0.9]],
  ['spending-pocock', 4, 0.8, [1.196305, 0.804138, 1.084727, 1.182806], [0.201521, 0.451877, 0.657863, 0.8]],
];

/** Experimental and control proportion, margin, one-sided alpha, power, ratio; total size. */
const sizes: readonly (readonly number[])[] = [
  [0.5, 0.3, 0, 0.025, 0.8, 1, 185.99769],
  [0.5, 0.3, 0, 0.025, 0.9, 1, 247.99726],
  [0.0061, 0.0061, 0.00117, 0.025, 0.8, 1, 139918.861273],
  [0.0061, 0.0061, 0.00117, 0.025, 0.9, 1, 187153.436399],
  [0.0071, 0.0061, 0, 0.025, 0.9, 2, 311586.171215],
  [0.006, 0.0065, 0.001, 0.05, 0.8, 1, 615653.05622],
  [0.0064, 0.005, 0, 0.025, 0.8, 1, 90780.508179],
  [0.8, 0.82, 0.05, 0.025, 0.9, 0.5, 8388.317519],
];

/** Experimental and control proportion, margin, one-sided alpha, total size, ratio; power. */
const powers: readonly (readonly number[])[] = [
  [0.0061, 0.0061, 0.00117, 0.025, 140000, 1, 0.800228017],
  [0.0064, 0.005, 0, 0.025, 105934, 1, 0.856886494],
  [0.0061, 0.0061, 0.00134, 0.025, 140000, 1, 0.894022274],
  [0.006, 0.006, 0.001, 0.05, 140000, 2, 0.722323575],
];

function ofLooks([rule, alpha, given, z]: (typeof looks)[number]): readonly ReproducedFigure[] {
  const information = given ?? equal(z.length);
  const shares = given ? ` at ${given.join(', ')}` : '';
  return boundaries(rule, alpha, information).map((look, i) => ({
    what: `${rule}, alpha ${alpha}, ${z.length} looks${shares}: boundary at look ${i + 1}`,
    published: z[i] ?? Number.NaN,
    computed: look.z,
    tolerance: 2e-6,
    unit: 'z',
    decimals: 6,
  }));
}

function ofDesign([rule, count, power, expected, reached]: (typeof designs)[number]): readonly ReproducedFigure[] {
  const design = sequentialDesign(boundaries(rule, 0.025, equal(count)), 0.025, power);
  const { planned, half, none } = design.expected;
  const names = [
    'inflation factor',
    'expected size, planned effect',
    'expected size, half of it',
    'expected size, none',
  ];
  const figure = (what: string, published = Number.NaN, computed = Number.NaN): ReproducedFigure => ({
    what: `${rule}, ${count} looks, power ${power}: ${what}`,
    published,
    computed,
    tolerance: 2e-6,
    unit: 'share',
    decimals: 6,
  });
  return [
    ...[design.inflation, planned, half, none].map((value, i) => figure(names[i] ?? '', expected[i], value)),
    ...design.power.map((value, i) => figure(`power at look ${i + 1}`, reached[i], value)),
  ];
}

function equal(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => (i + 1) / count);
}

function ofSize([
  experimental = 0,
  control = 0,
  margin = 0,
  alpha = 0,
  power = 0,
  ratio = 1,
  total = 0,
]: readonly number[]) {
  return {
    what: `Total size for ${experimental} against ${control}, margin ${margin}, alpha ${alpha}, power ${power}, ratio ${ratio}`,
    published: total,
    computed: sizeFor({ experimental, control, margin, ratio }, alpha, power),
    tolerance: 2e-6,
    unit: 'count',
    decimals: 6,
  };
}

function ofPower([
  experimental = 0,
  control = 0,
  margin = 0,
  alpha = 0,
  total = 0,
  ratio = 1,
  power = 0,
]: readonly number[]) {
  return {
    what: `Power of ${experimental} against ${control}, margin ${margin}, alpha ${alpha}, ${total} in all, ratio ${ratio}`,
    published: power,
    computed: powerOf({ experimental, control, margin, ratio }, alpha, total),
    tolerance: 2e-9,
    unit: 'share',
    decimals: 9,
  };
}

export const rpact: Reproduction = {
  id: 'rpact',
  source: 'rpact 3.3.4 (Wassmer and Pahlke), R 4.2.2',
  from: 'The same rule, alpha, spacing of looks and proportions given to rpact and to Runde',
  figures: () => [
    ...looks.flatMap(ofLooks),
    ...designs.flatMap(ofDesign),
    ...sizes.map(ofSize),
    ...powers.map(ofPower),
  ],
};
