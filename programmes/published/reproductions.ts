/**
 * Published figures that are computed anew here, source by source: one file a source, each exporting a `Reproduction`. The
 * page "Figures reproduced" shows them and `reproductions.test.ts` holds them.
 */
import type { Reproduction } from '#core/statistics/reproduction';
import { rStatistics } from './r-statistics.ts';
import { jennisonTurnbull2000 } from './jennison-turnbull-2000.ts';
import { newcombe1998 } from './newcombe-1998.ts';
import { rpact } from './rpact.ts';
import { trialPower } from './trial-power.ts';

export const reproductions: readonly Reproduction[] = [
  rStatistics,
  rpact,
  jennisonTurnbull2000,
  newcombe1998,
  trialPower,
];
