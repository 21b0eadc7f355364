import type { CurveMark } from '#web/charts/curves.tsx';
import { CurveLegend, Curves } from '#web/charts/curves.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ChartPart } from '../quality/chart-part.tsx';
import { type TextTools, useText } from '../text.tsx';
import { evaluationText, useEvaluationText } from './evaluation-text.ts';
import type { EvaluationView } from './evaluation-stats.tsx';
import { ruleWords } from './rule-words.ts';

type Props = { readonly data: EvaluationView; readonly name: string; readonly against: string | undefined };

/** ROC, precision against recall, and net benefit. */
export function CurveParts(props: Props) {
  return (
    <>
      <div className="columns">
        <RocPart {...props} />
        <PrecisionPart {...props} />
      </div>
      <DecisionPart {...props} />
    </>
  );
}

function RocPart({ data, name, against }: Props) {
  const tools = useText();
  const { formatNumber, formatPercent } = tools;
  const words = evaluationText(tools);
  const percent = (value: number) => formatPercent(value, 0);
  const mark = (
    kind: CurveMark['kind'],
    label: string,
    sensitivity: number,
    specificity: number,
    id: string,
  ): CurveMark => ({
    id,
    kind,
    label,
    x: 1 - specificity,
    y: sensitivity,
    words: `${label}: ${words.sensitivity} ${formatPercent(sensitivity)}, ${words.specificity} ${formatPercent(specificity)}`,
  });
  const marks = [
    ...data.readers.map((one) =>
      mark(
        'reader',
        words.readers[one.name as keyof typeof words.readers],
        one.sensitivity.value,
        one.specificity.value,
        one.name,
      ),
    ),
    ...data.thresholds.map((one, i) =>
      mark('threshold', ruleWords(tools, one), one.sensitivity.value, one.specificity.value, `threshold-${i}`),
    ),
  ];
  const points = (roc: readonly { sensitivity: number; specificity: number }[]) =>
    roc.map(({ sensitivity, specificity }) => ({ x: 1 - specificity, y: sensitivity }));
  const curves = [
    {
      id: 'chance',
      label: words.chance,
      style: 'plain' as const,
      points: [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ],
    },
    { id: 'first', label: name, style: 'first' as const, points: points(data.roc) },
    ...(data.second
      ? [{ id: 'second', label: against ?? '', style: 'second' as const, points: points(data.second.roc) }]
      : []),
  ];
  const title = `${words.roc}. ${words.auc} ${formatNumber(data.auc.auc, 3)}`;
  return (
    <ChartPart
      finding={title}
      file="roc"
      how={words.rocHow}
      chart={
        <>
          <Curves
            title={title}
            curves={curves}
            marks={marks}
            band={data.roc.map(({ specificity, band }) => ({ x: 1 - specificity, ...band }))}
            x={{ label: words.falsePositive, domain: [0, 1], format: percent }}
            y={{ label: words.sensitivity, domain: [0, 1], format: percent }}
          />
          <CurveLegend
            curves={curves}
            marks={[
              { kind: 'reader', label: words.ofReader },
              { kind: 'threshold', label: words.ofThreshold },
            ]}
          />
        </>
      }
      table={
        <DataTable
          caption={words.roc}
          name="roc"
          csv="roc"
          rows={data.roc}
          rowKey={(row) => `${row.threshold} ${row.specificity}`}
          columns={[
            {
              key: 'threshold',
              header: words.threshold,
              cell: (row) => (row.threshold === null ? '–' : formatNumber(row.threshold, 2)),
              value: (row) => row.threshold,
              rowHeader: true,
              align: 'end',
            },
            shareColumn(tools, 'sensitivity', words.sensitivity),
            shareColumn(tools, 'specificity', words.specificity),
          ]}
        />
      }
    />
  );
}

function PrecisionPart({ data, name }: Props) {
  const tools = useText();
  const { formatNumber, formatPercent } = tools;
  const words = evaluationText(tools);
  const { value, chance } = data.averagePrecision;
  const title = `${words.pr}. ${words.precisionMean} ${formatNumber(value, 3)}`;
  const percent = (share: number) => formatPercent(share, 0);
  const curves = [
    {
      id: 'chance',
      label: words.chance,
      style: 'plain' as const,
      points: [
        { x: 0, y: chance },
        { x: 1, y: chance },
      ],
    },
    {
      id: 'first',
      label: name,
      style: 'first' as const,
      points: data.precisionRecall.map(({ recall, precision }) => ({ x: recall, y: precision })),
    },
  ];
  return (
    <ChartPart
      finding={title}
      file="precision-recall"
      chart={
        <>
          <Curves
            title={title}
            curves={curves}
            x={{ label: words.sensitivity, domain: [0, 1], format: percent }}
            y={{ label: words.precision, domain: [0, 1], format: percent }}
          />
          <CurveLegend curves={curves} />
        </>
      }
      table={
        <DataTable
          caption={words.pr}
          name="pr"
          csv="precision-recall"
          rows={data.precisionRecall}
          rowKey={(row) => String(row.threshold)}
          columns={[
            {
              key: 'threshold',
              header: words.threshold,
              cell: (row) => formatNumber(row.threshold, 2),
              value: (row) => row.threshold,
              rowHeader: true,
              align: 'end',
            },
            shareColumn(tools, 'recall', words.sensitivity),
            shareColumn(tools, 'precision', words.precision),
          ]}
        />
      }
    />
  );
}

function DecisionPart({ data }: Props) {
  const { formatNumber, formatPercent } = useText();
  const words = useEvaluationText();
  const { decision } = data;
  const most = Math.max(...decision.map(({ netBenefit }) => netBenefit)) * 1000;
  const points = (of: (row: (typeof decision)[number]) => number) =>
    decision.map((row) => ({ x: row.probability, y: 1000 * of(row) }));
  const curves = [
    { id: 'none', label: words.recallNone, style: 'plain' as const, points: points(() => 0) },
    {
      id: 'all',
      label: words.recallAll,
      style: 'second' as const,
      points: points(({ all }) => all).filter(({ y }) => y > -most / 4),
    },
    { id: 'score', label: words.byScore, style: 'first' as const, points: points(({ netBenefit }) => netBenefit) },
  ];
  return (
    <ChartPart
      finding={words.decision}
      file="decision-curve"
      how={words.decisionHow}
      chart={
        <>
          <Curves
            title={words.decision}
            shape="wide"
            curves={curves}
            x={{
              label: words.risk,
              domain: [0, decision.at(-1)?.probability ?? 1],
              format: (value) => formatPercent(value, value > 0 && value < 0.01 ? 1 : 0),
            }}
            y={{ label: words.netBenefit, domain: [-most / 4, most * 1.1], format: (value) => formatNumber(value, 0) }}
          />
          <CurveLegend curves={curves} />
        </>
      }
      table={
        <DataTable
          caption={words.decision}
          name="decision"
          csv="decision-curve"
          rows={decision}
          rowKey={(row) => String(row.probability)}
          columns={[
            {
              key: 'risk',
              header: words.risk,
              cell: (row) => formatPercent(row.probability),
              value: (row) => row.probability,
              rowHeader: true,
              align: 'end',
            },
            {
              key: 'benefit',
              header: words.byScore,
              cell: (row) => formatNumber(1000 * row.netBenefit, 2),
              value: (row) => 1000 * row.netBenefit,
              align: 'end',
            },
            {
              key: 'all',
              header: words.recallAll,
              cell: (row) => formatNumber(1000 * row.all, 2),
              value: (row) => 1000 * row.all,
              align: 'end',
            },
            {
              key: 'threshold',
              header: words.threshold,
              cell: (row) => (row.threshold === null ? '–' : formatNumber(row.threshold, 2)),
              value: (row) => row.threshold,
              align: 'end',
            },
          ]}
        />
      }
    />
  );
}

/** A share of each point, by its name there. */
function shareColumn<K extends string>(
  { formatPercent }: TextTools,
  key: K,
  header: string,
): Column<Readonly<Record<K, number>>> {
  return { key, header, cell: (row) => formatPercent(row[key]), value: (row) => row[key], align: 'end' };
}
