import type { z } from 'zod';
import type { centreLine } from '#contracts/overview';
import { countColumn } from '../components/count-column.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';

type Line = z.output<typeof centreLine>;

export function CentreTable({ centres }: { readonly centres: readonly Line[] }) {
  const { text, formatNumber } = useText();
  const number = (key: 'examinedThisWeek' | 'toRead' | 'consensus' | 'assessment', header: string) =>
    countColumn<Line>(key, header, (row) => row[key], formatNumber);
  const columns: readonly Column<Line>[] = [
    {
      key: 'name',
      header: text.common.centre,
      rowHeader: true,
      value: (row) => row.name,
      cell: (row) => (
        <>
          {row.name} {row.paused ? <StatusTag tone="warning">{text.programme.paused}</StatusTag> : null}
        </>
      ),
    },
    { key: 'region', header: text.common.region, value: (row) => row.region, cell: (row) => row.region },
    number('examinedThisWeek', text.programme.examinedThisWeek),
    number('toRead', text.programme.toRead),
    {
      key: 'oldest',
      header: text.programme.oldestReading,
      align: 'end',
      value: (row) => row.oldestReadingDays,
      cell: (row) => (row.oldestReadingDays === null ? '–' : text.common.days(row.oldestReadingDays)),
    },
    number('consensus', text.programme.consensus),
    number('assessment', text.programme.assessment),
  ];
  return (
    <DataTable
      caption={text.programme.centresTitle}
      columns={columns}
      rows={centres}
      rowKey={(row) => row.id}
      csv="brystsentre"
      print
    />
  );
}
