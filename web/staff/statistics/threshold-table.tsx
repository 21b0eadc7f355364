import { cancerKinds } from '#contracts/statistics';
import { type Column, DataTable } from '../components/data-table.tsx';
import { useText } from '../text.tsx';
import { evaluationText } from './evaluation-text.ts';
import { type EvaluationView, type ShareView, shareWords } from './evaluation-stats.tsx';
import { ruleWords } from './rule-words.ts';

type Threshold = EvaluationView['thresholds'][number];

/** Every threshold: what it selects, what it finds of each kind of cancer, and how it does beside the one it matches. */
export function ThresholdTable({ data }: { readonly data: EvaluationView }) {
  const tools = useText();
  const { formatNumber } = tools;
  const words = evaluationText(tools);
  const share = (key: string, header: string, of: (row: Threshold) => ShareView | null): Column<Threshold> => ({
    key,
    header,
    cell: (row) => shareWords(tools, of(row)),
    value: (row) => of(row)?.value ?? null,
    align: 'end',
  });
  const columns: readonly Column<Threshold>[] = [
    {
      key: 'rule',
      header: words.rule,
      cell: (row) => <span className="threshold-rule">{ruleWords(tools, row)}</span>,
      value: (row) => ruleWords(tools, row),
      rowHeader: true,
    },
    {
      key: 'threshold',
      header: words.threshold,
      cell: (row) => (row.threshold === null ? '–' : formatNumber(row.threshold, 2)),
      value: (row) => row.threshold,
      align: 'end',
    },
    share('selected', words.selected, (row) => row.selected),
    share('sensitivity', words.sensitivity, (row) => row.sensitivity),
    share('specificity', words.specificity, (row) => row.specificity),
    share('ppv', words.precision, (row) => row.ppv),
    ...cancerKinds.map((kind) =>
      share(kind, words.kinds[kind], (row) => row.byKind.find(({ name }) => name === kind)?.found ?? null),
    ),
    {
      key: 'only',
      header: words.onlyOne,
      cell: (row) =>
        row.against
          ? `${formatNumber(row.against.withOutcome.onlyFirst)} / ${formatNumber(row.against.withOutcome.onlySecond)}`
          : '–',
      value: (row) =>
        row.against ? `${row.against.withOutcome.onlyFirst} / ${row.against.withOutcome.onlySecond}` : null,
      align: 'end',
    },
    {
      key: 'mcnemar',
      header: words.mcnemar,
      cell: (row) => (row.against ? formatNumber(row.against.withOutcome.midP, 3) : '–'),
      value: (row) => row.against?.withOutcome.midP ?? null,
      align: 'end',
    },
  ];
  return (
    <div className="dense-table">
      <DataTable
        caption={words.thresholds}
        name="thresholds"
        csv="thresholds"
        print
        rows={data.thresholds}
        rowKey={(row) => `${row.rule.by} ${row.rule.value} ${row.matches}`}
        columns={columns}
      />
    </div>
  );
}
