import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { z } from 'zod';
import { currentMeeting } from '#contracts/consensus-meeting';
import type { OutputOf } from '#contracts/endpoint';
import { consensusQueue } from '#contracts/reading';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useShortcuts } from '../components/shortcuts.tsx';
import { type TextTools, useText } from '../text.tsx';
import { ConsensusCase } from './consensus-case.tsx';
import type { Decided } from './consensus-form.tsx';
import { DecidedBanner } from './decided-banner.tsx';
import { MeetingBar } from './meeting-bar.tsx';
import { type Current, StartMeeting } from './start-meeting.tsx';
import './reading.css';

type Row = OutputOf<typeof consensusQueue>['cases'][number];
const address = z.object({ person: z.string().optional(), case: z.string().optional() });
const AGAIN_MS = 15_000;

/** The meeting of consensus: who sits together is chosen once, then case by case with the keys. */
export default function ConsensusPage() {
  const meeting = useLoad(currentMeeting, {}, { every: AGAIN_MS, keep: true });
  return <Loaded query={meeting}>{(current) => <Consensus current={current} />}</Loaded>;
}

function Consensus({ current }: { readonly current: Current }) {
  const tools = useText();
  const { text } = tools;
  const { meeting } = current;
  const [chosen, setChosen] = useAddress(address);
  const list = useLoad(consensusQueue, {}, { every: AGAIN_MS, keep: true });
  const [last, setLast] = useState<Decided>();
  const [again, setAgain] = useState<Decided>();
  const open = (row: Pick<Row, 'personId' | 'caseId'> | undefined) =>
    setChosen({ person: row?.personId, case: row?.caseId });
  const takenBack = () => {
    setAgain(last);
    setLast(undefined);
    open(last?.shown);
  };
  const banner = last ? <DecidedBanner key={last.shown.caseId} last={last} onBack={takenBack} /> : null;
  const next = list.data?.cases.find((c) => (!c.heldBy || c.mine) && c.caseId !== chosen.case);
  const left = list.data?.cases.length ?? 0;
  useShortcuts(
    next && meeting
      ? [{ key: 'o', label: chosen.case ? text.reading.nextCase : text.reading.openCase, run: () => open(next) }]
      : [],
  );
  if (meeting && chosen.person && chosen.case) {
    return (
      <div className="reading-room" data-color-scheme="dark">
        <PageHeading title={text.reading.consensusTitle} lead={text.reading.consensusLeft(left)}>
          {next ? (
            <Button variant="tertiary" onClick={() => open(next)}>
              {text.reading.nextCase} <kbd>O</kbd>
            </Button>
          ) : null}
          <Button variant="tertiary" onClick={() => open(undefined)}>
            {text.reading.backToList}
          </Button>
        </PageHeading>
        <MeetingBar current={current} meeting={meeting} />
        {banner}
        <ConsensusCase
          key={chosen.case}
          personId={chosen.person}
          caseId={chosen.case}
          current={current}
          meeting={meeting}
          before={again?.shown.caseId === chosen.case ? again?.draft : undefined}
          onDone={(decided) => {
            setAgain(undefined);
            setLast(decided);
            open(next);
          }}
        />
      </div>
    );
  }
  return (
    <>
      <PageHeading title={text.reading.consensusTitle} lead={text.reading.consensusLead}>
        <PageLink to="/consensus/meetings">{text.reading.meeting.all}</PageLink>
      </PageHeading>
      {meeting ? <MeetingBar current={current} meeting={meeting} /> : null}
      {banner}
      {!meeting && left > 0 ? <StartMeeting current={current} /> : null}
      <Loaded query={list}>
        {({ cases }) => (
          <DataTable
            caption={text.reading.consensusCases}
            columns={columnsOf(tools, meeting ? open : undefined)}
            rows={cases}
            rowKey={(row) => row.caseId}
            empty={text.reading.consensusNone}
            print
          />
        )}
      </Loaded>
    </>
  );
}

function columnsOf({ text, formatDate }: TextTools, onOpen: ((row: Row) => void) | undefined): readonly Column<Row>[] {
  const { reading } = text;
  const opens: Column<Row> = {
    key: 'open',
    header: text.common.open,
    cell: (r) => (
      <Button className="no-print" variant="secondary" data-size="sm" onClick={() => onOpen?.(r)}>
        {reading.openCase}
        <span className="visually-hidden"> {formatDate(r.examinedOn)}</span>
      </Button>
    ),
  };
  return [
    {
      key: 'examined',
      header: reading.examinedOn,
      cell: (r) => formatDate(r.examinedOn, 'numeric'),
      value: (r) => r.examinedOn,
      rowHeader: true,
    },
    { key: 'case', header: reading.meeting.caseNumber, cell: (r) => r.caseId.slice(0, 8) },
    { key: 'age', header: reading.age, cell: (r) => r.age, value: (r) => r.age, align: 'end' },
    {
      key: 'held',
      header: reading.heldBy,
      cell: (r) => (r.mine ? reading.heldByYou : (r.heldBy ?? '')),
      value: (r) => r.heldBy,
    },
    ...(onOpen ? [opens] : []),
  ];
}
