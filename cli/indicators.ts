import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { system } from '#core/people/access';
import { type Dimension, dimensions } from '#core/quality/dimension';
import type { Indicator } from '#core/quality/indicator';
import { readConfig } from '#server/config';
import { withInstallation } from '#server/db/open-installation';
import { inTransaction } from '#server/db/transaction';
import { type CountedFigure, figuresOf, type Only } from '#server/quality/count-cube';
import { listSets } from '#server/quality/list-sets';
import { loadSet } from '#server/quality/load-set';
import { openSet } from '#server/quality/open-figures';

const formats = ['table', 'csv', 'json'] as const;

/**
 * `runde indicators [--set european-13] [--by year,centre] [--centre C06] [--year 2024] [--format table|csv|json]`: the figures
 * of a set from the newest snapshot. `--sets` lists the sets, `--load FILE` loads one.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      set: { type: 'string', default: 'european-13' },
      by: { type: 'string', default: '' },
      region: { type: 'string' },
      centre: { type: 'string' },
      unit: { type: 'string' },
      year: { type: 'string' },
      format: { type: 'string', default: 'table' },
      json: { type: 'boolean', default: false },
      load: { type: 'string' },
      sets: { type: 'boolean', default: false },
    },
  });
  if (values.load !== undefined) return load(values.load);
  if (values.sets) return list();
  const by = readBy(values.by);
  const format = values.json ? 'json' : formats.find((one) => one === values.format);
  if (!format) throw new Error(`--format ${values.format}: expected ${formats.join(', ')}`);
  const opened = await withInstallation(readConfig(), (db) => openSet(db, values.set));
  if (!opened) throw new Error(`--set ${values.set}: there is no such set; "runde indicators --sets" lists them`);
  const { set, snapshot, cubes } = opened;
  if (!snapshot || !cubes) throw new Error('there is no snapshot to count from: run "runde snapshot" first');
  const only: Only = {
    ...(values.region ? { region: [values.region] } : {}),
    ...(values.centre ? { centre: [values.centre] } : {}),
    ...(values.unit ? { unit: [values.unit] } : {}),
    ...(values.year ? { year: [Number(values.year)] } : {}),
  };
  const figures = figuresOf(cubes, set.indicators, by, only);
  const head = { set: set.id, version: set.version, snapshot: snapshot.id, dataCut: snapshot.dataCut };
  if (format === 'json') console.log(JSON.stringify({ ...head, codeVersion: snapshot.codeVersion, figures }, null, 2));
  else if (format === 'csv') printCsv(figures, by);
  else {
    console.log(
      `${set.id} ${set.version}, snapshot ${snapshot.id}, data cut ${snapshot.dataCut}, code ${snapshot.codeVersion}`,
    );
    if (set.placeholder) console.log(set.placeholder.en);
    for (const figure of figures) console.log(line(figure, set.indicators, by));
    for (const { number, id, measure } of set.indicators)
      if (measure.kind === 'not-measured')
        console.log(`${number.padEnd(5)} ${id.padEnd(28)} not measured: needs ${measure.needs.en}`);
  }
  return 0;
}

function readBy(text: string): readonly Dimension[] {
  const by = text === '' ? [] : text.split(',');
  const unknown = by.find((name) => !dimensions.some((dimension) => dimension === name));
  if (unknown !== undefined) throw new Error(`--by ${unknown}: expected ${dimensions.join(', ')}`);
  return by as Dimension[];
}

async function load(file: string): Promise<number> {
  const text = await readFile(file, 'utf8');
  const loaded = await withInstallation(readConfig(), (db) => inTransaction(db, system, (tx) => loadSet(tx, text)));
  if (!loaded.ok) throw new Error(`${file} was not loaded:\n${loaded.refusal.what}`);
  console.log(`loaded ${loaded.value.id} ${loaded.value.version}: ${loaded.value.indicators.length} indicators`);
  return 0;
}

async function list(): Promise<number> {
  const sets = await withInstallation(readConfig(), (db) => listSets(db.kysely));
  for (const { id, version, name, indicators, placeholder, loadedOn } of sets) {
    const notes = [placeholder ? 'placeholder' : '', loadedOn ? `loaded ${loadedOn}` : ''].filter(Boolean).join(', ');
    console.log(
      `${id.padEnd(20)} ${version.padEnd(16)} ${String(indicators.length).padStart(3)}  ${name.en}${notes ? ` (${notes})` : ''}`,
    );
  }
  return 0;
}

const units: Readonly<Record<string, string>> = { 100: '%', 1000: 'per 1000' };

function unitOf({ measure }: Indicator): string {
  if (measure.kind === 'share') return units[measure.per] ?? '';
  return measure.kind === 'median' ? measure.unit : '';
}

function line(figure: CountedFigure, indicators: readonly Indicator[], by: readonly Dimension[]): string {
  const indicator = indicators.find(({ id }) => id === figure.indicator);
  const place = by.map((name) => String(figure.group[name] ?? '-').padEnd(8)).join(' ');
  const value = figure.value === null ? '-' : `${figure.value.toFixed(2)} ${indicator ? unitOf(indicator) : ''}`;
  const limits = figure.limits ? `(${figure.limits.lower.toFixed(2)}-${figure.limits.upper.toFixed(2)})` : '';
  return `${(indicator?.number ?? '').padEnd(5)} ${figure.indicator.padEnd(28)} ${place} ${value.padStart(18)} ${limits.padEnd(18)} ${figure.numerator}/${figure.denominator}`;
}

function printCsv(figures: readonly CountedFigure[], by: readonly Dimension[]): void {
  console.log(['indicator', ...by, 'value', 'lower', 'upper', 'numerator', 'denominator'].join(','));
  for (const { indicator, group, value, limits, numerator, denominator } of figures)
    console.log(
      [
        indicator,
        ...by.map((name) => group[name] ?? ''),
        value ?? '',
        limits?.lower ?? '',
        limits?.upper ?? '',
        numerator,
        denominator,
      ].join(','),
    );
}
