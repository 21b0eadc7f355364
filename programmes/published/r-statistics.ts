/**
 * Intervals, standardised rates and agreement as R gives them: R 4.2.2 with the packages stats and epitools 0.5-10.1, and Cohen's
 * kappa; numbers only. The counts of the standardisation are made up.
 */
import { exactCount, exactProportion, wilson } from '#core/statistics/intervals';
import { kappa } from '#core/statistics/kappa';
import type { ReproducedFigure, Reproduction } from '#core/statistics/reproduction';
import { type Stratum, standardisedRate, standardisedRatio } from '#core/statistics/standardise';

type Row = readonly number[];

/** Events, total; Wilson without continuity correction, lower and upper; Clopper-Pearson, lower and upper. */
const proportions: readonly Row[] = [
  [0, 1, 0, 0.793450685622763, 0, 0.975],
  [0, 5, 0, 0.434482464783175, 0, 0.521823750104981],
  [0, 10, 0, 0.277532799862889, 0, 0.308497107818761],
  [0, 37, 0, 0.0940578258372025, 0, 0.0948905874149899],
  [0, 100, 0, 0.0369934982069857, 0, 0.0362166926451765],
  [0, 1000, 0, 0.00382675848555512, 0, 0.00368208389686567],
  [0, 25000, 0, 0.000153634745565824, 0, 0.000147544292434678],
  [1, 100, 0.00176743206414065, 0.0544861961787053, 0.000253146032977421, 0.0544593853920806],
  [10, 1000, 0.00544075444552925, 0.0183094688703148, 0.00480551069104931, 0.0183132430551124],
  [250, 25000, 0.0088397037457223, 0.0113108583049322, 0.00880384378159859, 0.0113120250244541],
  [1, 5, 0.0362241086324301, 0.624465370237475, 0.00505076337946806, 0.716417936118089],
  [2, 10, 0.0566821514543753, 0.509837528463358, 0.0252107263268334, 0.556095462307641],
  [7, 37, 0.0947997873031202, 0.342046969298384, 0.0796211208528769, 0.351552378369254],
  [20, 100, 0.133366933331033, 0.288829165593159, 0.126655552101956, 0.291842689088628],
  [200, 1000, 0.176377090443199, 0.225918964648135, 0.175620574830842, 0.226159372821371],
  [5000, 25000, 0.195087896839542, 0.205004284007798, 0.195056724899959, 0.205013105491183],
  [2, 5, 0.117620774232648, 0.769275718723987, 0.0527449505263169, 0.853367200365327],
  [5, 10, 0.236593090512564, 0.763406909487436, 0.187086028447399, 0.812913971552601],
  [18, 37, 0.334464043030167, 0.641051033343812, 0.31921410648154, 0.656003184334234],
  [50, 100, 0.403831530365996, 0.596168469634004, 0.398321129503301, 0.601678870496699],
  [500, 1000, 0.469069600368104, 0.530930399631896, 0.468549172971792, 0.531450827028208],
  [12500, 25000, 0.493802525805503, 0.506197474194497, 0.49378235205414, 0.50621764794586],
  [1, 1, 0.206549314377238, 1, 0.025, 1],
  [5, 5, 0.565517535216825, 1, 0.478176249895019, 1],
  [10, 10, 0.722467200137111, 1, 0.691502892181239, 1],
  [36, 37, 0.861759301362695, 0.99521302554806, 0.858396904388842, 0.999315968975305],
  [97, 100, 0.915480635709472, 0.989745475975961, 0.91482394702572, 0.993770028461694],
  [970, 1000, 0.957496585852413, 0.978906261171165, 0.957448597529971, 0.97966951431689],
  [24250, 25000, 0.967812139255092, 0.972043444084076, 0.967810016632984, 0.97207980500327],
  [37, 37, 0.905942174162798, 1, 0.90510941258501, 1],
  [100, 100, 0.963006501793014, 1, 0.963783307354824, 1],
  [1000, 1000, 0.996173241514445, 1, 0.996317916103134, 1],
  [25000, 25000, 0.999846365254434, 1, 0.999852455707565, 1],
];

/** Count; exact (Garwood) lower and upper. */
const counts: readonly Row[] = [
  [0, 0, 3.68887945411394],
  [1, 0.0253178079842899, 5.5716433909389],
  [2, 0.242209278543965, 7.22468766772396],
  [3, 0.618672122895602, 8.76727306974232],
  [5, 1.62348639011842, 11.6683320793227],
  [10, 4.79538869613243, 18.3903560420178],
  [25, 16.1786818478293, 36.9049316975304],
  [100, 81.3639912509232, 121.626793792426],
  [1000, 938.973018407695, 1063.9521360163],
];

/** Table of two readers, a b / c d; Cohen's kappa. */
const twoReaders: Row = [930, 18, 25, 27, 0.5342287694974];

/** Events, person-years, standard population, per age group. */
const ageGroups: readonly Row[] = [
  [61, 182345, 7000],
  [83, 176210, 6500],
  [120, 165432, 6000],
  [142, 158765, 5500],
  [110, 149876, 5000],
];
/** epitools `ageadjust.direct` on them: crude and adjusted rate per 100,000, and the gamma limits of Fay and Feuer. */
const direct: Row = [61.9724534846294, 61.1485485370261, 55.9804078522872, 66.6755388537684];
/** Standard counts and populations for `ageadjust.indirect`. */
const standardCounts: Row = [600, 850, 1100, 1500, 1200];
const standardTotals: Row = [1.8e6, 1.75e6, 1.6e6, 1.6e6, 1.5e6];
/** Observed, expected, ratio, lower, upper. */
const indirect: Row = [516, 528.846868452381, 0.975707772478684, 0.89505084329151, 1.06363304879347];

const tiny = 1e-9;

function figure(what: string, published: number, computed: number, unit: string, tolerance = tiny): ReproducedFigure {
  return { what, published, computed, tolerance, unit, decimals: 9 };
}

function ofProportion([events = 0, total = 0, ...limits]: Row): readonly ReproducedFigure[] {
  const ours = [wilson(events, total), exactProportion(events, total)].flatMap((i) => [i.lower, i.upper]);
  const names = ['Wilson, lower', 'Wilson, upper', 'Clopper-Pearson, lower', 'Clopper-Pearson, upper'];
  return names.map((name, i) =>
    figure(`${events} of ${total}: ${name}`, limits[i] ?? Number.NaN, ours[i] ?? Number.NaN, 'proportion'),
  );
}

function ofCount([count = 0, lower = 0, upper = 0]: Row): readonly ReproducedFigure[] {
  const ours = exactCount(count);
  return [
    figure(`A count of ${count}: exact, lower`, lower, ours.lower, 'count', 1e-7),
    figure(`A count of ${count}: exact, upper`, upper, ours.upper, 'count', 1e-7),
  ];
}

function ofAgreement([a = 0, b = 0, c = 0, d = 0, value = 0]: Row): readonly ReproducedFigure[] {
  const table = [
    [a, b],
    [c, d],
  ];
  return [figure(`Cohen's kappa of ${a} ${b} / ${c} ${d}`, value, kappa(table)?.kappa ?? Number.NaN, 'kappa')];
}

function ofStandardisation(): readonly ReproducedFigure[] {
  const strata: readonly Stratum[] = ageGroups.map(([events = 0, total = 0, standard = 0]) => ({
    events,
    total,
    standard,
  }));
  const rate = standardisedRate(strata);
  const found = [rate?.value, rate?.limits.lower, rate?.limits.upper].map((value) => 1e5 * (value ?? Number.NaN));
  const expected = strata.reduce(
    (sum, s, i) => sum + (s.total * (standardCounts[i] ?? 0)) / (standardTotals[i] ?? Number.NaN),
    0,
  );
  const ratio = standardisedRatio(indirect[0] ?? 0, expected, 'log');
  return [
    ...['rate', 'lower', 'upper'].map((what, i) =>
      figure(`Direct standardisation: ${what}`, direct[i + 1] ?? 0, found[i] ?? 0, 'per 100,000', 1e-6),
    ),
    figure('Indirect standardisation: expected', indirect[1] ?? 0, expected, 'count', 1e-8),
    figure('Indirect standardisation: ratio', indirect[2] ?? 0, ratio.value, 'ratio'),
    figure('Indirect standardisation: lower', indirect[3] ?? 0, ratio.limits.lower, 'ratio', 1e-8),
    figure('Indirect standardisation: upper', indirect[4] ?? 0, ratio.limits.upper, 'ratio', 1e-8),
  ];
}

export const rStatistics: Reproduction = {
  id: 'r-statistics',
  source: 'R 4.2.2: stats, epitools 0.5-10.1 (ageadjust.direct, ageadjust.indirect), Cohen 1960',
  from: 'The same counts given to R and to Runde',
  figures: () => [
    ...proportions.flatMap(ofProportion),
    ...counts.flatMap(ofCount),
    ...ofAgreement(twoReaders),
    ...ofStandardisation(),
  ],
};
