/**
 * pROC 1.18.0 (Debian r-cran-proc, R 4.2.2) and scikit-learn 1.2.1 on scores that anyone can make again: a Lehmer generator
 * (16807 modulo 2^31 - 1, seed 20231) gives u1..u4 for each case; it has cancer when u1 < base; the score is
 * floor(100 (u2 + 0.4 cancer)) / 100, which ties often; the other score floor(1000 (u2 / 2 + u3 / 2 + 0.15 cancer)) / 1000; the
 * weight 1 + floor(4 u4). Figures: roc(direction '<'), ci.auc, var, cov, roc.test(method 'delong'), auc(partial.auc) with and
 * without partial.auc.correct; the weighted AUC from each case repeated as often as its weight; average_precision_score.
 */
import { auc, compareAuc } from '#core/statistics/delong';
import { partialAuc } from '#core/statistics/partial-auc';
import { averagePrecision } from '#core/statistics/precision-recall';
import type { ReproducedFigure, Reproduction } from '#core/statistics/reproduction';
import { rocCurve } from '#core/statistics/roc';

const names = [
  'AUC',
  'variance of it (DeLong)',
  'lower limit, 95 %',
  'upper limit, 95 %',
  'AUC of the other score',
  'variance of it',
  'covariance of the two',
  'z of the difference, paired',
  'p of it',
  'partial AUC, specificity 0.9-1',
  'the same standardised (McClish)',
  'partial AUC, sensitivity 0.8-1',
  'the same standardised',
  'weighted AUC',
  'average precision (scikit-learn)',
] as const;

const printed = {
  small: [
    8.358100233100233e-1, 1.125416573673306e-3, 7.700586626861344e-1, 9.015613839339122e-1, 7.299679487179487e-1,
    1.857154976361761e-3, 1.114440410751049e-3, 3.855331771942026, 1.155727838920602e-4, 4.850524475524474e-2,
    7.28974972396025e-1, 1.012237762237762e-1, 7.256216006216006e-1, 8.194747474747475e-1, 0.7050836499079056,
  ],
  large: [
    8.272905448758788e-1, 8.481567600304341e-5, 8.092401729485466e-1, 8.453409168032111e-1, 7.068660863694439e-1,
    1.335954735471752e-4, 6.709476357004837e-5, 13.12208662925874, 2.460651472226008e-39, 4.665000570416653e-2,
    7.192105563377187e-1, 9.950581863128505e-2, 7.208494961980141e-1, 8.263289723287136e-1, 0.42373695882669965,
  ],
};

/** The scores described above. */
export function lehmerScores(cases: number, base: number) {
  let state = 20231;
  const next = () => {
    state = (16807 * state) % 2147483647;
    return state / 2147483647;
  };
  const scores = new Float64Array(cases);
  const others = new Float64Array(cases);
  const weights = new Float64Array(cases);
  const positive = new Uint8Array(cases);
  for (let i = 0; i < cases; i++) {
    const [u1, u2, u3, u4] = [next(), next(), next(), next()];
    const ill = u1 < base ? 1 : 0;
    positive[i] = ill;
    scores[i] = Math.floor(100 * (u2 + 0.4 * ill)) / 100;
    others[i] = Math.floor(1000 * (u2 * 0.5 + u3 * 0.5 + 0.15 * ill)) / 1000;
    weights[i] = 1 + Math.floor(4 * u4);
  }
  return { set: { scores, positive }, others, weights };
}

function figuresOf(size: keyof typeof printed, cases: number, base: number): readonly ReproducedFigure[] {
  const { set, others, weights } = lehmerScores(cases, base);
  const { first, second, covariance, z, p } = compareAuc(set, others);
  const curve = rocCurve(set);
  const [specific, sensitive] = [
    partialAuc(curve, { from: 0.9, to: 1 }),
    partialAuc(curve, { from: 0.8, to: 1, of: 'sensitivity' }),
  ];
  const computed = [
    first.auc,
    first.variance,
    first.lower,
    first.upper,
    second.auc,
    second.variance,
    covariance,
    z,
    p,
    specific.area,
    specific.standardised,
    sensitive.area,
    sensitive.standardised,
    auc({ ...set, weights }).auc,
    averagePrecision(curve),
  ];
  return names.map((what, i) => ({
    what: `${what}, ${cases} cases`,
    published: printed[size][i] ?? Number.NaN,
    computed: computed[i] ?? Number.NaN,
    tolerance: 1e-9,
    unit: '',
    decimals: 9,
  }));
}

export const proc: Reproduction = {
  id: 'proc',
  source: 'pROC 1.18.0 (Robin et al. 2011, BMC Bioinformatics 12:77) in R 4.2.2; scikit-learn 1.2.1',
  from: 'generated scores with ties, paired: 200 and 50,000 cases',
  figures: () => [...figuresOf('small', 200, 0.2), ...figuresOf('large', 50_000, 0.01)],
};
