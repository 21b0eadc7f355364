import type { IndicatorSet } from '#core/quality/indicator';
import { danish11 } from './danish-11.ts';
import { euGuideline4 } from './eu-guideline-4.ts';
import { european13 } from './european-13.ts';
import { ownFigures } from './own-figures.ts';
import { placeholder72 } from './placeholder-72.ts';
import { swedish11 } from './swedish-11.ts';

/** The sets that come with the programme; a set that the office loads under the same id takes its place. */
export const builtInSets: readonly IndicatorSet[] = [
  european13,
  danish11,
  euGuideline4,
  swedish11,
  placeholder72,
  ownFigures,
];
