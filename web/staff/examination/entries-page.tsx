import { Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { entryList, settleEntry, type WaitingEntry } from '#contracts/examination-entries';
import { useLoad, useSend } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { EntryContent } from './entry-content.tsx';

type Row = WaitingEntry;

/** What was entered afterwards and did not fit: moved, cancelled or examined elsewhere meanwhile. A person settles each. */
export default function EntriesPage() {
  const { text, formatDate, formatTime } = useText();
  const words = text.examination.entries;
  const list = useLoad(entryList, {});
  const [settling, setSettling] = useState<string>();
  const mayDo = useActor().role !== 'office';
  const now = (row: Row): string =>
    [
      text.examination.dayStatus[row.now],
      ...(row.otherDay ? [words.otherTime(formatDate(row.otherDay, 'short'), formatTime(row.otherAt ?? ''))] : []),
      ...(row.examinedOn ? [words.examinedBefore(formatDate(row.examinedOn, 'short'), row.examinedAt ?? '')] : []),
    ].join(' · ');
  const columns: readonly Column<Row>[] = [
    {
      key: 'day',
      header: text.common.day,
      cell: (row) => `${formatDate(row.day, 'short')} ${row.doneAt ? formatTime(row.doneAt) : ''}`,
      value: (row) => row.day,
    },
    {
      key: 'name',
      header: text.common.name,
      rowHeader: true,
      cell: (row) => <PageLink to={`/people/${row.personId}`}>{row.name}</PageLink>,
      value: (row) => row.name,
    },
    { key: 'unit', header: text.common.unit, cell: (row) => row.unitName, value: (row) => row.unitName },
    { key: 'what', header: words.what, cell: (row) => `${words.kinds[row.kind]} (${words.sources[row.source]})` },
    { key: 'by', header: words.by, cell: (row) => row.performedBy, value: (row) => row.performedBy },
    { key: 'because', header: text.common.reason, cell: (row) => words.because[row.because] },
    { key: 'now', header: words.now, cell: now },
    {
      key: 'action',
      header: text.examination.action,
      cell: (row) =>
        mayDo ? (
          <Button
            data-size="sm"
            variant="secondary"
            aria-label={words.settleFor(row.name)}
            onClick={() => setSettling(row.entryId)}
          >
            {words.settle}
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <Loaded query={list}>
        {({ rows }) => {
          const chosen = rows.find((row) => row.entryId === settling);
          return (
            <>
              {chosen ? <Settle key={chosen.entryId} row={chosen} onDone={() => setSettling(undefined)} /> : null}
              <DataTable
                caption={words.title}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.entryId}
                empty={words.none}
              />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function Settle({ row, onDone }: { readonly row: Row; readonly onDone: () => void }) {
  const { text } = useText();
  const words = text.examination.entries;
  const send = useSend(settleEntry);
  const toast = useToast();
  const [because, setBecause] = useState('');
  const [short, setShort] = useState(false);
  const settle = (how: 'record' | 'set-aside') => {
    if (because.trim().length < 3) return setShort(true);
    send.mutate(
      { personId: row.personId, entryId: row.entryId, how, because },
      {
        onSuccess: () => {
          toast({ text: words.settled[how] });
          onDone();
        },
      },
    );
  };
  return (
    <section className="stack" aria-labelledby="settle">
      <Heading level={2} data-size="xs" id="settle">
        {words.settleFor(row.name)}
      </Heading>
      <Paragraph>
        {words.because[row.because]}. {row.mayRecord ? words.mayRecord : words.mayNotRecord}
      </Paragraph>
      {row.content ? <EntryContent content={row.content} /> : null}
      <ErrorBox error={send.error} />
      <Textfield
        // The row's button opened this form above the list.
        autoFocus
        label={words.why}
        maxLength={300}
        value={because}
        onChange={(event) => setBecause(event.currentTarget.value)}
        {...(short && because.trim().length < 3 ? { error: words.whyMissing } : {})}
      />
      <div className="filters">
        {row.mayRecord ? (
          <Button disabled={send.isPending} onClick={() => settle('record')}>
            {words.record}
          </Button>
        ) : null}
        <Button
          variant={row.mayRecord ? 'secondary' : 'primary'}
          disabled={send.isPending}
          onClick={() => settle('set-aside')}
        >
          {words.setAside}
        </Button>
        <Button variant="tertiary" onClick={onDone}>
          {text.common.cancel}
        </Button>
      </div>
    </section>
  );
}
