import { Button, Field, Label, Select } from '@digdir/designsystemet-react';
import { useNavigate } from '@tanstack/react-router';
import { assessmentDay, assessmentNotAttended } from '#contracts/assessment';
import type { OutputOf } from '#contracts/endpoint';
import { useAddress } from '../address.ts';
import { useLoad, useSend } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { focusRow, ROW_ACTION } from '../components/row-focus.ts';
import { useShortcuts } from '../components/shortcuts.tsx';
import { StatusTag, type Tone } from '../components/status-tag.tsx';
import { useToast } from '../components/toast.tsx';
import { DayField } from '../examination/day-field.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { assessmentDaySearch } from './search.ts';

type Data = OutputOf<typeof assessmentDay>;
type Row = Data['rows'][number];

/** The women of a centre's assessment day, by time; Enter opens the worksheet. */
export default function AssessmentDayPage() {
  const { text, formatDate } = useText();
  const [filter, setFilter] = useAddress(assessmentDaySearch);
  const list = useLoad(assessmentDay, { centreId: filter.centre, day: filter.day }, { keep: true });
  return (
    <Loaded query={list}>
      {(data) => (
        <>
          <PageHeading title={text.assessment.dayOf(data.centreName)} lead={formatDate(data.day, 'weekday')} />
          <div className="filters no-print">
            {data.centres.length > 1 ? (
              <Field>
                <Label>{text.common.centre}</Label>
                <Select value={data.centreId} onChange={(event) => setFilter({ centre: event.currentTarget.value })}>
                  {data.centres.map((centre) => (
                    <option key={centre.centreId} value={centre.centreId}>
                      {centre.name}
                    </option>
                  ))}
                </Select>
              </Field>
            ) : null}
            <DayField day={data.day} today={data.today} onChange={(day) => setFilter({ day })} />
          </div>
          <DayList data={data} />
        </>
      )}
    </Loaded>
  );
}

const tones: Partial<Readonly<Record<Row['status'], Tone>>> = { attended: 'success', 'did-not-attend': 'warning' };

function DayList({ data }: { readonly data: Data }) {
  const { text, formatDate, formatTime } = useText();
  const words = text.assessment;
  const missed = useSend(assessmentNotAttended);
  const toast = useToast();
  const navigate = useNavigate();
  const looksOnly = useActor().role === 'office';
  useShortcuts([
    { key: 'ArrowDown', label: text.examination.nextRow, run: () => focusRow(1) },
    { key: 'ArrowUp', label: text.examination.previousRow, run: () => focusRow(-1) },
  ]);
  const notAttended = ({ personId, appointmentId, version, name }: Row) =>
    missed.mutate(
      { personId, appointmentId, version },
      { onSuccess: () => toast({ text: words.notAttendedSaved(name) }) },
    );
  const columns: readonly Column<Row>[] = [
    { key: 'at', header: text.common.time, cell: (row) => formatTime(row.at), value: (row) => row.at },
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
      cell: (row) => <StatusTag tone={tones[row.status] ?? 'neutral'}>{words.status[row.status]}</StatusTag>,
      value: (row) => words.status[row.status],
    },
    {
      key: 'result',
      header: words.result,
      cell: (row) => (row.result ? words.results[row.result] : ''),
      value: (row) => (row.result ? words.results[row.result] : ''),
    },
    ...(looksOnly
      ? []
      : [
          {
            key: 'action',
            header: text.examination.action,
            cell: (row: Row) => (
              <span className="page-actions no-print">
                <Button
                  className={ROW_ACTION}
                  data-size="sm"
                  variant={row.status === 'booked' ? 'primary' : 'secondary'}
                  aria-label={words.worksheetFor(row.name)}
                  onClick={() => void navigate({ to: `/assessment/${row.personId}/${row.episodeId}` })}
                >
                  {words.openWorksheet}
                </Button>
                {row.status === 'booked' && data.day <= data.today ? (
                  <Button
                    data-size="sm"
                    variant="tertiary"
                    aria-label={words.didNotAttendFor(row.name)}
                    disabled={missed.isPending}
                    onClick={() => notAttended(row)}
                  >
                    {words.didNotAttend}
                  </Button>
                ) : null}
              </span>
            ),
          },
        ]),
  ];
  return (
    <>
      <ErrorBox error={missed.error} />
      <DataTable
        caption={words.listCaption}
        columns={columns}
        rows={data.rows}
        rowKey={(row) => row.appointmentId}
        empty={words.emptyDay}
        csv="etterundersokelser"
        note={`${data.centreName}, ${formatDate(data.day, 'weekday')}`}
        print
      />
    </>
  );
}
