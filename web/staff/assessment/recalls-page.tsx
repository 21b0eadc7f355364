import { Button } from '@digdir/designsystemet-react';
import { bookAllRecalls, bookAssessment, recallsToBook } from '#contracts/assessment';
import type { OutputOf } from '#contracts/endpoint';
import { useAddress } from '../address.ts';
import { useLoad, useSend } from '../api.ts';
import type { Column } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { Phone } from '../components/phone.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { centreSearch } from './search.ts';
import { WaitingList } from './waiting-list.tsx';

type Row = OutputOf<typeof recallsToBook>['rows'][number];

/** Recalled women without a time: give each the first free one, or everyone at once. */
export default function RecallsPage() {
  const { text, formatDate, formatTime } = useText();
  const words = text.assessment;
  const [filter] = useAddress(centreSearch);
  const list = useLoad(recallsToBook, { centreId: filter.centre });
  const book = useSend(bookAssessment);
  const bookAll = useSend(bookAllRecalls);
  const toast = useToast();
  const mayBook = useActor().role === 'coordinator';
  const busy = book.isPending || bookAll.isPending;
  const give = ({ personId, episodeId, name }: Row) =>
    book.mutate(
      { personId, episodeId },
      { onSuccess: ({ day, at }) => toast({ text: words.booked(name, formatDate(day), formatTime(at)) }) },
    );
  const giveAll = () =>
    bookAll.mutate(
      {},
      { onSuccess: ({ booked, withoutTime }) => toast({ text: words.bookedAll(booked, withoutTime) }) },
    );
  const timeOf = (row: Row) =>
    row.suggested ? `${formatDate(row.suggested.day, 'short')}, ${formatTime(row.suggested.at)}` : words.noTime;
  const columns: readonly Column<Row>[] = [
    {
      key: 'phone',
      header: words.phone,
      cell: (row) => (row.phone ? <Phone number={row.phone} /> : ''),
      value: (row) => row.phone,
    },
    {
      key: 'recalled',
      header: words.recalledOn,
      cell: (row) => formatDate(row.recalledOn, 'short'),
      value: (row) => row.recalledOn,
    },
    {
      key: 'because',
      header: words.reason,
      cell: (row) => words.because[row.because],
      value: (row) => words.because[row.because],
    },
    { key: 'missed', header: words.missed, align: 'end', cell: (row) => row.missed, value: (row) => row.missed },
    { key: 'time', header: words.suggested, cell: timeOf, value: timeOf },
  ];
  const actions: readonly Column<Row>[] = [
    {
      key: 'book',
      header: text.examination.action,
      cell: (row) =>
        row.suggested ? (
          <Button
            className="no-print"
            data-size="sm"
            variant="secondary"
            disabled={busy}
            aria-label={words.bookFor(row.name, formatDate(row.suggested.day), formatTime(row.suggested.at))}
            onClick={() => give(row)}
          >
            {words.book}
          </Button>
        ) : null,
    },
  ];
  return (
    <Loaded query={list}>
      {(data) => (
        <>
          <PageHeading title={words.recalls} lead={words.recallsLead}>
            {mayBook && data.rows.length > 0 ? (
              <Button disabled={busy} onClick={giveAll}>
                {words.bookAll}
              </Button>
            ) : null}
          </PageHeading>
          <ErrorBox error={book.error ?? bookAll.error} />
          <WaitingList
            caption={words.recalls}
            rows={data.rows}
            limit={data.limit}
            empty={words.noRecalls}
            columns={columns}
            {...(mayBook ? { actions } : {})}
          />
        </>
      )}
    </Loaded>
  );
}
