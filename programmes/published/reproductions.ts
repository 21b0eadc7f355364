/**
 * Published figures that are computed anew here, source by source: one file a source, each exporting a `Reproduction`. The
 * page "Figures reproduced" shows them and `reproductions.test.ts` holds them.
 */
import type { Reproduction } from '#core/statistics/reproduction';
import { rStatistics } from './r-statistics.ts';

export const reproductions: readonly Reproduction[] = [rStatistics];
