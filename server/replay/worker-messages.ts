/** What is said between the server and the thread that replays. */
import type { CaseKind } from '#core/replay/case-kinds';
import type { ReplayResult } from '#contracts/replay';
import type { HistorySource } from './load-history.ts';
import type { ReplayJob } from './run-job.ts';

export type Question = { readonly source: HistorySource; readonly job: ReplayJob } & (
  | { readonly kind: 'run' }
  | { readonly kind: 'cases'; readonly arm: string; readonly of: CaseKind; readonly product?: string | undefined }
);
export type FoundCases = { readonly total: number; readonly episodes: readonly string[] };
export type Progress = { readonly what: 'loading' | 'replaying'; readonly share: number };

export type ToWorker = { readonly id: number; readonly question: Question };
export type FromWorker =
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly result: ReplayResult }
  | { readonly id: number; readonly cases: FoundCases }
  | { readonly id: number; readonly failure: string };
