/**
 * Published figures that are computed anew here, source by source: one file a source, each exporting a `Reproduction`. The
 * page "Figures reproduced" shows them and `reproductions.test.ts` holds them.
 */
import type { Reproduction } from '#core/statistics/reproduction';

export const reproductions: readonly Reproduction[] = [];
