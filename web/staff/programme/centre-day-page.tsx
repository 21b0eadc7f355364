import { Button, Field, Heading, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { z } from 'zod';
import { centreDay } from '#contracts/centre-day';
import type { OutputOf } from '#contracts/endpoint';
import { finishNote } from '#contracts/notes';
import { dayText } from '#core/registry/delivery';
import { useAddress } from '../address.ts';
import { useLoad, useSend } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Phone } from '../components/phone.tsx';
import { PageLink } from '../components/page-link.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { DayField } from '../examination/day-field.tsx';
import { useNeedWords } from '../invitation/need-words.ts';
import { useText } from '../text.tsx';
import './programme.css';
import { RecentWomen } from './recent-women.tsx';

export const centreDaySearch = z.object({
  centre: z.string().optional(),
  day: dayText.optional(),
  unit: z.string().optional(),
});

type Data = OutputOf<typeof centreDay>;
type Row = Data['rows'][number];

/** The coordinator's first page: who has been looked at, what must be followed up, what waits how long, and the day's list. */
export default function CentreDayPage() {
  const { text, formatDate } = useText();
  const words = text.office.today;
  const [filter, setFilter] = useAddress(centreDaySearch);
  const query = useLoad(centreDay, { centreId: filter.centre, day: filter.day }, { keep: true, every: 60_000 });
  return (
    <Loaded query={query}>
      {(data) => (
        <>
          <PageHeading title={words.titleOf(data.centreName)} lead={formatDate(data.day, 'weekday')} />
          <div className="columns section">
            <section className="no-print">
              <Heading level={2} data-size="xs">
                {words.calls}
              </Heading>
              <Paragraph data-size="sm">{words.callsLead}</Paragraph>
              <RecentWomen />
            </section>
            <FollowUp data={data} />
          </div>
          <Waits data={data} />
          <section>
            <div className="filters no-print">
              {data.centres.length > 1 ? (
                <Field data-size="sm">
                  <Label>{text.common.centre}</Label>
                  <Select
                    value={data.centreId}
                    onChange={({ currentTarget: { value } }) => setFilter({ centre: value, unit: undefined })}
                  >
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
            <Clinic data={data} />
          </section>
        </>
      )}
    </Loaded>
  );
}

function FollowUp({ data }: { readonly data: Data }) {
  const { text, formatDate } = useText();
  const words = text.office.today;
  const finish = useSend(finishNote);
  return (
    <section aria-labelledby="follow-up">
      <Heading level={2} data-size="xs" id="follow-up">
        {words.followUp}
      </Heading>
      <ErrorBox error={finish.error} />
      {data.handovers.length === 0 && data.unmet.length === 0 ? <Paragraph>{words.noFollowUp}</Paragraph> : null}
      <ul className="waits-list">
        {data.unmet.map((one) => (
          <li key={one.personId}>
            <PageLink to={`/appointments/${one.personId}`}>{one.name}</PageLink>
            <span>
              {`${formatDate(one.day, 'short')}, ${one.unitName}: ${text.office.needs.unmetTitle.toLowerCase()}`}
            </span>
          </li>
        ))}
        {data.handovers.map((note) => (
          <li key={note.noteId}>
            <PageLink to={`/appointments/${note.personId}`}>{note.name}</PageLink>
            <span>{note.words}</span>
            <span className="table-note">{text.office.notes.by(note.by, formatDate(note.writtenOn, 'short'))}</span>
            <Button
              className="no-print"
              data-size="sm"
              variant="tertiary"
              disabled={finish.isPending}
              aria-label={text.office.notes.doneFor(note.words)}
              onClick={() => finish.mutate({ personId: note.personId, noteId: note.noteId })}
            >
              {text.office.notes.done}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waits({ data }: { readonly data: Data }) {
  const { text, formatNumber } = useText();
  const words = text.office.today;
  const centre = { centre: data.centreId };
  const note = (one: Data['waits']['recalls'], oldest: (days: string) => string) =>
    one.oldestDays === null
      ? words.nothing
      : one.late > 0
        ? `${words.late(formatNumber(one.late))}, ${oldest(formatNumber(one.oldestDays))}`
        : oldest(formatNumber(one.oldestDays));
  const tone = (one: Data['waits']['recalls']) => (one.late > 0 ? ('warning' as const) : ('neutral' as const));
  const { recalls, outstanding, withoutTime } = data.waits;
  const inDays = (days: string) => words.oldest(text.common.days(Number(days.replaceAll(/\D/g, ''))));
  return (
    <section aria-labelledby="waits">
      <Heading level={2} data-size="xs" id="waits">
        {words.waits}
      </Heading>
      <Stats label={words.waits}>
        <Stat
          label={words.recalls}
          to="/recalls"
          search={centre}
          value={formatNumber(recalls.count)}
          note={note(recalls, words.oldestWorking)}
          tone={tone(recalls)}
        />
        <Stat
          label={words.outstanding}
          to="/results-outstanding"
          search={centre}
          value={formatNumber(outstanding.count)}
          note={note(outstanding, words.oldestWorking)}
          tone={tone(outstanding)}
        />
        <Stat
          label={words.assessments}
          to="/assessment-day"
          search={{ ...centre, day: data.day }}
          value={formatNumber(data.assessmentsToday)}
        />
        <Stat
          label={words.withoutTime}
          to="/fallen-out"
          search={{ show: 'without-time' }}
          value={formatNumber(withoutTime.count)}
          note={note(withoutTime, inDays)}
          tone={tone(withoutTime)}
        />
      </Stats>
    </section>
  );
}

const done: readonly Row['status'][] = ['checked-in', 'screened', 'partially-screened', 'attended-not-screened'];

function Clinic({ data }: { readonly data: Data }) {
  const { text, formatDate, formatNumber, formatTime } = useText();
  const words = text.office.today;
  const needsOf = useNeedWords();
  const come = data.rows.filter((row) => done.includes(row.status)).length;
  const columns: readonly Column<Row>[] = [
    {
      key: 'at',
      header: text.common.time,
      cell: (row) => formatTime(row.at),
      value: (row) => row.at,
    },
    { key: 'unit', header: text.common.unit, cell: (row) => row.unitName, value: (row) => row.unitName },
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
      key: 'phone',
      header: text.office.rebooking.phone,
      cell: (row) => (row.phone ? <Phone number={row.phone} /> : ''),
      value: (row) => row.phone,
    },
    {
      key: 'needs',
      header: words.needs,
      cell: (row) => needsOf(row.needs, row.longer),
      value: (row) => needsOf(row.needs, row.longer),
    },
    {
      key: 'status',
      header: text.common.status,
      cell: (row) => (
        <StatusTag tone={row.status === 'checked-in' ? 'info' : done.includes(row.status) ? 'success' : 'neutral'}>
          {text.common.appointmentStatus[row.status]}
        </StatusTag>
      ),
      value: (row) => text.common.appointmentStatus[row.status],
    },
    {
      key: 'appointments',
      header: words.appointment,
      cell: (row) => (
        <span className="no-print">
          <PageLink to={`/appointments/${row.personId}`}>
            {text.common.open}
            <span className="visually-hidden"> {words.openAppointments(row.name)}</span>
          </PageLink>
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={words.clinic}
      note={`${words.expected(formatNumber(data.rows.length))}, ${words.come(formatNumber(come))}`}
      columns={columns}
      rows={data.rows}
      rowKey={(row) => row.appointmentId}
      rowTone={(row) => (row.unmet.length > 0 ? 'warning' : undefined)}
      empty={words.noClinic}
      filter
      print
    />
  );
}
