import type { Day } from '#core/kernel/day';
import type { Waiting } from '#core/assessment/time-limits';
import { type Column, DataTable } from '../components/data-table.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useText } from '../text.tsx';
import { WaitingTag } from './waiting-tag.tsx';

type Row = {
  readonly personId: string;
  readonly episodeId: string;
  readonly name: string;
  readonly birthDate: Day;
  readonly waiting: Waiting;
};

/**
 * Women of a centre who wait for something, by how long against the guideline's limit: name and birth date first, the
 * list's own columns, how long, and what can be done last.
 */
export function WaitingList<One extends Row>(props: {
  readonly caption: string;
  readonly rows: readonly One[];
  readonly columns: readonly Column<One>[];
  readonly actions?: readonly Column<One>[];
  readonly limit: { readonly desirable: number; readonly acceptable: number };
  readonly empty: string;
}) {
  const { text, formatDate } = useText();
  const words = text.assessment;
  const columns: readonly Column<One>[] = [
    {
      key: 'name',
      header: text.common.name,
      rowHeader: true,
      cell: (row) => <PageLink to={`/assessment/${row.personId}/${row.episodeId}`}>{row.name}</PageLink>,
      value: (row) => row.name,
    },
    {
      key: 'born',
      header: text.common.born,
      cell: (row) => formatDate(row.birthDate, 'short'),
      value: (row) => row.birthDate,
    },
    ...props.columns,
    {
      key: 'waited',
      header: words.waited,
      cell: (row) => <WaitingTag waiting={row.waiting} />,
      value: (row) => row.waiting.workingDays,
    },
    ...(props.actions ?? []),
  ];
  return (
    <DataTable
      caption={props.caption}
      columns={columns}
      rows={props.rows}
      rowKey={(row) => row.episodeId}
      rowTone={(row) => (row.waiting.grade === 'late' ? 'danger' : undefined)}
      empty={props.empty}
      note={words.limit(props.limit.desirable, props.limit.acceptable)}
      filter
      print
    />
  );
}
