import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { confirmAppointment, undoCancelling, womanAppointments, type WomanAppointment } from '#contracts/invitation';
import { usePathParam } from '../address.ts';
import { useLoad, useSend } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Phone } from '../components/phone.tsx';
import { PageLink } from '../components/page-link.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useToast } from '../components/toast.tsx';
import { useUndo } from '../components/use-undo.ts';
import { useText } from '../text.tsx';
import { WomanNotes } from '../people/woman-notes.tsx';
import { CancelAppointment } from './cancel-appointment.tsx';
import './invitation.css';
import { MoveAppointment } from './move-appointment.tsx';
import { WomanNeeds } from './woman-needs.tsx';

/** A woman's appointments: the one she has, what can be done with it, and all before it. */
export default function AppointmentsPage() {
  const { text } = useText();
  const personId = usePathParam('personId');
  const query = useLoad(womanAppointments, { personId });
  return (
    <Loaded query={query}>
      {(data) => {
        const current = data.appointments.find((each) => each.appointmentId === data.live);
        return (
          <>
            <PageHeading
              title={text.invitation.appointmentsOf(data.name)}
              lead={
                <>
                  <PageLink to={`/people/${personId}`}>{text.people.timeline}</PageLink> ·{' '}
                  {data.phone ? <Phone number={data.phone} /> : text.people.noPhone} ·{' '}
                  {text.people.languages[data.language as keyof typeof text.people.languages] ?? data.language}
                </>
              }
            />
            <div className="appointments">
              <div>
                {current ? <Current appointment={current} /> : <NoTime appointments={data.appointments} />}
                <section>
                  <AppointmentTable appointments={data.appointments} />
                </section>
              </div>
              <div className="stack">
                <WomanNeeds
                  key={JSON.stringify(data.needs)}
                  personId={personId}
                  needs={data.needs}
                  unmet={data.unmet}
                  hasTime={current !== undefined}
                />
                <WomanNotes personId={personId} />
              </div>
            </div>
          </>
        );
      }}
    </Loaded>
  );
}

/** She has no time; the one that was cancelled can be given back while nothing has followed. */
function NoTime({ appointments }: { readonly appointments: readonly WomanAppointment[] }) {
  const { text, formatDate, formatTime } = useText();
  const words = text.invitation;
  const undo = useUndo(undoCancelling, ({ corrected }) => words.cancellingUndone(corrected));
  const cancelled = appointments.find((each) => each.mayUndoCancelling);
  return (
    <section>
      <Paragraph>{words.noCurrent}</Paragraph>
      {cancelled ? (
        <>
          <Paragraph>
            {words.wasCancelled(
              `${formatDate(cancelled.day, 'weekday')}, ${formatTime(cancelled.at)}, ${cancelled.unitName}`,
            )}
          </Paragraph>
          <Button
            className="no-print"
            data-size="sm"
            variant="secondary"
            onClick={() => {
              const { personId, appointmentId, version } = cancelled;
              undo({ personId, appointmentId, version });
            }}
          >
            {words.undoCancelling}
          </Button>
        </>
      ) : null}
    </section>
  );
}

function Current({ appointment }: { readonly appointment: WomanAppointment }) {
  const { text, formatDate, formatTime } = useText();
  const words = text.invitation;
  const confirm = useSend(confirmAppointment);
  const toast = useToast();
  const { personId, appointmentId, version, status } = appointment;
  const open = status === 'invited' || status === 'confirmed';
  return (
    <section>
      <Heading level={2} data-size="xs">
        {words.current}
      </Heading>
      <Paragraph>
        {`${formatDate(appointment.day, 'weekday')}, ${formatTime(appointment.at)}, ${appointment.unitName} · ${text.common.appointmentKind[appointment.kind]}${appointment.longer ? `, ${text.office.needs.longer.toLowerCase()}` : ''} `}
        <StatusTag tone={status === 'confirmed' ? 'success' : 'info'}>
          {text.common.appointmentStatus[status]}
        </StatusTag>
      </Paragraph>
      <ErrorBox error={confirm.error} />
      {status === 'invited' ? (
        <Button
          data-size="sm"
          disabled={confirm.isPending}
          onClick={() =>
            confirm.mutate({ personId, appointmentId, version }, { onSuccess: () => toast({ text: words.confirmed }) })
          }
        >
          {words.confirm}
        </Button>
      ) : null}
      {open ? (
        <div className="stack no-print appointment-actions">
          <MoveAppointment key={appointmentId} appointment={appointment} />
          <CancelAppointment appointment={appointment} />
        </div>
      ) : null}
    </section>
  );
}

function AppointmentTable({ appointments }: { readonly appointments: readonly WomanAppointment[] }) {
  const { text, formatDate, formatTime } = useText();
  const words = text.invitation;
  const statusOf = (status: string) =>
    (text.common.appointmentStatus as Readonly<Record<string, string>>)[status] ?? status;
  const by = (user: string) => (user === 'system' ? words.system : user);
  const columns: readonly Column<WomanAppointment>[] = [
    {
      key: 'day',
      header: text.common.day,
      cell: (each) => `${formatDate(each.day)} ${formatTime(each.at)}`,
      value: (each) => `${each.day} ${each.at}`,
      rowHeader: true,
    },
    { key: 'unit', header: text.common.unit, cell: (each) => each.unitName, value: (each) => each.unitName },
    { key: 'kind', header: words.kind, cell: (each) => text.common.appointmentKind[each.kind] },
    {
      key: 'status',
      header: text.common.status,
      cell: (each) => statusOf(each.status),
      value: (each) => statusOf(each.status),
    },
    {
      key: 'changes',
      header: words.changes,
      cell: (each) =>
        each.changes
          .map((change) => `${statusOf(change.status)} ${formatDate(change.day, 'short')} (${by(change.by)})`)
          .join(', '),
    },
  ];
  return (
    <DataTable caption={words.history} columns={columns} rows={appointments} rowKey={(each) => each.appointmentId} />
  );
}
