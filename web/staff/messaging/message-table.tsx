import { Button } from '@digdir/designsystemet-react';
import type { OutputOf } from '#contracts/endpoint';
import type { listMessages } from '#contracts/messaging';
import { type Column, DataTable } from '../components/data-table.tsx';
import { PageLink } from '../components/page-link.tsx';
import { StatusTag, type Tone } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';
import { reasonWords } from './reason-words.ts';

type List = OutputOf<typeof listMessages>;
type Row = List['rows'][number];

export const toneOf: Readonly<Record<Row['state'], Tone>> = {
  waiting: 'info',
  sent: 'neutral',
  delivered: 'success',
  failed: 'danger',
  withdrawn: 'neutral',
};

export function MessageTable(props: List & { readonly page: number; readonly onPage: (page: number) => void }) {
  const { text } = useText();
  const columns = useColumns();
  return (
    <>
      <DataTable
        caption={text.messaging.list}
        columns={columns}
        rows={props.rows}
        rowKey={(row) => row.messageId}
        total={props.total}
        empty={text.messaging.none}
        rowTone={(row) => (row.state === 'failed' ? 'danger' : undefined)}
        csv="meldinger"
        print
      />
      <Pager page={props.page} pages={Math.ceil(props.total / props.pageSize)} onPage={props.onPage} />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { text, formatDate } = useText();
  const words = text.messaging;
  return [
    { key: 'day', header: words.day, value: (row) => row.decidedOn, cell: (row) => formatDate(row.decidedOn, 'short') },
    {
      key: 'kind',
      header: words.kind,
      rowHeader: true,
      value: (row) => words.kinds[row.kind],
      cell: (row) => <PageLink to={`/messages/${row.personId}/${row.messageId}`}>{words.kinds[row.kind]}</PageLink>,
    },
    {
      key: 'woman',
      header: words.woman,
      value: (row) => row.name,
      cell: (row) => <PageLink to={`/people/${row.personId}`}>{row.name}</PageLink>,
    },
    {
      key: 'state',
      header: words.state,
      value: (row) => words.states[row.state],
      cell: (row) => <StatusTag tone={toneOf[row.state]}>{words.states[row.state]}</StatusTag>,
    },
    { key: 'step', header: words.way, value: (row) => words.steps[row.step], cell: (row) => words.steps[row.step] },
    {
      key: 'language',
      header: words.language,
      value: (row) => words.languages[row.language],
      cell: (row) => words.languages[row.language],
    },
    { key: 'reference', header: words.reference, value: (row) => row.reference, cell: (row) => row.reference },
    {
      key: 'error',
      header: words.error,
      value: (row) => row.lastError,
      cell: (row) =>
        row.lastError
          ? reasonWords(text, row.lastError)
          : row.nextStepOn
            ? `${words.next} ${formatDate(row.nextStepOn, 'short')}`
            : '',
    },
  ];
}

function Pager(props: { readonly page: number; readonly pages: number; readonly onPage: (page: number) => void }) {
  const { text, formatNumber } = useText();
  const { page, pages, onPage } = props;
  if (pages <= 1) return null;
  return (
    <nav className="filters no-print" aria-label={text.messaging.pages}>
      <Button variant="secondary" data-size="sm" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {text.messaging.previous}
      </Button>
      <span>{text.messaging.page(formatNumber(page), formatNumber(pages))}</span>
      <Button variant="secondary" data-size="sm" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {text.messaging.following}
      </Button>
    </nav>
  );
}
