import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { OutputOf } from '#contracts/endpoint';
import type { showReveals } from '#contracts/study-monitoring';
import { DataTable } from '../../components/data-table.tsx';
import { useText } from '../../text.tsx';
import { monthWords } from './month-words.ts';
import { useMonitoringText } from './monitoring-text.ts';

type Shown = OutputOf<typeof showReveals>['shown'];
type Each = Extract<Shown, { sees: 'each' }>;
type Listed = Extract<Shown, { sees: 'list' }>;

/** What machines said that was shown to people in the study. */
export function MachineShown({ shown }: { readonly shown: Shown }) {
  const tools = useText();
  const { formatNumber } = tools;
  const words = useMonitoringText();
  if (shown.sees === 'each') return <EachTime shown={shown} />;
  if (shown.sees === 'list') return <ByMonth rows={shown.rows} />;
  return (
    <section className="stack">
      <Heading level={2} data-size="xs">
        {words.machineShown}
      </Heading>
      <Paragraph>
        {shown.atLeast === null
          ? words.shownFew(formatNumber(shown.least), monthWords(tools, shown.until))
          : words.shownAtLeast(formatNumber(shown.atLeast), monthWords(tools, shown.until))}{' '}
        {words.shownWhy}
      </Paragraph>
    </section>
  );
}

function useItems(): (items: readonly string[]) => string {
  const { text } = useText();
  return (items) => items.map((item) => text.ai.items[item] ?? item).join(', ');
}

function EachTime({ shown }: { readonly shown: Each }) {
  const { text, formatDate, formatTime } = useText();
  const words = useMonitoringText();
  const items = useItems();
  return (
    <DataTable
      caption={words.machineShown}
      name="shown"
      rows={shown.rows}
      total={shown.total}
      rowKey={(row) => `${row.day} ${row.at} ${row.examinationId} ${row.by} ${row.step} ${row.product}`}
      empty={words.noneShown}
      filter
      columns={[
        {
          key: 'at',
          header: words.day,
          rowHeader: true,
          value: (row) => `${row.day} ${row.at}`,
          cell: (row) => `${formatDate(row.day, 'short')} ${formatTime(row.at)}`,
        },
        { key: 'by', header: words.shownTo, value: (row) => row.by, cell: (row) => row.by },
        { key: 'items', header: words.shownWhat, cell: (row) => items(row.items) },
        { key: 'product', header: text.ai.product, value: (row) => row.product, cell: (row) => row.product },
        { key: 'arm', header: words.arm, value: (row) => row.arm, cell: (row) => row.arm },
        { key: 'step', header: words.step, cell: (row) => row.step ?? text.ai.closedCase },
        { key: 'centre', header: words.site, value: (row) => row.centre, cell: (row) => row.centre },
        { key: 'examination', header: words.examination, cell: (row) => <code>{row.examinationId}</code> },
      ]}
    />
  );
}

function ByMonth({ rows }: { readonly rows: Listed['rows'] }) {
  const tools = useText();
  const { text, formatNumber } = tools;
  const words = useMonitoringText();
  const items = useItems();
  return (
    <DataTable
      caption={words.machineShown}
      name="shown"
      rows={rows}
      rowKey={(row) => `${row.month} ${row.centre} ${row.by} ${row.product} ${row.items}`}
      empty={words.noneShown}
      columns={[
        {
          key: 'month',
          header: words.month,
          rowHeader: true,
          value: (row) => row.month,
          cell: (row) => monthWords(tools, row.month),
        },
        { key: 'centre', header: words.site, value: (row) => row.centre, cell: (row) => row.centre },
        { key: 'by', header: words.shownTo, value: (row) => row.by, cell: (row) => row.by },
        { key: 'items', header: words.shownWhat, cell: (row) => items(row.items) },
        { key: 'product', header: text.ai.product, value: (row) => row.product, cell: (row) => row.product },
        {
          key: 'times',
          header: words.shownTimes,
          align: 'end',
          value: (row) => row.times,
          cell: (row) => formatNumber(row.times),
        },
      ]}
    />
  );
}
