import { z } from 'zod';
import type { ReplayAnswer } from '#contracts/replay';
import { figureIds } from '#core/replay/figures';
import { IntervalDots } from '#web/charts/interval-dots.tsx';
import { useAddress } from '../address.ts';
import { DataTable } from '../components/data-table.tsx';
import { ChartPart } from '../quality/chart-part.tsx';
import { Choice } from '../quality/scope-filters.tsx';
import { useText } from '../text.tsx';
import { countWords, figureOf, figureWords, titleOf, valueWords } from './replay-words.ts';

const address = z.object({ measure: z.enum(figureIds).default('recalls') });

/** One measure of every protocol, as dots with their intervals. */
export function MeasurePart({ answer }: { readonly answer: ReplayAnswer }) {
  const tools = useText();
  const words = tools.text.replay;
  const [{ measure }, setAddress] = useAddress(address);
  const rows = answer.arms.map((arm) => ({
    id: arm.id,
    title: titleOf(tools, arm),
    figure: figureOf(arm.figures, measure),
  }));
  const dots = rows.flatMap(({ id, title, figure }) => {
    if (figure?.value === null || figure?.value === undefined) return [];
    const { value, limits } = figure;
    return [{ key: id, label: shortened(title), value, lower: limits?.lower ?? value, upper: limits?.upper ?? value }];
  });
  return (
    <section>
      <div className="filters no-print">
        <Choice label={words.measure} value={measure} onChange={(to) => setAddress({ measure: to as typeof measure })}>
          {figureIds.map((id) => (
            <option key={id} value={id}>
              {words.figures[id]}
            </option>
          ))}
        </Choice>
      </div>
      <ChartPart
        finding={measure === 'reads' ? words.figures.reads : words.chartFinding(words.figures[measure])}
        file={`replay-${measure}`}
        how={words.chartHow}
        chart={
          <IntervalDots
            title={words.figures[measure]}
            dots={dots}
            whole={rows[0]?.figure?.value ?? null}
            wholeLabel={rows[0]?.title ?? ''}
            format={(value) => valueWords(tools, measure, value)}
          />
        }
        table={
          <DataTable
            caption={words.figures[measure]}
            name="measure"
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'protocol',
                header: words.protocol,
                rowHeader: true,
                value: (row) => row.title,
                cell: (row) => row.title,
              },
              {
                key: 'count',
                header: words.short[measure],
                align: 'end',
                value: (row) => row.figure?.value ?? null,
                cell: (row) =>
                  `${figureWords(tools, row.figure)}; ${words.ofCount(countWords(tools, row.figure?.count ?? 0), countWords(tools, row.figure?.of ?? 0))}`,
              },
            ]}
          />
        }
      />
    </section>
  );
}

/** What a label has room for. */
function shortened(title: string): string {
  return title.length > 32 ? `${title.slice(0, 31)}…` : title;
}
