import type { OfflineWoman } from '#contracts/examination-entries';
import { Button } from '@digdir/designsystemet-react';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ROW_ACTION } from '../components/row-focus.ts';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';
import { DayNotes, useDayNotes } from './day-notes.tsx';

const done: readonly OfflineWoman['status'][] = ['screened', 'partially-screened', 'attended-not-screened'];

/** The women of the paper, each with what is known of her and a button to enter what is not. */
export function AfterwardsList(props: {
  readonly women: readonly OfflineWoman[];
  readonly note: string;
  readonly disabled: boolean;
  readonly entered: readonly string[];
  readonly onChoose: (appointmentId: string) => void;
}) {
  const { text, formatDate, formatTime } = useText();
  const words = text.examination;
  const notes = useDayNotes();
  const columns: readonly Column<OfflineWoman>[] = [
    { key: 'at', header: words.at, cell: (row) => formatTime(row.at), value: (row) => row.at },
    { key: 'name', header: text.common.name, rowHeader: true, cell: (row) => row.name, value: (row) => row.name },
    {
      key: 'born',
      header: text.common.born,
      cell: (row) => formatDate(row.birthDate, 'short'),
      value: (row) => row.birthDate,
    },
    {
      key: 'status',
      header: text.common.status,
      cell: (row) => <StatusTag>{words.dayStatus[row.status]}</StatusTag>,
      value: (row) => words.dayStatus[row.status],
    },
    {
      key: 'notes',
      header: words.notes,
      cell: (row) => <DayNotes woman={row} />,
      value: (row) =>
        notes(row)
          .map((note) => note.words)
          .join(', '),
    },
    {
      key: 'action',
      header: words.action,
      cell: (row) =>
        done.includes(row.status) || props.entered.includes(row.appointmentId) || props.disabled ? null : (
          <Button
            className={`${ROW_ACTION} no-print`}
            data-size="sm"
            variant="secondary"
            aria-label={words.afterwards.enterFor(row.name)}
            onClick={() => props.onChoose(row.appointmentId)}
          >
            {words.afterwards.enter}
          </Button>
        ),
    },
  ];
  return (
    <DataTable
      caption={words.listCaption}
      note={props.note}
      columns={columns}
      rows={props.women}
      rowKey={(row) => row.appointmentId}
      empty={words.emptyDay}
    />
  );
}
