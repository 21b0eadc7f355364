import { loadavg } from 'node:os';
import { basename } from 'node:path';

/** The heading of the table that `npm run bench` prints. */
export const heading = ['| what | figure | memory | load | command |', '| --- | --- | --- | --- | --- |'];

/**
 * One row of the table in docs/benchmarks.md: what was measured, the figure, the most memory this program has held so far,
 * and the machine's load in the last minute.
 */
export function row(what: string, figure: string, memoryMb = process.resourceUsage().maxRSS / 1024): void {
  const name = basename(process.argv[1] ?? '', '.ts');
  const load = (loadavg()[0] ?? 0).toFixed(1);
  console.log(`| ${what} | ${figure} | ${Math.round(memoryMb)} MB | ${load} | \`npm run bench -- ${name}\` |`);
}

/** Seconds that `work` takes. */
export async function seconds(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** The value below which a share (0-1) of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
