import type { BoardReport } from '#contracts/study-safety';
import { DataTable } from '../../components/data-table.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { useText } from '../../text.tsx';
import { stratumWords } from '../stratum-words.ts';
import { BoundaryPart } from './boundary-part.tsx';
import { ArmTables, ComparisonTable } from './safety-tables.tsx';
import { useMonitoringText } from './monitoring-text.ts';

/** A report to the safety board, as it stands or as it was made. */

/** What the report counts; with all arms together there is nothing to compare. */
export function SafetyBody({ view }: { readonly view: BoardReport }) {
  return (
    <>
      <BoundaryPart view={view} />
      <ArmTables view={view} />
      {view.comparisons.length > 0 ? <ComparisonTable view={view} /> : null}
      {view.guidance.length > 0 ? <Guidance view={view} /> : null}
      {view.balance.length > 0 ? <Balance view={view} /> : null}
    </>
  );
}

const tones = { 'too-few': 'neutral', below: 'success', near: 'warning', passed: 'danger' } as const;

function Guidance({ view }: { readonly view: BoardReport }) {
  const { written, formatNumber } = useText();
  const words = useMonitoringText();
  return (
    <DataTable
      caption={words.guidance}
      name="guidance"
      note={words.guidanceHelp}
      rows={view.guidance}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'rule',
          header: words.rule,
          rowHeader: true,
          cell: (row) => row.words[written],
          value: (row) => row.words[written],
        },
        {
          key: 'found',
          header: words.found,
          align: 'end',
          cell: (row) => `${formatNumber(row.events)} / ${formatNumber(row.total)}`,
        },
        {
          key: 'standing',
          header: words.state,
          value: (row) => words.standing[row.standing] ?? row.standing,
          cell: (row) => <StatusTag tone={tones[row.standing]}>{words.standing[row.standing]}</StatusTag>,
        },
      ]}
    />
  );
}

function Balance({ view }: { readonly view: BoardReport }) {
  const tools = useText();
  const { written, formatNumber } = tools;
  const words = useMonitoringText();
  return (
    <DataTable
      caption={words.balanceArms}
      name="balance"
      rows={view.balance}
      rowKey={({ stratum }) => stratum}
      {...(view.largestImbalance === null ? {} : { note: words.largest(formatNumber(view.largestImbalance, 1)) })}
      columns={[
        {
          key: 'stratum',
          header: tools.text.studies.stratum,
          rowHeader: true,
          value: ({ stratum }) => stratumWords(tools, stratum, view.centres),
          cell: ({ stratum }) => stratumWords(tools, stratum, view.centres),
        },
        ...view.arms.map(({ arm }) => ({
          key: arm,
          header: view.armNames[arm]?.[written] ?? arm,
          align: 'end' as const,
          value: (row: BoardReport['balance'][number]) => row.counts[arm] ?? 0,
          cell: (row: BoardReport['balance'][number]) => formatNumber(row.counts[arm] ?? 0),
        })),
        {
          key: 'off',
          header: words.off,
          align: 'end',
          value: (row) => row.off,
          cell: (row) => formatNumber(row.off, 1),
        },
      ]}
    />
  );
}
