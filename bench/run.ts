/**
 * The benchmarks one after the other, each in a process of its own: npm run bench [-- NAME ...]. Ends with a table for
 * docs/benchmarks.md. Several of them use one demo country, which bench/start.ts makes.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { heading } from './row.ts';

/** In this order: `start` makes what the next three use. */
const all = [
  'start',
  'figures',
  'pages',
  'days',
  'import',
  'reading',
  'letters',
  'plan',
  'allocation',
  'evaluate',
  'replay',
];
const usesDemo = new Set(['figures', 'pages', 'days']);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) throw new Error(`no benchmark ${unknown.join(', ')}: there are ${all.join(', ')}`);
const makesDemo = asked.some((name) => usesDemo.has(name));
const names = all.filter((name) => asked.length === 0 || asked.includes(name) || (name === 'start' && makesDemo));

const folder = mkdtempSync(join(tmpdir(), 'runde-bench-'));
const rows: string[] = [];
try {
  let made = false;
  for (const name of names) {
    if (usesDemo.has(name) && !made) continue;
    const began = performance.now();
    console.log(`\n== ${name}`);
    const { code, output } = await run(name);
    rows.push(...output.split('\n').filter((line) => line.startsWith('| ')));
    if (code !== 0) process.exitCode = 1;
    else if (name === 'start') made = true;
    console.log(`(${((performance.now() - began) / 1000).toFixed(0)} s)`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${[...heading, ...rows].join('\n')}`);

function run(name: string): Promise<{ code: number | null; output: string }> {
  const script = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const env = { ...process.env, RUNDE_BENCH_DATA: folder };
  const child = spawn(process.execPath, ['--import', 'tsx', script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (part: Buffer) => {
    process.stdout.write(part);
    output += part;
  });
  return new Promise((ended) => child.once('close', (code) => ended({ code, output })));
}
