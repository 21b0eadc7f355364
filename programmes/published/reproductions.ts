/**
 * Published figures that are computed anew here, source by source: one file a source, each exporting a `Reproduction`. The
 * page "Figures reproduced" shows them and `reproductions.test.ts` holds them.
 */
import type { Reproduction } from '#core/statistics/reproduction';
import { imrmc, obuchowskiRocketteInR } from './imrmc.ts';
import { larsenFromFile } from './larsen-2022-thresholds.ts';
import { proc } from './proc.ts';
import { rStatistics } from './r-statistics.ts';
import { larsenScenarios, larsenThresholds } from './larsen-2022.ts';
import { hofvind2009, hovda2024, martiniussen2022, readsByBands } from './reading-counts.ts';
import { jennisonTurnbull2000 } from './jennison-turnbull-2000.ts';
import { newcombe1998 } from './newcombe-1998.ts';
import { rpact } from './rpact.ts';
import { trialPower } from './trial-power.ts';

export const reproductions: readonly Reproduction[] = [
  proc,
  imrmc,
  obuchowskiRocketteInR,
  larsenFromFile,
  rStatistics,
  rpact,
  jennisonTurnbull2000,
  newcombe1998,
  trialPower,
  larsenThresholds,
  larsenScenarios,
  hofvind2009,
  martiniussen2022,
  hovda2024,
  readsByBands,
];
