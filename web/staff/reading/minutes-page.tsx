import { Button } from '@digdir/designsystemet-react';
import { meetingMinutes } from '#contracts/consensus-meeting';
import type { OutputOf } from '#contracts/endpoint';
import { takeBackConsensus } from '#contracts/reading';
import { usePathParam } from '../address.ts';
import { useLoad, useSend } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useToast } from '../components/toast.tsx';
import { type TextTools, useText } from '../text.tsx';
import './reading.css';

type Minutes = OutputOf<typeof meetingMinutes>;
type Case = Minutes['cases'][number];
type Reading = TextTools['text']['reading'];

/** The minutes of one meeting, made to be printed. */
export default function MinutesPage() {
  const minutes = useLoad(meetingMinutes, { meetingId: usePathParam('meetingId') });
  return <Loaded query={minutes}>{(data) => <Sheet minutes={data} />}</Loaded>;
}

function Sheet({ minutes }: { readonly minutes: Minutes }) {
  const tools = useText();
  const { text, formatDate, formatTime } = tools;
  const words = text.reading.meeting;
  const present = minutes.presence.map((one) =>
    words.wasPresent(one.name, formatTime(one.fromAt), one.untilAt ? formatTime(one.untilAt) : null),
  );
  const toast = useToast();
  const takeBack = useSend(takeBackConsensus);
  const onTakeBack: Parameters<typeof columnsOf>[1] = (decided) =>
    takeBack.mutate(decided, { onSuccess: () => toast({ text: text.reading.decisionTakenBack }) });
  const recalled = minutes.cases.filter((one) => one.decision === 'recall').length;
  return (
    <>
      <PageHeading title={words.minutesOf(formatDate(minutes.day))} lead={minutes.centre}>
        <Button variant="secondary" onClick={() => window.print()}>
          {text.shell.print}
        </Button>
      </PageHeading>
      <dl className="facts">
        <div>
          <dt>{words.presidedBy}</dt>
          <dd>{minutes.presidedBy.name}</dd>
        </div>
        <div>
          <dt>{words.present}</dt>
          <dd>{present.join('; ')}</dd>
        </div>
        <div>
          <dt>{words.cases}</dt>
          <dd>{words.casesOf(minutes.cases.length, recalled)}</dd>
        </div>
      </dl>
      <ErrorBox error={takeBack.error} />
      <DataTable
        caption={words.decided}
        columns={columnsOf(tools, onTakeBack)}
        rows={minutes.cases}
        rowKey={(row) => row.caseId}
        empty={words.noCases}
      />
    </>
  );
}

function columnsOf(
  { text, formatDate, formatTime }: TextTools,
  onTakeBack: (decided: Pick<Case, 'personId' | 'caseId' | 'step'>) => void,
): readonly Column<Case>[] {
  const { reading } = text;
  return [
    {
      key: 'at',
      header: reading.meeting.at,
      cell: (r) => formatTime(r.at),
      value: (r) => r.at,
      rowHeader: true,
    },
    // The case's number, as the work lists and the audit have it; the minutes name no woman.
    { key: 'case', header: reading.meeting.caseNumber, cell: (r) => r.caseId.slice(0, 8) },
    { key: 'examined', header: reading.examinedOn, cell: (r) => formatDate(r.examinedOn, 'numeric') },
    { key: 'age', header: reading.age, cell: (r) => r.age, align: 'end' },
    {
      key: 'decision',
      header: reading.decision,
      value: (r) => decisionOf(r, reading),
      cell: ({ personId, caseId, step, ...r }) => (
        <>
          {decisionOf(r, reading)}
          {r.mayTakeBack ? (
            <Button
              className="no-print"
              variant="tertiary"
              data-size="sm"
              onClick={() => onTakeBack({ personId, caseId, step })}
            >
              {reading.takeDecisionBack}
              <span className="visually-hidden"> {formatTime(r.at)}</span>
            </Button>
          ) : null}
        </>
      ),
    },
    {
      key: 'why',
      header: reading.reason,
      cell: (r) =>
        [
          ...r.reasons.map((one) =>
            [
              `${reading.breast[one.breast]}: ${reading.consensusReasons[one.reason] ?? one.reason}`,
              ...(one.note ? [one.note] : []),
            ].join('. '),
          ),
          ...(r.note ? [r.note] : []),
        ].join('; '),
    },
    { key: 'members', header: reading.meeting.members, cell: (r) => r.members.join(', ') },
  ];
}

function decisionOf({ decision, breasts }: Pick<Case, 'decision' | 'breasts'>, { meeting, breast }: Reading): string {
  if (decision === 'dismiss') return meeting.dismissedNow;
  return `${meeting.recalledNow}: ${breasts.map((side) => breast[side].toLowerCase()).join(', ')}`;
}
