import { Button } from '@digdir/designsystemet-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { z } from 'zod';
import type { unitDayRow } from '#contracts/examination';
import { checkIn as checkInEndpoint, undoCheckIn } from '#contracts/invitation';
import { useSend } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { PageLink } from '../components/page-link.tsx';
import { focusRow, ROW_ACTION } from '../components/row-focus.ts';
import { useShortcuts } from '../components/shortcuts.tsx';
import { StatusTag, type Tone } from '../components/status-tag.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import { DayNotes, useDayNotes } from './day-notes.tsx';
import { standingOf } from './standing.ts';

type Row = z.output<typeof unitDayRow>;

const isExpected = (row: Row) => standingOf(row.status) === 'expected';

// "Checked in" is the one that should stand out: she is waiting.
const tones: Partial<Readonly<Record<Row['status'], Tone>>> = {
  'checked-in': 'warning',
  screened: 'success',
  'partially-screened': 'success',
};

/** The list by time. Arrow keys go from woman to woman, Enter does what is next for her: check in, or examine. */
export function UnitDayList(props: {
  readonly rows: readonly Row[];
  readonly isToday: boolean;
  readonly note: string;
  /** Minutes that each woman who is expected is over her time. */
  readonly lateBy: (row: Row) => number;
  /** Whether the next woman takes the focus: first one who is here, else one who is expected. */
  readonly focusNext: boolean;
}) {
  const { text, formatDate, formatTime } = useText();
  const words = text.examination;
  const notes = useDayNotes();
  const checkIn = useSend(checkInEndpoint);
  const undo = useSend(undoCheckIn);
  const toast = useToast();
  const navigate = useNavigate();
  useShortcuts([
    { key: 'ArrowDown', label: words.nextRow, run: () => focusRow(1) },
    { key: 'ArrowUp', label: words.previousRow, run: () => focusRow(-1) },
  ]);
  const focused = useRef(false);
  useEffect(() => {
    if (!props.focusNext || focused.current) return;
    focused.current = true;
    const next = props.rows.find((row) => row.status === 'checked-in') ?? props.rows.find((row) => isExpected(row));
    document.querySelector<HTMLElement>(`[data-woman="${next?.appointmentId}"]`)?.focus();
  });
  const come = (row: Row) => {
    // Not by a disabled button: it would lose the focus that the arrow keys move.
    if (checkIn.isPending) return;
    const key = { personId: row.personId, appointmentId: row.appointmentId };
    checkIn.mutate(
      { ...key, version: row.version },
      {
        onSuccess: ({ version }) =>
          toast({ text: words.checkedIn(row.name), undo: () => undo.mutate({ ...key, version }) }),
      },
    );
  };
  const columns: readonly Column<Row>[] = [
    { key: 'at', header: text.examination.at, cell: (row) => formatTime(row.at), value: (row) => row.at },
    {
      key: 'name',
      header: text.common.name,
      rowHeader: true,
      cell: (row) => <PageLink to={`/people/${row.personId}`}>{row.name}</PageLink>,
      value: (row) => row.name,
    },
    {
      key: 'born',
      header: text.common.born,
      cell: (row) => formatDate(row.birthDate, 'short'),
      value: (row) => row.birthDate,
    },
    {
      key: 'status',
      header: text.common.status,
      cell: (row) => (
        <>
          <StatusTag tone={tones[row.status] ?? 'neutral'}>{words.dayStatus[row.status]}</StatusTag>
          {props.lateBy(row) > 0 ? <span className="late"> {words.lateBy(props.lateBy(row))}</span> : null}
        </>
      ),
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
      key: 'kind',
      header: words.kind,
      cell: (row) => text.common.appointmentKind[row.kind],
      value: (row) => text.common.appointmentKind[row.kind],
    },
    {
      key: 'action',
      header: words.action,
      cell: (row) => (
        <RowAction
          row={row}
          isToday={props.isToday}
          onCheckIn={() => come(row)}
          onExamine={() => void navigate({ to: `/examination/${row.personId}/${row.appointmentId}` })}
        />
      ),
    },
  ];
  return (
    <>
      <ErrorBox error={checkIn.error ?? undo.error} />
      <div className="unit-day">
        <DataTable
          caption={words.listCaption}
          columns={columns}
          rows={props.rows}
          rowKey={(row) => row.appointmentId}
          rowTone={(row) => (row.status === 'checked-in' ? 'warning' : undefined)}
          empty={words.emptyDay}
          csv="dagsliste"
          note={props.note}
          print
        />
      </div>
    </>
  );
}

function RowAction(props: {
  readonly row: Row;
  readonly isToday: boolean;
  readonly onCheckIn: () => void;
  readonly onExamine: () => void;
}) {
  const { text } = useText();
  const { row } = props;
  const standing = standingOf(row.status);
  const here = standing === 'here';
  if (!here && !(standing === 'expected' && props.isToday)) return null;
  const words = text.examination;
  return (
    <Button
      className={`${ROW_ACTION} no-print`}
      data-woman={row.appointmentId}
      data-size="sm"
      variant={here ? 'primary' : 'secondary'}
      aria-label={here ? words.examineFor(row.name) : words.checkInFor(row.name)}
      onClick={here ? props.onExamine : props.onCheckIn}
    >
      {here ? words.examine : words.checkIn}
    </Button>
  );
}
