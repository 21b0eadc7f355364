import { meetings } from '#contracts/consensus-meeting';
import type { OutputOf } from '#contracts/endpoint';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { type TextTools, useText } from '../text.tsx';

type Row = OutputOf<typeof meetings>['meetings'][number];

/** The centre's meetings of consensus; each has its minutes. */
export default function MeetingsPage() {
  const tools = useText();
  const words = tools.text.reading.meeting;
  const list = useLoad(meetings, {});
  return (
    <>
      <PageHeading title={words.all} lead={words.allLead} />
      <Loaded query={list}>
        {(data) => (
          <DataTable
            caption={words.all}
            columns={columnsOf(tools)}
            rows={data.meetings}
            rowKey={(row) => row.meetingId}
            empty={words.none}
          />
        )}
      </Loaded>
    </>
  );
}

function columnsOf({ text, formatDate }: TextTools): readonly Column<Row>[] {
  const words = text.reading.meeting;
  return [
    {
      key: 'day',
      header: text.common.date,
      rowHeader: true,
      cell: (r) => <PageLink to={`/consensus/meetings/${r.meetingId}`}>{formatDate(r.day)}</PageLink>,
      value: (r) => r.day,
    },
    { key: 'presided', header: words.presidedBy, cell: (r) => r.presidedBy, value: (r) => r.presidedBy },
    { key: 'cases', header: words.cases, cell: (r) => r.cases, value: (r) => r.cases, align: 'end' },
    { key: 'recalled', header: words.recalled, cell: (r) => r.recalled, value: (r) => r.recalled, align: 'end' },
    { key: 'open', header: text.common.status, cell: (r) => (r.open ? words.open : words.ended) },
  ];
}
