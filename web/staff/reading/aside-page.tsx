import { Button } from '@digdir/designsystemet-react';
import type { OutputOf } from '#contracts/endpoint';
import { releaseSetAside, setAsideCases } from '#contracts/reading';
import { useLoad, useSend } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useToast } from '../components/toast.tsx';
import { type TextTools, useText } from '../text.tsx';

type Row = OutputOf<typeof setAsideCases>['holds'][number];

export default function AsidePage() {
  const tools = useText();
  const { text } = tools;
  const toast = useToast();
  const list = useLoad(setAsideCases, {});
  const send = useSend(releaseSetAside);
  const release = ({ personId, holdId }: Row) =>
    send.mutate({ personId, holdId }, { onSuccess: () => toast({ text: text.reading.released }) });
  return (
    <>
      <PageHeading title={text.reading.asideTitle} lead={text.reading.asideLead} />
      <ErrorBox error={send.error} />
      <Loaded query={list}>
        {({ holds }) => (
          <DataTable
            caption={text.reading.asideCases}
            columns={columnsOf(tools, release)}
            rows={holds}
            rowKey={(row) => row.holdId}
            empty={text.reading.asideNone}
          />
        )}
      </Loaded>
    </>
  );
}

function columnsOf({ text, formatDate }: TextTools, onRelease: (row: Row) => void): readonly Column<Row>[] {
  const { reading } = text;
  return [
    {
      key: 'since',
      header: reading.since,
      cell: (r) => formatDate(r.day, 'numeric'),
      value: (r) => r.day,
      rowHeader: true,
    },
    {
      key: 'opened',
      header: reading.waitingSince,
      cell: (r) => formatDate(r.openedOn, 'numeric'),
      value: (r) => r.openedOn,
    },
    {
      key: 'kind',
      header: reading.kind,
      cell: (r) => reading.deferReasons[r.reason] ?? r.reason,
      value: (r) => r.reason,
    },
    { key: 'by', header: reading.by, cell: (r) => r.reader, value: (r) => r.reader },
    {
      key: 'release',
      header: text.common.status,
      cell: (r) => (
        <Button variant="secondary" data-size="sm" onClick={() => onRelease(r)}>
          {reading.release}
          <span className="visually-hidden"> {formatDate(r.day)}</span>
        </Button>
      ),
    },
  ];
}
