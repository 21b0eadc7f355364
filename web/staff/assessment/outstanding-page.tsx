import { resultsOutstanding } from '#contracts/assessment';
import type { OutputOf } from '#contracts/endpoint';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useText } from '../text.tsx';
import { centreSearch } from './search.ts';
import { WaitingTag } from './waiting-tag.tsx';

type Row = OutputOf<typeof resultsOutstanding>['rows'][number];

/** Biopsies that pathology has not answered, the longest waiting first. */
export default function OutstandingPage() {
  const { text, formatDate } = useText();
  const words = text.assessment;
  const [filter] = useAddress(centreSearch);
  const list = useLoad(resultsOutstanding, { centreId: filter.centre });
  const namesOf = (row: Row) => row.procedures.map((procedure) => words.procedureNames[procedure]).join(', ');
  const columns: readonly Column<Row>[] = [
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
    {
      key: 'day',
      header: words.assessedOn,
      cell: (row) => formatDate(row.assessedOn, 'short'),
      value: (row) => row.assessedOn,
    },
    { key: 'assessor', header: words.assessor, cell: (row) => row.assessor, value: (row) => row.assessor },
    { key: 'procedures', header: words.procedures, cell: namesOf, value: namesOf },
    {
      key: 'waited',
      header: words.waited,
      cell: (row) => <WaitingTag waiting={row.waiting} />,
      value: (row) => row.waiting.workingDays,
    },
  ];
  return (
    <>
      <PageHeading title={words.outstanding} lead={words.outstandingLead} />
      <Loaded query={list}>
        {(data) => (
          <DataTable
            caption={words.outstanding}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.episodeId}
            rowTone={(row) => (row.waiting.grade === 'late' ? 'danger' : undefined)}
            empty={words.noOutstanding}
            note={words.limit(data.limit.desirable, data.limit.acceptable)}
            csv="ubesvarte-prover"
            print
          />
        )}
      </Loaded>
    </>
  );
}
