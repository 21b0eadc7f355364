import { Button } from '@digdir/designsystemet-react';
import { z } from 'zod';
import type { OutputOf } from '#contracts/endpoint';
import { consensusQueue } from '#contracts/reading';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useShortcuts } from '../components/shortcuts.tsx';
import { type TextTools, useText } from '../text.tsx';
import { ConsensusCase } from './consensus-case.tsx';
import './reading.css';

type Row = OutputOf<typeof consensusQueue>['cases'][number];
const address = z.object({ person: z.string().optional(), case: z.string().optional() });

export default function ConsensusPage() {
  const tools = useText();
  const { text } = tools;
  const [chosen, setChosen] = useAddress(address);
  const list = useLoad(consensusQueue, {});
  const open = (row: Row | undefined) => setChosen({ person: row?.personId, case: row?.caseId });
  const next = list.data?.cases.find((c) => (!c.heldBy || c.mine) && c.caseId !== chosen.case);
  useShortcuts(
    next
      ? [{ key: 'o', label: chosen.case ? text.reading.nextCase : text.reading.openCase, run: () => open(next) }]
      : [],
  );
  if (chosen.person && chosen.case) {
    return (
      <div className="reading-room" data-color-scheme="dark">
        <PageHeading title={text.reading.consensusTitle}>
          <Button variant="tertiary" onClick={() => open(undefined)}>
            {text.reading.backToList}
          </Button>
        </PageHeading>
        <ConsensusCase
          key={chosen.case}
          personId={chosen.person}
          caseId={chosen.case}
          onDone={() => open(list.data?.cases.find((c) => c.caseId !== chosen.case && (!c.heldBy || c.mine)))}
        />
      </div>
    );
  }
  return (
    <>
      <PageHeading title={text.reading.consensusTitle} lead={text.reading.consensusLead} />
      <Loaded query={list}>
        {({ cases }) => (
          <DataTable
            caption={text.reading.consensusCases}
            columns={columnsOf(tools, open)}
            rows={cases}
            rowKey={(row) => row.caseId}
            empty={text.reading.consensusNone}
          />
        )}
      </Loaded>
    </>
  );
}

function columnsOf({ text, formatDate }: TextTools, onOpen: (row: Row) => void): readonly Column<Row>[] {
  const { reading } = text;
  return [
    {
      key: 'examined',
      header: reading.examinedOn,
      cell: (r) => formatDate(r.examinedOn, 'numeric'),
      value: (r) => r.examinedOn,
      rowHeader: true,
    },
    {
      key: 'opened',
      header: reading.waitingSince,
      cell: (r) => formatDate(r.openedOn, 'numeric'),
      value: (r) => r.openedOn,
    },
    { key: 'age', header: reading.age, cell: (r) => r.age, value: (r) => r.age, align: 'end' },
    {
      key: 'held',
      header: reading.heldBy,
      cell: (r) => (r.mine ? reading.heldByYou : (r.heldBy ?? '')),
      value: (r) => r.heldBy,
    },
    {
      key: 'open',
      header: text.common.open,
      cell: (r) => (
        <Button variant="secondary" data-size="sm" onClick={() => onOpen(r)}>
          {reading.openCase}
          <span className="visually-hidden"> {formatDate(r.examinedOn)}</span>
        </Button>
      ),
    },
  ];
}
