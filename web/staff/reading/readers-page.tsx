import { Switch } from '@digdir/designsystemet-react';
import type { OutputOf } from '#contracts/endpoint';
import { readers, setSenior } from '#contracts/readers';
import { useLoad, useSend } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';

type Row = OutputOf<typeof readers>['readers'][number];

/** The radiologists, and who of them is senior: some protocols let seniors alone do a step. */
export default function ReadersPage() {
  const { text } = useText();
  const words = text.reading.readers;
  const toast = useToast();
  const list = useLoad(readers, {});
  const send = useSend(setSenior);
  const change = (row: Row, senior: boolean) =>
    send.mutate(
      { userId: row.userId, senior },
      { onSuccess: () => toast({ text: senior ? words.made(row.name) : words.ended(row.name) }) },
    );
  const columns: readonly Column<Row>[] = [
    { key: 'name', header: text.reading.reader, rowHeader: true, cell: (row) => row.name, value: (row) => row.name },
    { key: 'centre', header: text.common.centre, cell: (row) => row.centre, value: (row) => row.centre },
    {
      key: 'senior',
      header: words.senior,
      cell: (row) => (
        <Switch
          data-size="sm"
          aria-label={words.seniorIs(row.name)}
          checked={row.senior}
          onChange={(event) => change(row, event.currentTarget.checked)}
        />
      ),
      value: (row) => (row.senior ? words.senior : ''),
    },
  ];
  return (
    <Loaded query={list}>
      {(data) => (
        <>
          <PageHeading title={words.title} lead={words.lead} />
          <ErrorBox error={send.error} />
          <DataTable
            caption={words.title}
            columns={columns}
            rows={data.readers}
            rowKey={(row) => row.userId}
            filter
            csv="radiologer"
          />
        </>
      )}
    </Loaded>
  );
}
