import { cancerKinds } from '#contracts/statistics';
import { IntervalDots } from '#web/charts/interval-dots.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ChartPart } from '../quality/chart-part.tsx';
import { useText } from '../text.tsx';
import { evaluationText, useEvaluationText } from './evaluation-text.ts';
import { type EvaluationView, type ShareView, shareWords } from './evaluation-stats.tsx';
import { ruleWords } from './rule-words.ts';

type Kind = { readonly key: string; readonly label: string; readonly found: ShareView };
type Group = EvaluationView['groups'][number] & { readonly label: string };

/** Kinds of cancer at the first threshold, the score in groups, and cancer by tenth of the score. */
export function GroupParts({
  data,
  by,
}: {
  readonly data: EvaluationView;
  readonly by: keyof ReturnType<typeof useEvaluationText>['divisions'];
}) {
  const words = useEvaluationText();
  const groups = data.groups.map((group) => ({
    ...group,
    label: words.groups[group.name as keyof typeof words.groups] ?? group.name,
  }));
  return (
    <>
      <KindsPart data={data} />
      <DivisionPart data={data} groups={groups} finding={words.groupsHeading(words.divisions[by])} />
      <TenthsTable data={data} />
    </>
  );
}

function KindsPart({ data }: { readonly data: EvaluationView }) {
  const tools = useText();
  const words = evaluationText(tools);
  const threshold = data.thresholds[0];
  if (!threshold) return null;
  const finding = words.kindsAt(ruleWords(tools, threshold));
  const kinds = cancerKinds.flatMap((kind): Kind[] => {
    const found = threshold.byKind.find(({ name }) => name === kind)?.found;
    return found ? [{ key: kind, label: words.kinds[kind], found }] : [];
  });
  const columns: readonly Column<Kind>[] = [
    { key: 'kind', header: words.kind, cell: (row) => row.label, value: (row) => row.label, rowHeader: true },
    {
      key: 'events',
      header: words.selected,
      cell: (row) => `${row.found.events} / ${row.found.total}`,
      value: (row) => row.found.events,
      align: 'end',
    },
    {
      key: 'sensitivity',
      header: words.sensitivity,
      cell: (row) => shareWords(tools, row.found),
      value: (row) => row.found.value,
      align: 'end',
    },
    {
      key: 'exact',
      header: words.exact,
      cell: ({ found }) =>
        `${tools.formatNumber(100 * found.exact.lower, 1)}–${tools.formatNumber(100 * found.exact.upper, 1)}`,
      align: 'end',
    },
  ];
  return (
    <ChartPart
      finding={finding}
      file="kinds"
      chart={
        <IntervalDots
          title={finding}
          whole={threshold.sensitivity.value}
          wholeLabel={words.sensitivity}
          format={(value) => tools.formatPercent(value, 0)}
          dots={kinds.map(({ key, label, found }) => ({
            key,
            label,
            value: found.value,
            lower: found.lower,
            upper: found.upper,
          }))}
        />
      }
      table={
        <DataTable
          caption={finding}
          name="kinds"
          csv="kinds"
          rows={kinds}
          rowKey={(row) => row.key}
          columns={columns}
        />
      }
    />
  );
}

function DivisionPart({
  data,
  groups,
  finding,
}: {
  readonly data: EvaluationView;
  readonly groups: readonly Group[];
  readonly finding: string;
}) {
  const tools = useText();
  const { formatNumber } = tools;
  const words = evaluationText(tools);
  const aucWords = (auc: Group['auc']) =>
    auc ? `${formatNumber(auc.auc, 3)} (${formatNumber(auc.lower, 3)}–${formatNumber(auc.upper, 3)})` : '–';
  const columns: readonly Column<Group>[] = [
    { key: 'group', header: words.group, cell: (row) => row.label, value: (row) => row.label, rowHeader: true },
    {
      key: 'cases',
      header: words.cases,
      cell: (row) => formatNumber(row.cases),
      value: (row) => row.cases,
      align: 'end',
    },
    {
      key: 'cancers',
      header: words.cancers,
      cell: (row) => (row.auc ? formatNumber(row.auc.positives) : '–'),
      value: (row) => row.auc?.positives ?? null,
      align: 'end',
    },
    {
      key: 'auc',
      header: words.auc,
      cell: (row) => aucWords(row.auc),
      value: (row) => row.auc?.auc ?? null,
      align: 'end',
    },
    {
      key: 'sensitivity',
      header: words.sensitivity,
      cell: (row) => shareWords(tools, row.sensitivity),
      value: (row) => row.sensitivity?.value ?? null,
      align: 'end',
    },
    {
      key: 'selected',
      header: words.selected,
      cell: (row) => shareWords(tools, row.selected),
      value: (row) => row.selected?.value ?? null,
      align: 'end',
    },
  ];
  // A handful of cancers has an interval from one end to the other, which would flatten the rest; the table has all.
  const shown = groups.filter(({ auc }) => auc && auc.positives >= FEWEST);
  return (
    <ChartPart
      finding={finding}
      file="groups"
      chart={
        shown.length > 0 ? (
          <IntervalDots
            title={finding}
            whole={data.auc.auc}
            wholeLabel={words.whole}
            format={(value) => formatNumber(value, 2)}
            dots={shown.flatMap(({ name, label, auc }) =>
              auc ? [{ key: name, label, value: auc.auc, lower: auc.lower, upper: auc.upper }] : [],
            )}
          />
        ) : null
      }
      table={
        <DataTable
          caption={finding}
          name="groups"
          csv="groups"
          rows={groups}
          rowKey={(row) => row.name}
          columns={columns}
        />
      }
    />
  );
}

const FEWEST = 5;

function TenthsTable({ data }: { readonly data: EvaluationView }) {
  const { formatNumber } = useText();
  const words = useEvaluationText();
  type Tenth = EvaluationView['tenths'][number];
  const columns: readonly Column<Tenth>[] = [
    {
      key: 'from',
      header: words.from,
      cell: (row) => formatNumber(row.from, 2),
      value: (row) => row.from,
      rowHeader: true,
      align: 'end',
    },
    { key: 'to', header: words.to, cell: (row) => formatNumber(row.to, 2), value: (row) => row.to, align: 'end' },
    {
      key: 'cases',
      header: words.cases,
      cell: (row) => formatNumber(row.share.total),
      value: (row) => row.share.total,
      align: 'end',
    },
    {
      key: 'cancers',
      header: words.cancers,
      cell: (row) => formatNumber(row.share.events),
      value: (row) => row.share.events,
      align: 'end',
    },
    {
      key: 'rate',
      header: words.perThousand,
      cell: ({ share }) =>
        `${formatNumber(1000 * share.value, 1)} (${formatNumber(1000 * share.lower, 1)}–${formatNumber(1000 * share.upper, 1)})`,
      value: (row) => 1000 * row.share.value,
      align: 'end',
    },
  ];
  return (
    <DataTable
      caption={words.tenths}
      name="tenths"
      csv="tenths"
      rows={data.tenths}
      rowKey={(row) => String(row.from)}
      columns={columns}
    />
  );
}
