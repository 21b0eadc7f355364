import { Worker } from 'node:worker_threads';

/**
 * Computes in a thread of its own what would keep the server from answering. The module exports `run`; input and answer are
 * plain data. Rejects with what `run` threw, or when the thread ends without an answer.
 */
export function inThread<In, Out>(module: URL, input: In): Promise<Out> {
  const boot = new URL('./thread-boot.mjs', import.meta.url);
  return new Promise((done, failed) => {
    const thread = new Worker(boot, { execArgv: [], workerData: { module: module.href, input } });
    thread.on('message', done);
    thread.on('error', failed);
    thread.on('exit', (code) => failed(new Error(`the thread ended without an answer (${code})`)));
    // The server need not wait for it when it stops.
    thread.unref();
  });
}
