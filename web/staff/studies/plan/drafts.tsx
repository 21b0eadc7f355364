import type { OutputOf } from '#contracts/endpoint';
import { listPlanDrafts } from '#contracts/study-plans';
import { useLoad } from '../../api.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { useText } from '../../text.tsx';
import { usePlanText } from './plan-text.ts';

type Row = OutputOf<typeof listPlanDrafts>['drafts'][number];

/** Plans being written, to be taken up again by anybody who may; nothing when there are none. */
export function Drafts() {
  const { text, written, formatDate } = useText();
  const words = usePlanText();
  const { data } = useLoad(listPlanDrafts, {});
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      header: text.studies.name,
      rowHeader: true,
      value: (row) => row.title[written] || row.studyId,
      cell: (row) => <PageLink to={`/studies/${row.studyId}/plan`}>{row.title[written] || row.studyId}</PageLink>,
    },
    { key: 'kind', header: text.studies.kind, cell: (row) => (row.amends ? words.isAmendment : words.isNew) },
    { key: 'version', header: text.studies.version, cell: (row) => row.version },
    {
      key: 'saved',
      header: words.lastSaved,
      value: (row) => row.writtenOn,
      cell: (row) => `${row.writtenBy}, ${formatDate(row.writtenOn, 'short')}`,
    },
  ];
  if (!data || data.drafts.length === 0) return null;
  return (
    <DataTable
      caption={words.writing}
      name="drafts"
      columns={columns}
      rows={data.drafts}
      rowKey={(row) => row.studyId}
    />
  );
}
