import { Button } from '@digdir/designsystemet-react';
import { changePresence, closeMeeting } from '#contracts/consensus-meeting';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import type { Current } from './start-meeting.tsx';

export type Meeting = NonNullable<Current['meeting']>;

/** Who of those named is present now, in the order they came. */
export const presentIn = ({ presence }: Meeting) => presence.filter((one) => one.untilAt === null);

/** The meeting that goes on: who is present, who comes and leaves, its minutes and its end. */
export function MeetingBar({ current, meeting }: { readonly current: Current; readonly meeting: Meeting }) {
  const { text } = useText();
  const words = text.reading.meeting;
  const { userId } = useActor();
  const change = useSend(changePresence);
  const end = useSend(closeMeeting);
  const { meetingId, presidedBy } = meeting;
  const present = presentIn(meeting);
  const free = current.radiologists.filter((one) => !one.busy && !present.some((p) => p.id === one.id));
  return (
    <section className="meeting-bar no-print" aria-label={words.present}>
      <ul>
        {present.map((one) => (
          <li key={one.id}>
            {one.id === presidedBy.id ? words.presides(one.name) : one.name}
            {one.id === userId ? null : (
              <Button
                variant="tertiary"
                data-size="sm"
                onClick={() => change.mutate({ meetingId, userId: one.id, present: false })}
              >
                {words.leaves}
                <span className="visually-hidden"> {one.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {present.length < current.max && free.length > 0 ? (
        <label className="joins">
          <span>{words.joins}</span>
          <select
            value=""
            onChange={(event) => change.mutate({ meetingId, userId: event.currentTarget.value, present: true })}
          >
            <option value="">{words.chooseWho}</option>
            {free.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <PageLink to={`/consensus/meetings/${meetingId}`}>{words.minutes}</PageLink>
      <Button variant="secondary" data-size="sm" onClick={() => end.mutate({ meetingId })}>
        {words.end}
      </Button>
      <ErrorBox error={change.error ?? end.error} />
    </section>
  );
}
