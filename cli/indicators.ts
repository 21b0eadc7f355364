import { parseArgs } from 'node:util';
import { firstFigures } from '#programmes/indicators/first-figures';
import { readConfig } from '#server/config';
import { withInstallation } from '#server/db/open-installation';
import { countFigures, type CountedFigure, type Dimension, dimensions } from '#server/quality/count-figures';
import { latestSnapshot } from '#server/quality/latest-snapshot';

/** `runde indicators [--by year,centre] [--json]`: the first figures from the newest snapshot. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { by: { type: 'string', default: '' }, json: { type: 'boolean', default: false } },
  });
  const by = (values.by === '' ? [] : values.by.split(',')) as Dimension[];
  const unknown = by.find((name) => !dimensions.includes(name));
  if (unknown) throw new Error(`--by ${unknown}: expected ${dimensions.join(', ')}`);
  const snapshot = await withInstallation(readConfig(), latestSnapshot);
  if (!snapshot) throw new Error('there is no snapshot yet: run "runde snapshot" first');
  const figures = await countFigures(snapshot.folder, firstFigures.indicators, by);
  if (values.json)
    console.log(
      JSON.stringify(
        { snapshot: snapshot.id, dataCut: snapshot.dataCut, codeVersion: snapshot.codeVersion, figures },
        null,
        2,
      ),
    );
  else {
    console.log(`snapshot ${snapshot.id}, data cut ${snapshot.dataCut}, code ${snapshot.codeVersion}`);
    for (const figure of figures) console.log(line(figure, by));
  }
  return 0;
}

function line(figure: CountedFigure, by: readonly Dimension[]): string {
  const per =
    firstFigures.indicators.find((indicator) => indicator.id === figure.indicator)?.per === 100 ? '%' : 'per 1000';
  const place = by.map((name) => String(figure.group[name] ?? '-').padEnd(8)).join(' ');
  const value = figure.value === null ? '-' : `${figure.value.toFixed(2)} ${per}`;
  const limits = figure.limits ? `(${figure.limits.lower.toFixed(2)}-${figure.limits.upper.toFixed(2)})` : '';
  return `${figure.indicator.padEnd(20)} ${place} ${value.padStart(14)} ${limits.padEnd(16)} ${figure.numerator}/${figure.denominator}`;
}
