/**
 * What the life simulator assumes, as data. A value with a source names it; the others are configuration: chosen so that
 * the simulated programme reproduces the published figures that calibration.test.ts lists, and free to change.
 */
import { type GrowthSet, growthSets } from './growth.ts';

export type LifeParameters = {
  readonly growth: GrowthSet;
  /** Invasive cancer per 100,000 women a year without screening: from each age to the next entry's. */
  readonly clinicalIncidence: readonly (readonly [fromAge: number, rate: number])[];
  /** The year that the rates above stand for, and the yearly relative change. */
  readonly incidenceYear: number;
  readonly incidenceTrend: number;
  /** ln diameter (mm) at which a tumour gives symptoms: 0.25 * 2^N(mean, sd). */
  readonly symptomaticDoublings: { readonly mean: number; readonly sd: number };
  /** Share still in situ by diameter, mm. */
  readonly inSituShare: readonly (readonly [diameter: number, share: number])[];
  /** Tumours that never give symptoms: per 100,000 women a year, largest diameter, years until they have regressed. */
  readonly indolent: {
    readonly rate: number;
    readonly fromAge: number;
    readonly toAge: number;
    readonly smallest: number;
    readonly largest: number;
    readonly meanYears: number;
    readonly inSituShare: number;
  };
  /** Death of other causes: Weibull, years. */
  readonly otherDeath: { readonly shape: number; readonly scale: number };
  /** Yearly rate of death of breast cancer by diameter at diagnosis (mm, up to and including), and for in situ. */
  readonly cancerDeath: readonly (readonly [upTo: number, rate: number])[];
  readonly emigrationRate: number;
  readonly moveRate: number;
  readonly sameCountyMoveShare: number;
  readonly implantShare: number;
  readonly bornAbroadShare: number;
  readonly invitationStopShare: number;
  readonly storageReservationShare: number;
  /** Volpara density groups 1-4: share, and relative odds of seeing a tumour. */
  readonly density: readonly (readonly [share: number, sensitivity: number])[];
};

export const lifeParameters: LifeParameters = {
  growth: growthSets.manchester,
  // Below 50 and above 70: Cancer in Norway 2015, table 13 (2011-2015). 50-69: the observed 238-348 includes cancers that
  // screening brought forward, so the values here run from the rate before 50 to the rate after 75, scaled by calibration.
  clinicalIncidence: [
    [0, 0],
    [20, 1.9],
    [25, 10.9],
    [30, 23.2],
    [35, 59.1],
    [40, 109],
    [45, 171],
    [50, 205],
    [55, 226],
    [60, 249],
    [65, 268],
    [70, 280],
    [75, 293],
    [80, 286],
    [105, 286],
  ],
  incidenceYear: 2013,
  incidenceTrend: 0.01,
  // stuwrighthealthecon/MANC-RISK-SCREEN, params.R.
  symptomaticDoublings: { mean: 6.5, sd: 0.535 },
  // The same model's stage by size table, at the middle of each size group.
  inSituShare: [
    [2.5, 0.24],
    [7.5, 0.125],
    [12.5, 0.08],
    [17.5, 0.06],
    [25, 0.045],
  ],
  // Weedon-Fekjær 2018: strictly progressive tumours cannot reproduce Norwegian incidence. Size and rate: configuration.
  indolent: { rate: 75, fromAge: 45, toAge: 75, smallest: 7, largest: 25, meanYears: 5, inSituShare: 0.25 },
  // MANC-RISK-SCREEN.
  otherDeath: { shape: 9.38, scale: 89.35 },
  // MANC-RISK-SCREEN prognostic groups exp(-5.618), exp(-3.808), exp(-2.731), here by size: configuration.
  cancerDeath: [
    [20, Math.exp(-5.618)],
    [50, Math.exp(-3.808)],
    [Number.POSITIVE_INFINITY, Math.exp(-2.731)],
  ],
  emigrationRate: 0.002,
  moveRate: 0.02,
  sameCountyMoveShare: 0.6,
  implantShare: 0.012,
  bornAbroadShare: 0.14,
  invitationStopShare: 0.012,
  storageReservationShare: 0.001,
  density: [
    [0.25, 0.75],
    [0.4, 0.735],
    [0.27, 0.598],
    [0.08, 0.513],
  ],
};
