/** The thread that replays: it keeps the last history it loaded, and answers one question at a time. */
import { parentPort } from 'node:worker_threads';
import { findEpisodes } from './find-episodes.ts';
import { type HistorySource, type LoadedHistory, loadHistory } from './load-history.ts';
import { runCases, runJob } from './run-job.ts';
import type { FromWorker, Progress, Question, ToWorker } from './worker-messages.ts';

const MOST_LISTED = 300;
let kept: { readonly key: string; readonly loaded: LoadedHistory } | undefined;
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (message: ToWorker) => {
  last = last.then(() => answer(message));
});

async function answer({ id, question }: ToWorker): Promise<void> {
  const say = (message: FromWorker) => parentPort?.postMessage(message);
  try {
    const loaded = await historyOf(question.source, (progress) => say({ id, progress }));
    say({ id, progress: { what: 'replaying', share: 0.9 } });
    if (question.kind === 'run') say({ id, result: runJob(loaded, question.job) });
    else say({ id, cases: await casesOf(loaded, question) });
  } catch (error) {
    say({ id, failure: error instanceof Error ? error.message : String(error) });
  }
}

async function casesOf(loaded: LoadedHistory, question: Extract<Question, { kind: 'cases' }>) {
  const { arm, of, product } = question;
  const { total, keys } = runCases(loaded, question.job, { arm, kind: of, product, most: MOST_LISTED });
  return { total, episodes: await findEpisodes(question.source.folder, keys) };
}

async function historyOf(source: HistorySource, onProgress: (progress: Progress) => void): Promise<LoadedHistory> {
  const key = JSON.stringify(source);
  if (kept?.key === key) return kept.loaded;
  // The former is let go first: two histories at once are twice the memory.
  kept = undefined;
  const loaded = await loadHistory(source, (done, of) => onProgress({ what: 'loading', share: (0.85 * done) / of }));
  kept = { key, loaded };
  return loaded;
}
