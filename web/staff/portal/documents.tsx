import { Button } from '@digdir/designsystemet-react';
import { putBack, withdrawDocument, type Portal } from '#contracts/portal';
import { useSend } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useUndo } from '../components/use-undo.ts';
import { useText } from '../text.tsx';
import { AddDocument } from './add-document.tsx';
import { useCentreName } from './audience.tsx';
import { DownloadDocument } from './download-document.tsx';

type Document = Portal['documents'][number];

/** The library: what holds now; former versions are kept and not shown. */
export function Documents(props: { readonly documents: Portal['documents']; readonly isOffice: boolean }) {
  const { text, formatDate, formatNumber } = useText();
  const words = text.portal;
  const withdraw = useSend(withdrawDocument);
  const toast = useToast();
  const undo = useUndo(putBack, () => words.putBack);
  const take = (id: string) =>
    withdraw.mutate(
      { documentId: id },
      { onSuccess: () => toast({ text: words.withdrawn, undo: () => undo({ kind: 'document', id }) }) },
    );
  const nameOf = useCentreName();
  const audienceOf = (row: Document) => (row.centreId ? nameOf(row.centreId) : text.common.all);
  const kilobytes = (row: Document) => Math.ceil(row.bytes / 1000);
  const columns: readonly Column<Document>[] = [
    {
      key: 'title',
      header: words.documentTitle,
      rowHeader: true,
      cell: (row) => <DownloadDocument documentId={row.documentId} label={row.title} />,
      value: (row) => row.title,
    },
    { key: 'kind', header: words.kind, cell: (row) => words.kinds[row.kind], value: (row) => words.kinds[row.kind] },
    {
      key: 'audience',
      header: words.audience,
      cell: (row) => audienceOf(row),
      value: (row) => audienceOf(row),
    },
    {
      key: 'version',
      header: words.version,
      align: 'end',
      cell: (row) => row.version,
      value: (row) => row.version,
    },
    {
      key: 'size',
      header: words.size,
      align: 'end',
      cell: (row) => words.kilobytes(formatNumber(kilobytes(row))),
      value: kilobytes,
    },
    {
      key: 'added',
      header: words.addedOn,
      cell: (row) => `${formatDate(row.addedOn, 'short')}, ${row.addedBy}`,
      value: (row) => row.addedOn,
    },
  ];
  const withdrawal: Column<Document> = {
    key: 'withdraw',
    header: words.withdraw,
    cell: (row) => (
      <Button className="no-print" variant="tertiary" data-size="sm" onClick={() => take(row.documentId)}>
        {words.withdraw}
        <span className="visually-hidden">: {row.title}</span>
      </Button>
    ),
  };
  return (
    <section className="stack">
      <ErrorBox error={withdraw.error} />
      <DataTable
        caption={words.documents}
        columns={props.isOffice ? [...columns, withdrawal] : columns}
        rows={props.documents}
        rowKey={(row) => row.documentId}
        empty={words.noDocuments}
        filter
        csv={false}
      />
      {props.isOffice ? <AddDocument documents={props.documents} /> : null}
    </section>
  );
}
