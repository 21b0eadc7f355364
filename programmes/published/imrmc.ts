/**
 * FDA's iMRMC: the data of its R package's test (Rpackage/iMRMC/tests/testthat/input.imrmc, "doIMRMC given fileName"): simulated
 * scores of 5 readers, 40 cases without and 40 with disease, methods A and B. DIDSR/iMRMC is a work of the U.S. government and in
 * the public domain (17 USC 105; its LICENSE.md asks for notice of derivation: the scores are as there, set out by reader).
 * Its generator gives them anew in R 4.2.2 (`init.lecuyerRNG(seed = 1, stream = 2)`, `sim.gRoeMetz(sim.gRoeMetz.config())`,
 * rounded to four decimals). The figures below are those of the program's own function for them.
 *
 * Its example `dfMRMC_example` is a binary file that we do not have (AUC 0.692875 and 0.765625). The same generator did not
 * give it: L'Ecuyer seeds 1-20 and streams 1-10 with every order of the effects and R's other normal generators, every order
 * of the six parts of the model for seed 1 and streams 1-6, and Mersenne-Twister seeds 0-40,000.
 */
import { compareModalities, type Modality } from '#core/statistics/mrmc';
import { obuchowskiRockette } from '#core/statistics/obuchowski-rockette';
import type { ReproducedFigure, Reproduction } from '#core/statistics/reproduction';
import { studentTwoSided } from '#core/statistics/tails';

/** By method and reader: the 40 negative cases, then the 40 positive, in the order of the file. */
const scores: Readonly<Record<'A' | 'B', readonly (readonly [negatives: string, positives: string])[]>> = {
  A: [
    [
      `0.1696 -0.7563 -0.2662 0.4523 0.4714 -0.4304 0.3691 -0.1723 -1.0109 0.7376 0.5204 0.846 1.9034 0.8663 -0.0603
      0.3425 -0.3828 -1.0638 -0.041 0.4692 -0.4016 2.5441 0.4838 0.2282 2.5731 0.8904 -0.8003 1.8658 1.6295 1.3517
      -0.4212 1.4075 1.2841 -1.2319 -0.1815 0.5285 -0.1173 -0.7762 0.2849 1.451`,
      `0.3735 1.2238 0.8885 0.2533 0.8412 1.2644 0.7668 0.0467 0.3426 -1.6178 0.8364 2.3166 2.3019 1.3265 3.6025
      2.491 1.2959 0.2953 1.2836 -0.9606 1.4886 0.3983 2.2022 0.8571 0.3174 0.6091 -1.3195 1.4268 2.0705 0.4277
      2.007 0.3354 0.7731 1.6709 -0.3063 -0.739 0.3146 0.5849 0.2214 0.6264`,
    ],
    [
      `-1.8846 -1.3448 -1.0681 0.2881 -0.9647 0.6195 -0.2902 0.0403 -0.9682 1.4785 -0.1755 0.3238 1.8282 -0.4721
      -1.3946 -1.6247 0.7758 -1.5584 0.1273 0.9475 -2.5644 0.2188 0.3761 0.976 -0.8035 -1.1689 -0.5435 1.1051 1.9862
      0.0669 -0.3356 -0.1402 1.8529 -0.8587 -0.0292 -0.7632 -0.5587 0.5061 -0.5898 0.5622`,
      `1.4677 1.2408 1.1336 0.9982 -1.2617 0.887 1.593 -0.7599 -0.594 -0.8448 0.0877 1.3644 1.5288 1.8118 3.0367
      2.4608 0.9826 0.6393 0.2055 -0.5362 1.4458 0.8174 2.1147 1.5468 -1.6451 0.7331 0.6047 1.2324 1.2452 0.4867
      4.0726 -0.3293 0.3303 1.425 -1.36 0.6293 1.3388 1.5719 -1.4265 1.1954`,
    ],
    [
      `0.1911 0.0487 -0.8634 0.3926 0.771 -1.2813 -0.4665 -1.0336 -0.5879 0.3486 -1.4068 -0.5457 1.5041 -0.0438
      -1.4971 -1.6884 -0.2642 -1.1796 0.4541 -0.9301 -0.8676 -0.1331 0.6271 -1.4183 1.5456 0.2872 -0.5384 0.7884
      1.1555 0.0978 -1.4185 0.7363 -0.9124 -1.0529 -0.7668 -0.2547 -1.8922 -0.0035 -0.291 -1.1321`,
      `2.4994 2.0828 2.236 1.2448 -0.0591 2.9287 2.0184 1.0202 1.3967 -0.4842 0.1155 2.0339 1.5343 0.8282 3.9407
      2.6246 1.8587 2.5276 0.5598 -0.3406 2.459 1.4709 2.2895 2.1043 1.1341 -0.1298 0.4542 2.3644 -0.3716 1.7637
      3.1026 1.2506 1.7239 2.2085 -0.1437 1.7489 0.3673 2.5878 0.4026 2.4491`,
    ],
    [
      `0.3682 -0.3316 0.5114 0.4676 1.806 0.8242 -0.212 -0.3246 0.2038 2.1544 0.3219 0.6844 3.3957 0.783 -1.1728
      -0.0737 -0.9732 -0.8459 0.0036 0.0935 -0.6347 1.0913 1.5705 0.381 1.7136 0.2962 0.8472 1.4881 2.5209 -0.4412
      0.0842 0.2102 1.3296 -0.7133 0.2753 1.3042 0.4484 1.5421 0.4851 0.0898`,
      `-0.0927 0.1503 -0.1514 0.8488 -0.1345 1.8115 0.5592 -1.607 -0.5127 -1.8232 -0.4935 1.8998 0.217 0.5889 2.4028
      0.9576 0.9797 0.2534 0.1619 -0.5707 0.81 0.7379 1.189 1.7316 -0.1153 0.4497 1.2984 -0.2409 1.0763 -0.1402
      1.4807 0.9143 0.6533 0.4257 0.3687 0.7866 0.158 0.0309 -0.8326 0.2681`,
    ],
    [
      `-0.7304 -0.414 -0.3433 0.1847 -0.5905 -0.9112 0.5897 -0.2729 -1.1535 0.1553 0.1853 -0.0295 2.2709 -0.7149
      -0.8851 -0.1135 -1.6112 -0.8201 -0.6059 0.1985 -1.9667 0.4924 0.5334 0.5829 0.5648 1.3229 -1.0165 0.851 0.6682
      0.1159 -1.1086 0.5196 1.4225 -1.5287 0.9891 0.3504 -0.1692 1.0661 -0.1133 0.0314`,
      `0.8261 0.9528 1.1188 0.9554 0.1688 2.3142 1.464 -0.6197 -0.4086 -0.6281 0.0362 1.7813 1.7497 1.3912 3.3417
      2.27 0.5057 1.6607 1.8923 0.4653 1.7063 0.0023 1.9229 0.7705 0.0531 -0.8404 0.1815 1.2563 1.7957 0.0616 2.291
      1.3013 0.481 1.5725 0.9381 1.8845 0.6827 2.8037 -0.1012 1.8058`,
    ],
  ],
  B: [
    [
      `-0.6529 -0.7427 0.5923 1.9806 -1.0615 0.7077 0.0074 -1.918 -0.6671 1.5175 0.9006 1.0608 1.9435 0.8301 -0.4624
      -0.6185 -1.1794 0.1792 0.6211 0.8796 -2.1528 2.2502 0.0627 0.5871 0.9713 1.0966 -0.1578 0.44 1.1824 -0.1784
      -1.1951 0.6948 2.0768 -1.4491 -0.4702 0.3486 -0.2366 -0.4425 -0.2321 0.2855`,
      `1.0069 0.1763 1.5394 0.3194 0.5722 0.8384 0.6661 0.6423 0.9308 0.6019 1.5956 0.8771 -0.0073 2.8131 2.5415
      1.656 0.6184 -0.3357 -0.2008 -0.062 1.3791 -0.3473 1.8512 1.0745 1.2424 1.5327 -0.102 1.9272 1.0621 -0.1679
      1.6768 0.0982 0.4114 2.1828 -0.5045 0.725 -0.5663 1.5226 0.038 1.6753`,
    ],
    [
      `-1.6569 -0.8927 -2.2334 0.439 -1.4522 0.2629 -1.4087 -2.2141 -1.2947 1.4986 -0.8445 0.0517 0.7281 -0.2277
      -1.3896 -1.593 -0.788 -1.208 0.0717 -0.3564 -3.4423 -0.9082 0.2225 -0.5956 -1.2252 -1.133 -0.3164 0.0977
      1.0884 -0.949 -1.2347 -0.7865 0.8749 -1.6696 -1.0563 -1.6352 -0.8064 1.2608 -1.6499 -0.109`,
      `1.1309 0.4846 1.1276 -0.1405 -0.927 0.1632 0.664 -0.2692 -0.4199 1.7203 0.9567 0.2889 0.29 4.1863 2.3449
      2.5508 1.5078 -0.4171 -0.0086 0.0711 0.9898 0.5098 0.8204 1.3907 0.6965 2.0485 2.0195 1.9875 0.6189 0.4597
      2.4345 0.313 -1.1192 2.7875 -0.2512 1.1167 -0.3199 2.5072 -1.6553 1.9096`,
    ],
    [
      `-0.3942 0.4376 0.091 2.1891 0.4615 -0.0165 -0.6487 -1.6737 -0.651 1.8691 0.3196 0.1086 0.5984 -0.969 -0.3915
      -0.8569 -0.5619 0.0705 1.4418 0.559 0.0265 0.1359 0.3256 -0.8427 0.9839 0.716 -0.7239 -0.0263 1.7396 0.9556
      0.3827 0.0378 0.0031 -1.2147 -0.474 -1.1386 -1.2747 0.8072 -1.5101 0.0826`,
      `2.2253 1.4082 0.7568 0.4659 -0.8441 1.8633 0.6756 1.7103 1.1218 0.5557 1.4355 0.4537 0.0246 2.5623 2.122
      0.9038 0.6965 0.5798 0.0283 1.2278 1.4736 0.4752 -0.1842 1.7487 1.8004 1.3067 1.7387 2.2415 -0.0234 -0.1287
      1.4827 1.3521 -0.3817 1.7867 -0.0275 0.9846 -0.8947 3.1198 0.156 1.955`,
    ],
    [
      `-1.0306 -1.1518 -1.1719 0.2533 -1.0073 1.2301 -1.4814 -2.677 -1.0216 1.9665 0.1248 0.3744 1.8407 -0.2109
      -2.3882 -1.2627 -1.6726 -0.8188 1.1734 0.2546 -1.4766 0.1251 0.5247 -0.2412 0.4082 -0.5045 0.5804 0.2733
      0.9581 -1.7345 -0.8737 -0.3879 0.1754 -2.8803 -0.794 -1.2622 -1.4361 1.0945 -0.1177 -0.3541`,
      `0.8507 0.1854 0.1936 1.0385 -1.6394 1.6952 0.6637 0.902 -0.2267 0.9817 -0.0739 1.088 -0.9723 1.3913 0.8039
      0.1389 1.2191 -0.2442 0.7796 0.9337 0.2924 -0.1739 -0.8616 1.5385 0.5144 -0.0433 2.0531 0.231 -0.0658 0.5511
      0.8577 0.9866 -1.1842 1.3777 -0.8143 0.7289 -0.5315 0.2133 0.2454 1.8681`,
    ],
    [
      `-1.1053 -0.4834 0.6816 0.8477 -0.579 0.5042 -0.0673 -1.4284 -1.2051 1.7575 1.2002 -0.1488 0.745 0.2286 -0.2091
      0.405 -1.1496 -0.2833 1.2537 0.1849 -1.1319 -0.8712 1.372 0.3903 0.1193 0.5168 -0.142 0.1108 1.4242 -0.3964
      -1.1965 0.0284 1.4549 -0.4941 0.6646 -1.2426 -0.4699 1.5444 -0.4254 -0.7052`,
      `0.891 0.0899 1.5524 0.4781 -0.4422 3.0866 2.5659 1.1536 -0.598 1.3878 1.5278 -0.2963 0.0102 3.5231 1.8799
      0.7532 0.7912 1.0403 1.97 1.1248 0.653 0.8599 0.3894 1.4954 0.9903 0.56 2.8091 1.3338 0.8327 1.5047 1.9315
      1.8105 0.0904 1.9038 0.9488 2.0883 0.4487 3.2079 -1.256 2.5737`,
    ],
  ],
};

/** The readers of one method. */
export function imrmcExample(method: 'A' | 'B'): Modality {
  const numbers = (text: string) => Float64Array.from(text.split(/\s+/), Number);
  return new Map(
    scores[method].map(([negatives, positives], i) => [
      `reader${i + 1}`,
      { negatives: numbers(negatives), positives: numbers(positives) },
    ]),
  );
}

const figure = (
  what: string,
  published: number,
  computed: number,
  tolerance: number,
  decimals: number,
): ReproducedFigure => ({
  what,
  published,
  computed,
  tolerance,
  unit: '',
  decimals,
});

export const imrmc: Reproduction = {
  id: 'imrmc',
  source: 'iMRMC 2.1.0 (FDA, DIDSR), the test data of its R package: 5 readers, 40 + 40 cases, methods A and B',
  from: 'its scores (input.imrmc); beside what its function doAUCmrmc gives for them in R 4.2.2',
  figures: () => {
    const { first, second, difference } = compareModalities(imrmcExample('A'), imrmcExample('B'));
    const { t, df } = { t: -0.07275 / Math.sqrt(0.0016103222), df: 30.368 };
    return [
      figure('AUC of method A over readers', 0.704375, first.auc, 1e-8, 6),
      figure('variance of the AUC of A', 0.0063139302371, first.variance, 1e-12, 12),
      figure('degrees of freedom of A (BDG)', 6.80522151054, first.df, 1e-8, 8),
      figure('AUC of method B over readers', 0.7585, second.auc, 1e-8, 6),
      figure('variance of the AUC of B', 0.00237205276134, second.variance, 1e-12, 12),
      figure('degrees of freedom of B (BDG)', 27.4083876377, second.df, 1e-8, 8),
      figure('difference A - B', -0.054125, difference.value, 1e-8, 6),
      figure('variance of the difference', 0.00498950905038, difference.variance, 1e-12, 12),
      figure('degrees of freedom of the difference (BDG)', 7.35006973387, difference.df, 1e-8, 8),
      figure('p of the difference, two-sided', 0.468575983573, difference.p, 1e-8, 8),
      figure('lower limit of the difference, 95 %', -0.221153679149, difference.lower, 1e-8, 8),
      figure('upper limit of the difference, 95 %', 0.112903679149, difference.upper, 1e-8, 8),
      // Of its data set dfMRMC_example only these figures are at hand: difference -0.07275, variance 0.0016103222, df 30.368.
      figure('p of its data set dfMRMC_example, from difference, variance and df', 0.0798634, p(t, df), 5e-8, 7),
    ];
  },
};

/** The same scores by analysis of variance: anova(lm()) and pROC 1.18.0's covariances in R 4.2.2, put together as Hillis 2007 does. */
export const obuchowskiRocketteInR: Reproduction = {
  id: 'obuchowski-rockette',
  source: 'R 4.2.2 (anova, pf, qt) with covariances of pROC 1.18.0; formulas of Hillis 2007, Stat Med 26:596',
  from: "the scores of iMRMC's test data: 5 readers, 40 + 40 cases, methods A and B",
  figures: () => {
    const { difference, components } = obuchowskiRockette(imrmcExample('A'), imrmcExample('B'));
    const { msMethod, msMethodReader, error, cov1, cov2, cov3 } = components;
    return [
      figure('mean square of method', 0.0073237890625, msMethod, 1e-9, 10),
      figure('mean square of method by reader', 0.00914908203125, msMethodReader, 1e-9, 10),
      figure('error variance', 0.002984821714744, error, 1e-9, 10),
      figure('cov1: same reader, other method', 0.001527832532051, cov1, 1e-9, 10),
      figure('cov2: other reader, same method', 0.001532996794872, cov2, 1e-9, 10),
      figure('cov3: other reader, other method', 0.000866399238782, cov3, 1e-9, 10),
      figure('F', 0.586744760523279, difference.f, 1e-9, 9),
      figure('denominator degrees of freedom', 7.445230756540528, difference.df, 1e-9, 9),
      figure('p of the difference by F', 0.467267297421329, difference.p, 1e-9, 9),
      figure('variance of the difference by F', 0.004992827924679, difference.variance, 1e-9, 10),
      figure('lower limit by F, 95 %', -0.21920488749375, difference.lower, 1e-9, 9),
      figure('upper limit by F, 95 %', 0.11095488749375, difference.upper, 1e-9, 9),
    ];
  },
};

/** Its t-test takes whole degrees of freedom. */
const p = (t: number, df: number) => studentTwoSided(t, Math.floor(df));
