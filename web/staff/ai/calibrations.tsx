import { Button } from '@digdir/designsystemet-react';
import { chooseAiCalibration } from '#contracts/ai';
import { useSend } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import type { Overview } from './ai-page.tsx';

type Row = Overview['calibrations'][number];

/** The named populations that percentiles are computed by, and which is in use from when. */
export function Calibrations({ data }: { readonly data: Overview }) {
  const { text, formatDate, formatNumber } = useText();
  const words = text.ai;
  const toast = useToast();
  const send = useSend(chooseAiCalibration);
  const mayChoose = useActor().role === 'administrator';
  const choose = (row: Row) =>
    send.mutate(
      { calibrationId: row.calibrationId },
      { onSuccess: () => toast({ text: words.calibrationChosen(row.name) }) },
    );
  const since = (row: Row) => (row.inUseFrom ? words.inUseFrom(formatDate(row.inUseFrom, 'numeric')) : words.notInUse);
  const columns: readonly Column<Row>[] = [
    { key: 'name', header: words.name, rowHeader: true, cell: (row) => row.name, value: (row) => row.name },
    {
      key: 'product',
      header: words.product,
      cell: (row) => `${row.product} ${row.version}`,
      value: (row) => `${row.product} ${row.version}`,
    },
    { key: 'what', header: words.description, cell: (row) => row.description, value: (row) => row.description },
    {
      key: 'source',
      header: words.source,
      cell: (row) => words.sources[row.source],
      value: (row) => words.sources[row.source],
    },
    {
      key: 'examinations',
      header: words.examinations,
      align: 'end',
      cell: (row) => formatNumber(row.examinations),
      value: (row) => row.examinations,
    },
    {
      key: 'use',
      header: text.common.status,
      cell: (row) => <StatusTag tone={row.inUse ? 'success' : 'neutral'}>{since(row)}</StatusTag>,
      value: since,
    },
    ...(mayChoose
      ? [
          {
            key: 'choose',
            header: words.use,
            cell: (row: Row) =>
              row.inUse ? null : (
                <Button
                  variant="tertiary"
                  data-size="sm"
                  onClick={() => choose(row)}
                  aria-label={words.chooseNamed(row.name)}
                >
                  {words.use}
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <>
      <ErrorBox error={send.error} />
      <DataTable
        caption={words.calibrations}
        name="calibrations"
        columns={columns}
        rows={data.calibrations}
        rowKey={(row) => row.calibrationId}
        empty={words.noCalibrations}
        csv="ai-kalibreringer"
      />
    </>
  );
}
