/** Start-up as a person meets it: `npm start` on an empty data folder, stopped, and started again on the same data. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { benchData, withDemo } from './demo.ts';
import { row, seconds } from './row.ts';

const program = fileURLToPath(new URL('../cli/bin.js', import.meta.url));

type Start = { readonly answers: number; readonly open: number; readonly memoryMb: number };

async function start(port: number): Promise<Start> {
  const began = performance.now();
  const since = () => (performance.now() - began) / 1000;
  const env = { ...process.env, RUNDE_DATA: benchData(), PORT: String(port) };
  const child = spawn(process.execPath, [program, 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const open = isOpen(child).then(since);
  let answers = 0;
  while (!answers) {
    const answered = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => sleep(20, false),
    );
    if (answered) answers = since();
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`);
  }
  const opened = await open;
  const memoryMb = mostMemory(child.pid ?? 0);
  child.kill('SIGINT');
  await once(child, 'exit');
  return { answers, open: opened, memoryMb };
}

function isOpen(child: ChildProcess): Promise<void> {
  return new Promise((open, failed) => {
    let said = '';
    child.stdout?.on('data', (part: Buffer) => {
      said += part;
      if (said.includes('Runde is open')) open();
    });
    child.once('exit', (code) => failed(new Error(`the program ended with ${code}: ${said}`)));
  });
}

/** The most memory a program has held, in MB, where the system tells (Linux). */
function mostMemory(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

const probe = createServer().listen(0, '127.0.0.1');
await once(probe, 'listening');
const address = probe.address();
const port = typeof address === 'object' && address ? address.port : 0;
await new Promise((closed) => probe.close(closed));

const empty = await start(port);
row('Start on an empty data folder: pages answer', `${empty.answers.toFixed(1)} s`, empty.memoryMb);
row('Start on an empty data folder: the demo is open', `${empty.open.toFixed(1)} s`, empty.memoryMb);
const again = await start(port);
row('Restart on the same data: the demo is open', `${again.open.toFixed(1)} s`, again.memoryMb);
// Left for the other benchmarks: a first morning that is over, and a snapshot.
const rest = await seconds(() => withDemo(async () => {}));
row('The first morning behind the pages, and a snapshot, as far as the start had left them', `${rest.toFixed(1)} s`);
