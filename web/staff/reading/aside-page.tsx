import { Button } from '@digdir/designsystemet-react';
import type { OutputOf } from '#contracts/endpoint';
import { releaseSetAside, setAsideCases } from '#contracts/reading';
import { priorsAnswers } from '#core/reading/priors';
import { useLoad, useSend } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useToast } from '../components/toast.tsx';
import { type TextTools, useText } from '../text.tsx';
import './reading.css';

type Row = OutputOf<typeof setAsideCases>['holds'][number];
type Answer = (typeof priorsAnswers)[number];

export default function AsidePage() {
  const tools = useText();
  const { text } = tools;
  const toast = useToast();
  const list = useLoad(setAsideCases, {});
  const send = useSend(releaseSetAside);
  const release = ({ personId, holdId }: Row, answer?: Answer) =>
    send.mutate(answer ? { personId, holdId, answer } : { personId, holdId }, {
      onSuccess: () => toast({ text: text.reading.released }),
    });
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

function columnsOf(
  { text, formatDate }: TextTools,
  onRelease: (row: Row, answer?: Answer) => void,
): readonly Column<Row>[] {
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
      value: (r) => reading.deferReasons[r.reason] ?? r.reason,
    },
    { key: 'by', header: reading.by, cell: (r) => r.reader, value: (r) => r.reader },
    {
      key: 'until',
      header: reading.until,
      cell: (r) => (r.until ? formatDate(r.until, 'numeric') : ''),
      value: (r) => r.until,
    },
    {
      key: 'release',
      header: reading.next,
      cell: (r) => (
        <div className="row-actions">
          {(r.kind === 'priors' ? priorsAnswers : []).map((answer) => (
            <Button key={answer} variant="secondary" data-size="sm" onClick={() => onRelease(r, answer)}>
              {reading.priorsAnswers[answer]}
              <span className="visually-hidden"> {formatDate(r.openedOn)}</span>
            </Button>
          ))}
          <Button variant={r.kind === 'priors' ? 'tertiary' : 'secondary'} data-size="sm" onClick={() => onRelease(r)}>
            {reading.release}
            <span className="visually-hidden"> {formatDate(r.openedOn)}</span>
          </Button>
        </div>
      ),
    },
  ];
}
