import { Paragraph } from '@digdir/designsystemet-react';
import type { OutputOf } from '#contracts/endpoint';
import { studyAllocations } from '#contracts/studies';
import { usePathParam } from '../address.ts';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { stratumWords } from './stratum-words.ts';
import { Unblind } from './unblind.tsx';

type Shown = OutputOf<typeof studyAllocations>;
type Row = Shown['rows'][number];

/** Who has been allocated, without arms; whose arm has been opened, and opening one in an emergency. */
export default function AllocationsPage() {
  const studyId = usePathParam('studyId');
  const { text, written, formatNumber } = useText();
  const words = text.studies;
  const { role } = useActor();
  const list = useLoad(studyAllocations, { studyId }, { keep: true });
  return (
    <Loaded query={list}>
      {(data) => (
        <>
          <PageHeading title={words.allocations} lead={`${data.title[written]}. ${words.allocationsLead}`} />
          <div className="stack">
            <Allocated data={data} />
            {data.unblinded ? (
              <Unblinded rows={data.unblinded} />
            ) : (
              <Paragraph>{words.openedCount(formatNumber(data.opened))}</Paragraph>
            )}
            {role === 'office' || role === 'radiologist' || role === 'researcher' ? (
              <Unblind studyId={studyId} rows={data.rows} centres={data.centres} />
            ) : null}
          </div>
        </>
      )}
    </Loaded>
  );
}

function Allocated({ data }: { readonly data: Shown }) {
  const tools = useText();
  const { text, formatDate, formatNumber } = tools;
  const words = text.studies;
  const { role } = useActor();
  const opensWomen = ['office', 'coordinator', 'radiographer'].includes(role);
  const columns: readonly Column<Row>[] = [
    {
      key: 'position',
      header: words.position,
      rowHeader: true,
      align: 'end',
      value: (row) => row.position,
      cell: (row) => formatNumber(row.position),
    },
    {
      key: 'stratum',
      header: words.stratum,
      value: (row) => stratumWords(tools, row.stratum, data.centres),
      cell: (row) => stratumWords(tools, row.stratum, data.centres),
    },
    { key: 'day', header: words.day, value: (row) => row.day, cell: (row) => formatDate(row.day, 'short') },
    { key: 'unit', header: text.common.unit, value: (row) => row.unit, cell: (row) => row.unit },
    {
      key: 'first',
      header: words.first,
      value: (row) => (row.first ? words.firstYes : words.firstNo),
      cell: (row) => (row.first ? words.firstYes : words.firstNo),
    },
    { key: 'version', header: words.version, cell: (row) => row.version },
    { key: 'rule', header: words.ruleVersion, cell: (row) => row.ruleVersion ?? '–' },
  ];
  const woman: Column<Row> = {
    key: 'woman',
    header: words.woman,
    cell: (row) => (
      <PageLink to={`/people/${row.personId}`}>
        {words.openWoman}
        <span className="visually-hidden">: {`${stratumWords(tools, row.stratum, data.centres)} ${row.position}`}</span>
      </PageLink>
    ),
  };
  return (
    <DataTable
      caption={words.allocations}
      name="allocations"
      columns={opensWomen ? [...columns, woman] : columns}
      rows={data.rows}
      total={data.total}
      rowKey={(row) => row.allocationId}
      empty={words.noAllocations}
      filter
    />
  );
}

function Unblinded({ rows }: { readonly rows: NonNullable<Shown['unblinded']> }) {
  const { text, formatDate } = useText();
  const words = text.studies;
  type Opened = (typeof rows)[number];
  const columns: readonly Column<Opened>[] = [
    {
      key: 'day',
      header: words.day,
      rowHeader: true,
      value: (row) => row.day,
      cell: (row) => formatDate(row.day, 'short'),
    },
    { key: 'kind', header: words.kind, cell: (row) => words.unblindKinds[row.kind] },
    { key: 'reason', header: words.reason, cell: (row) => row.reason },
    { key: 'told', header: words.told, cell: (row) => row.told },
    { key: 'by', header: words.by, value: (row) => row.by, cell: (row) => row.by },
  ];
  return (
    <DataTable
      caption={words.unblinded}
      name="unblinded"
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.personId} ${row.day} ${row.reason}`}
      empty={words.noUnblinded}
    />
  );
}
