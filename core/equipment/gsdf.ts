/**
 * The greyscale standard display function: how bright each just-noticeable step of grey shall be, so that an image looks
 * the same on every display. DICOM PS3.14, section 7 (both formulas and their coefficients).
 */

const [A, B, C, D, E] = [-1.3011877, -2.5840191e-2, 8.0242636e-2, -1.0320229e-1, 1.3646699e-1] as const;
const [F, G, H, K, M] = [2.874562e-2, -2.5468404e-2, -3.1978977e-3, 1.2992634e-4, 1.3635334e-3] as const;

const INVERSE = [
  71.498068, 94.593053, 41.912053, 9.8247004, 0.28175407, -1.1878455, -0.18014349, 0.14710899, -0.017046845,
] as const;

/** Luminance in cd/m² of a JND index, which need not be whole. 1 gives 0.05, 1023 gives 3993. */
export function luminanceOfJnd(index: number): number {
  const x = Math.log(index);
  const above = A + x * (C + x * (E + x * (G + x * M)));
  const below = 1 + x * (B + x * (D + x * (F + x * (H + x * K))));
  return 10 ** (above / below);
}

/** JND index of a luminance in cd/m² (0.05 to 4000). The standard's own approximation, good to a thousandth or so. */
export function jndOfLuminance(luminance: number): number {
  const y = Math.log10(luminance);
  return INVERSE.reduceRight((sum, coefficient) => sum * y + coefficient, 0);
}

/** How far the contrast of one step between two grey levels is from the standard's. */
export type StepDeviation = {
  /** Mean JND index of the step. */
  readonly index: number;
  /** Contrast per JND as measured, and as the standard has it between the same darkest and brightest. */
  readonly measured: number;
  readonly standard: number;
  /** (measured - standard) / standard. */
  readonly deviation: number;
};

/**
 * Contrast response against the standard, step by step: grey levels at equal distances in driving level, from darkest to
 * brightest, luminance in cd/m² with the ambient light in it (AAPM On-Line Report No. 03, TG18: contrast
 * 2(L' - L)/(L' + L) per JND). Undefined with fewer than three levels, or when a level is not brighter than the one before.
 */
export function gsdfDeviations(luminances: readonly number[]): readonly StepDeviation[] | undefined {
  const [darkest, brightest] = [luminances[0], luminances[luminances.length - 1]];
  if (luminances.length < 3 || darkest === undefined || brightest === undefined || darkest <= 0) return undefined;
  if (luminances.some((value, i) => i > 0 && value <= (luminances[i - 1] ?? 0))) return undefined;
  const first = jndOfLuminance(darkest);
  const step = (jndOfLuminance(brightest) - first) / (luminances.length - 1);
  const contrast = (low: number, high: number) => (2 * (high - low)) / ((high + low) * step);
  return luminances.slice(1).map((value, i) => {
    const from = first + i * step;
    const measured = contrast(luminances[i] ?? 0, value);
    const standard = contrast(luminanceOfJnd(from), luminanceOfJnd(from + step));
    return { index: from + step / 2, measured, standard, deviation: measured / standard - 1 };
  });
}

/** The largest deviation of any step, as a share: what the limit is set on. */
export function largestGsdfDeviation(luminances: readonly number[]): number | undefined {
  const deviations = gsdfDeviations(luminances);
  return deviations && Math.max(...deviations.map((step) => Math.abs(step.deviation)));
}

/** The luminances that the standard asks of `levels` grey levels between a darkest and a brightest, in cd/m². */
export function standardLuminances(darkest: number, brightest: number, levels: number): readonly number[] {
  const [first, last] = [jndOfLuminance(darkest), jndOfLuminance(brightest)];
  return Array.from({ length: levels }, (_, i) => luminanceOfJnd(first + ((last - first) * i) / (levels - 1)));
}
