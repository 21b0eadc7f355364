import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { aiRefusals, inspectAiRefusal } from '#contracts/ai';
import type { OutputOf } from '#contracts/endpoint';
import { useLoad, useSend } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';

type Row = OutputOf<typeof aiRefusals>['refusals'][number];

/** Results that were not taken, and why; the administrator may open what was sent. */
export default function RefusalsPage() {
  const { text } = useText();
  const words = text.ai;
  const list = useLoad(aiRefusals, {});
  const inspect = useSend(inspectAiRefusal);
  const mayInspect = useActor().role === 'administrator';
  const [opened, setOpened] = useState<{ readonly row: Row; readonly body: string | null }>();
  const open = (row: Row) =>
    inspect.mutate({ refusalId: row.refusalId }, { onSuccess: ({ body }) => setOpened({ row, body }) });
  const why = (row: Row) => words.refusals[row.code] ?? row.what;
  const columns: readonly Column<Row>[] = [
    { key: 'at', header: words.received, rowHeader: true, cell: (row) => row.at, value: (row) => row.at },
    {
      key: 'product',
      header: words.product,
      cell: (row) => [row.product ?? words.unknown, row.version].filter(Boolean).join(' '),
      value: (row) => row.product,
    },
    {
      key: 'run',
      header: words.run,
      cell: (row) => <span className="ai-run">{row.run}</span>,
      value: (row) => row.run,
    },
    { key: 'why', header: words.why, cell: why, value: why },
    { key: 'where', header: words.where, cell: (row) => row.where, value: (row) => row.where },
    { key: 'expected', header: words.expected, cell: (row) => row.expected, value: (row) => row.expected },
    ...(mayInspect
      ? [
          {
            key: 'open',
            header: words.sent,
            cell: (row: Row) => (
              <Button
                variant="tertiary"
                data-size="sm"
                aria-label={`${words.open}: ${words.openSent(row.at)}`}
                onClick={() => open(row)}
              >
                {words.open}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Loaded query={list}>
      {(data) => (
        <>
          <PageHeading title={words.refusalsTitle} lead={words.refusalsLead}>
            <PageLink to="/ai">{words.title}</PageLink>
          </PageHeading>
          <ErrorBox error={inspect.error} />
          {opened ? (
            <section aria-label={words.openSent(opened.row.at)}>
              <p>{words.inspected}</p>
              <pre className="ai-sent">{opened.body ?? words.notKept}</pre>
            </section>
          ) : null}
          <DataTable
            caption={words.refusalsTitle}
            columns={columns}
            rows={data.refusals}
            rowKey={(row) => row.refusalId}
            total={data.total}
            empty={words.noRefusals}
            filter
            csv="ai-avvist"
          />
        </>
      )}
    </Loaded>
  );
}
