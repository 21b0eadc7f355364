import { resultsOutstanding } from '#contracts/assessment';
import type { OutputOf } from '#contracts/endpoint';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useText } from '../text.tsx';
import { centreSearch } from './search.ts';
import { WaitingList } from './waiting-list.tsx';

type Row = OutputOf<typeof resultsOutstanding>['rows'][number];

/** Biopsies that pathology has not answered, the longest waiting first. */
export default function OutstandingPage() {
  const { text, formatDate } = useText();
  const words = text.assessment;
  const [filter] = useAddress(centreSearch);
  const list = useLoad(resultsOutstanding, { centreId: filter.centre });
  const namesOf = (row: Row) => row.procedures.map((procedure) => words.procedureNames[procedure]).join(', ');
  return (
    <>
      <PageHeading title={words.outstanding} lead={words.outstandingLead} />
      <Loaded query={list}>
        {(data) => (
          <WaitingList
            caption={words.outstanding}
            rows={data.rows}
            limit={data.limit}
            empty={words.noOutstanding}
            columns={[
              {
                key: 'day',
                header: words.assessedOn,
                cell: (row) => formatDate(row.assessedOn, 'short'),
                value: (row) => row.assessedOn,
              },
              { key: 'assessor', header: words.assessor, cell: (row) => row.assessor, value: (row) => row.assessor },
              { key: 'procedures', header: words.procedures, cell: namesOf, value: namesOf },
            ]}
          />
        )}
      </Loaded>
    </>
  );
}
