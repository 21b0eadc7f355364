// A thread starts as plain JavaScript; the sources are TypeScript, as in cli/bin.js.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { run } = await import(workerData.module);
parentPort.postMessage(await run(workerData.input));
