import { Button, Card, Field, Heading, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { attachMinutes, cancelMeeting, putBack, replyToMeeting, type Portal } from '#contracts/portal';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useToast } from '../components/toast.tsx';
import { useUndo } from '../components/use-undo.ts';
import { useSession } from '../session.tsx';
import { useText } from '../text.tsx';
import { DownloadDocument } from './download-document.tsx';

type Meeting = Portal['meetings'][number];

/** Meetings to come and those just held, in the order of their days. */
export function Meetings(props: {
  readonly meetings: readonly Meeting[];
  readonly documents: Portal['documents'];
  readonly isOffice: boolean;
}) {
  const { text } = useText();
  const words = text.portal;
  const minutes = props.documents.filter((one) => one.kind === 'minutes');
  return (
    <div className="stack">
      <Heading level={2} data-size="xs">
        {words.meetings}
      </Heading>
      {props.meetings.length === 0 ? <Paragraph>{words.noMeetings}</Paragraph> : null}
      {props.meetings.map((meeting) => (
        <MeetingCard key={meeting.meetingId} meeting={meeting} minutes={minutes} isOffice={props.isOffice} />
      ))}
    </div>
  );
}

function MeetingCard(props: {
  readonly meeting: Meeting;
  readonly minutes: Portal['documents'];
  readonly isOffice: boolean;
}) {
  const { text, formatDate, formatNumber, formatTime } = useText();
  const words = text.portal;
  const { meeting, isOffice } = props;
  const { today } = useSession();
  const open = !meeting.cancelled && meeting.day >= today;
  return (
    <Card asChild>
      <article className="stack">
        <Heading level={3} data-size="2xs">
          {meeting.title} {meeting.cancelled ? <StatusTag tone="danger">{words.cancelled}</StatusTag> : null}
        </Heading>
        <Paragraph>
          {formatDate(meeting.day, 'weekday')} {formatTime(meeting.startsAt)}–{formatTime(meeting.endsAt)},{' '}
          {meeting.place}
        </Paragraph>
        {meeting.agenda ? <Paragraph className="written-text">{meeting.agenda}</Paragraph> : null}
        {meeting.minutes ? (
          <DownloadDocument documentId={meeting.minutes.documentId} label={words.minutes} about={meeting.title} />
        ) : null}
        {open && !isOffice ? <Reply meeting={meeting} /> : null}
        {open ? (
          <Paragraph data-size="sm" className="quiet">
            {words.howManyCome(formatNumber(meeting.coming))}
          </Paragraph>
        ) : null}
        {isOffice ? <Manage meeting={meeting} minutes={props.minutes} open={open} /> : null}
      </article>
    </Card>
  );
}

function Reply({ meeting }: { readonly meeting: Meeting }) {
  const { text } = useText();
  const words = text.portal;
  const send = useSend(replyToMeeting);
  const reply = (coming: boolean) => send.mutate({ meetingId: meeting.meetingId, coming });
  return (
    <>
      <ErrorBox error={send.error} />
      <fieldset className="reply no-print">
        <legend className="visually-hidden">{meeting.title}</legend>
        <Button
          className="no-print"
          data-size="sm"
          variant={meeting.reply === 'coming' ? 'primary' : 'secondary'}
          aria-pressed={meeting.reply === 'coming'}
          onClick={() => reply(true)}
        >
          {meeting.reply === 'coming' ? words.youCome : words.coming}
        </Button>
        <Button
          className="no-print"
          data-size="sm"
          variant={meeting.reply === 'not-coming' ? 'primary' : 'secondary'}
          aria-pressed={meeting.reply === 'not-coming'}
          onClick={() => reply(false)}
        >
          {meeting.reply === 'not-coming' ? words.youDoNotCome : words.notComing}
        </Button>
      </fieldset>
    </>
  );
}

function Manage(props: { readonly meeting: Meeting; readonly minutes: Portal['documents']; readonly open: boolean }) {
  const { text } = useText();
  const words = text.portal;
  const cancel = useSend(cancelMeeting);
  const attach = useSend(attachMinutes);
  const toast = useToast();
  const { meetingId, title, cancelled, minutes } = props.meeting;
  const undo = useUndo(putBack, () => words.meetingHeld);
  const told = () => toast({ text: words.meetingCancelled, undo: () => undo({ kind: 'meeting', id: meetingId }) });
  const cancelIt = () => cancel.mutate({ meetingId }, { onSuccess: told });
  return (
    <>
      <ErrorBox error={cancel.error ?? attach.error} />
      {props.open ? (
        <div>
          <Button className="no-print" variant="tertiary" data-size="sm" disabled={cancel.isPending} onClick={cancelIt}>
            {words.cancelMeeting}
            <span className="visually-hidden">: {title}</span>
          </Button>
        </div>
      ) : null}
      {!props.open && !cancelled && !minutes && props.minutes.length > 0 ? (
        <Field data-size="sm">
          <Label>{words.minutes}</Label>
          <Select value="" onChange={(event) => attach.mutate({ meetingId, documentId: event.currentTarget.value })}>
            <option value="" disabled>
              –
            </option>
            {props.minutes.map((one) => (
              <option key={one.documentId} value={one.documentId}>
                {one.title}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
    </>
  );
}
