/** The server's side of the replaying thread: started when first asked, one for the whole server, gone with it. */
import { Worker } from 'node:worker_threads';
import type { ReplayResult } from '#contracts/replay';
import type { FoundCases, FromWorker, Progress, Question, ToWorker } from './worker-messages.ts';

type Waiting = {
  readonly done: (answer: Extract<FromWorker, { result: unknown } | { cases: unknown }>) => void;
  readonly failed: (error: Error) => void;
  readonly progress: (progress: Progress) => void;
};

let worker: Worker | undefined;
let asked = 0;
const waiting = new Map<number, Waiting>();

/** Replays in the thread; rejects when the thread cannot, with its words. */
export async function askForRun(
  question: Extract<Question, { kind: 'run' }>,
  onProgress: (progress: Progress) => void,
): Promise<ReplayResult> {
  const answer = await ask(question, onProgress);
  if ('result' in answer) return answer.result;
  throw new Error('the thread answered something else');
}

/** The cases behind a number, found in the thread. */
export async function askForCases(question: Extract<Question, { kind: 'cases' }>): Promise<FoundCases> {
  const answer = await ask(question, () => {});
  if ('cases' in answer) return answer.cases;
  throw new Error('the thread answered something else');
}

function ask(question: Question, progress: Waiting['progress']): Promise<Parameters<Waiting['done']>[0]> {
  const thread = started();
  const id = ++asked;
  return new Promise((done, failed) => {
    waiting.set(id, { done, failed, progress });
    thread.ref();
    thread.postMessage({ id, question } satisfies ToWorker);
  });
}

function started(): Worker {
  if (worker) return worker;
  const thread = new Worker(new URL('./worker-boot.mjs', import.meta.url), { execArgv: [] });
  worker = thread;
  thread.on('message', (message: FromWorker) => {
    const one = waiting.get(message.id);
    if (!one) return;
    if ('progress' in message) return one.progress(message.progress);
    waiting.delete(message.id);
    // With nothing asked, the thread does not hold the server up.
    if (waiting.size === 0) thread.unref();
    if ('failure' in message) one.failed(new Error(message.failure));
    else one.done(message);
  });
  const lost = (error: Error) => {
    worker = undefined;
    for (const one of waiting.values()) one.failed(error);
    waiting.clear();
  };
  thread.on('error', lost);
  thread.on('exit', (code) => lost(new Error(`the replaying thread ended (${code})`)));
  return thread;
}
