import { Button, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { intervalCancers } from '#contracts/cancers';
import type { OutputOf } from '#contracts/endpoint';
import { addYears, day, type Day } from '#core/kernel/day';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useActor, useSession } from '../session.tsx';
import { type TextTools, useText } from '../text.tsx';
import { intervalSearch } from './search.ts';
import './cancers.css';

type Row = OutputOf<typeof intervalCancers>['rows'][number];

/** Interval cancers diagnosed in a period, the last five years unless said otherwise. */
export default function IntervalPage() {
  const { text, formatDate, formatMeasure } = useText();
  const words = text.cancers;
  const { today } = useSession();
  const { role } = useActor();
  const [filter, setFilter] = useAddress(intervalSearch);
  const from = filter.from ?? addYears(day(today), -5);
  const list = useLoad(intervalCancers, { centreId: filter.centre, from, to: filter.to }, { keep: true });
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      header: text.common.name,
      rowHeader: true,
      cell: (row) => (
        <PageLink to={`/interval-cancers/${row.personId}/${row.cancerId}`}>{row.name ?? words.unnamed}</PageLink>
      ),
      value: (row) => row.name,
    },
    ...(role === 'office'
      ? [
          {
            key: 'centre',
            header: text.common.centre,
            cell: (row: Row) => row.centreName,
            value: (row: Row) => row.centreName,
          },
        ]
      : []),
    {
      key: 'screened',
      header: words.screenedOn,
      cell: (row) => formatDate(row.screenedOn, 'short'),
      value: (row) => row.screenedOn,
    },
    {
      key: 'diagnosed',
      header: words.diagnosedOn,
      cell: (row) => formatDate(row.diagnosedOn, 'short'),
      value: (row) => row.diagnosedOn,
    },
    {
      key: 'window',
      header: words.window,
      cell: (row) => words.windows[row.window],
      value: (row) => words.windows[row.window],
    },
    {
      key: 'behaviour',
      header: words.behaviour,
      cell: (row) => words.behaviours[row.behaviour],
      value: (row) => words.behaviours[row.behaviour],
    },
    {
      key: 'size',
      header: words.size,
      align: 'end',
      cell: (row) => (row.sizeMm === null ? '' : formatMeasure(row.sizeMm)),
      value: (row) => row.sizeMm,
    },
    {
      key: 'then-score',
      header: words.highestScore,
      align: 'end',
      cell: (row) => row.highestScore ?? '',
      value: (row) => row.highestScore,
    },
    {
      key: 'then-dismissed',
      header: words.dismissed,
      cell: (row) => (row.dismissed === null ? '' : row.dismissed ? text.common.yes : text.common.no),
      value: (row) => (row.dismissed === null ? null : row.dismissed ? 1 : 0),
    },
    {
      key: 'review',
      header: words.reviewColumn,
      cell: (row) => reviewWord(words, row.review),
      value: (row) => reviewWord(words, row.review),
    },
    {
      key: 'wish',
      header: words.wishColumn,
      cell: (row) => words.disclosure.states[row.wish],
      value: (row) => words.disclosure.states[row.wish],
    },
  ];
  const dayOf = (value: string) => (value || undefined) as Day | undefined;
  return (
    <>
      <PageHeading title={words.interval} lead={words.intervalLead}>
        <PageLink to="/interval-cancers/figures">{words.toFigures}</PageLink>
        {role === 'radiologist' ? (
          <Button asChild>
            <Link to="/interval-cancers/review">{words.toReview}</Link>
          </Button>
        ) : null}
      </PageHeading>
      <div className="filters no-print">
        <Textfield
          type="date"
          data-size="sm"
          label={words.from}
          value={from}
          onChange={(event) => setFilter({ from: dayOf(event.currentTarget.value) })}
        />
        <Textfield
          type="date"
          data-size="sm"
          label={words.to}
          value={filter.to ?? ''}
          onChange={(event) => setFilter({ to: dayOf(event.currentTarget.value) })}
        />
      </div>
      <Loaded query={list}>
        {(data) => (
          <>
            {data.hidden ? <Paragraph className="hidden-note">{words.hidden}</Paragraph> : null}
            <DataTable
              caption={words.interval}
              columns={columns.filter((column) => !column.key.startsWith('then-') || data.rows.some(isReviewed))}
              rows={data.rows}
              rowKey={(row) => row.cancerId}
              empty={words.none}
              note={`${words.from} ${formatDate(from)}${filter.to ? `, ${words.to.toLowerCase()} ${formatDate(filter.to)}` : ''}`}
              csv="intervallkreft"
              print
            />
          </>
        )}
      </Loaded>
    </>
  );
}

/** What was said at the screening is known to whoever looks; for radiologists, of none before its review is decided. */
const isReviewed = (row: Row) => row.dismissed !== null;

/** The class when it is decided, else how far the review has come. */
function reviewWord({ review: words, notReviewed }: TextTools['text']['cancers'], review: Row['review']): string {
  if (!review) return notReviewed;
  return review.class ? words.classes[review.class] : words.stages[review.stage];
}
