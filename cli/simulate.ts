/** runde simulate DIR: writes the simulated history of the demo country as a delivery. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDay } from '#core/kernel/day';
import { demoOptions, type DeliveryOptions, writeDelivery } from '#server/simulation/write-delivery';

export const usage = 'runde simulate DIR [--scale 20] [--years 10] [--seed 1] [--data-cut YYYY-MM-DD]';

/** Exit code 0 when the delivery is written, 2 when the arguments cannot be used (nothing is written then). */
export async function run(args: readonly string[]): Promise<number> {
  const parsed = readArguments(args);
  if (typeof parsed === 'string') {
    process.stderr.write(`${parsed}\n${usage}\n`);
    return 2;
  }
  const { dir, options } = parsed;
  const started = performance.now();
  const manifest = await writeDelivery(dir, options, showProgress);
  const seconds = (performance.now() - started) / 1000;
  const rows = manifest.files.reduce((sum, file) => sum + file.rows, 0);
  let bytes = 0;
  for (const file of manifest.files) bytes += (await stat(join(dir, file.name))).size;
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  for (const file of manifest.files) process.stdout.write(`${String(file.rows).padStart(9)}  ${file.name}\n`);
  process.stdout.write(
    `${rows} rows, ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s, data cut ${manifest.data_cut}: ${dir}\n`,
  );
  return 0;
}

function readArguments(args: readonly string[]): { dir: string; options: DeliveryOptions } | string {
  let parsed: { values: Record<string, string | undefined>; positionals: string[] };
  try {
    const text = { type: 'string' } as const;
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { scale: text, years: text, seed: text, 'data-cut': text },
    });
  } catch (error) {
    return (error as Error).message;
  }
  const { values, positionals } = parsed;
  const [dir, ...rest] = positionals;
  if (!dir || rest.length > 0) return 'Say one folder to write to.';
  const scale = whole('scale', values.scale, demoOptions.scale, 1, 10_000);
  const years = whole('years', values.years, demoOptions.years, 1, 20);
  const seed = whole('seed', values.seed, demoOptions.seed, 0, 2 ** 31 - 1);
  const dataCut = values['data-cut'] === undefined ? demoOptions.dataCut : parseDay(values['data-cut']);
  if (!dataCut) return `--data-cut ${values['data-cut']}: expected a calendar date YYYY-MM-DD`;
  if (dataCut < '2016-01-01' || dataCut > '2035-12-31') return `--data-cut ${dataCut}: expected 2016-2035`;
  for (const value of [scale, years, seed]) if (typeof value === 'string') return value;
  return { dir, options: { scale: Number(scale), years: Number(years), seed: Number(seed), dataCut } };
}

function whole(name: string, text: string | undefined, otherwise: number, min: number, max: number): number | string {
  if (text === undefined) return otherwise;
  const value = Number(text);
  return /^\d+$/.test(text) && value >= min && value <= max
    ? value
    : `--${name} ${text}: expected a whole number ${min}-${max}`;
}

function showProgress(done: number, of: number): void {
  if (!process.stderr.isTTY) return;
  const share = of === 0 ? 1 : done / of;
  const bar = '#'.repeat(Math.round(30 * share)).padEnd(30, '.');
  process.stderr.write(`\r[${bar}] ${Math.round(100 * share)} % ${done} of ${of} women`);
}
