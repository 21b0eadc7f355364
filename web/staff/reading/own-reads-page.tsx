import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { OutputOf } from '#contracts/endpoint';
import { ownReads } from '#contracts/reading';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useToast } from '../components/toast.tsx';
import { type TextTools, useText } from '../text.tsx';
import { ChangeRead } from './change-read.tsx';
import './reading.css';

type Row = OutputOf<typeof ownReads>['reads'][number];
const keyOf = (row: Row) => `${row.caseId} ${row.step}`;

export default function OwnReadsPage() {
  const tools = useText();
  const { text } = tools;
  const list = useLoad(ownReads, {});
  const toast = useToast();
  const [changing, setChanging] = useState<Row>();
  const done: Parameters<typeof ChangeRead>[0]['onDone'] = (changed) => {
    if (changed) toast({ text: text.reading.changed(changed.opinion.right, changed.opinion.left) });
    setChanging(undefined);
  };
  return (
    <>
      <PageHeading title={text.reading.ownTitle} lead={text.reading.ownLead} />
      {changing ? <ChangeRead key={keyOf(changing)} read={changing} onDone={done} /> : null}
      <Loaded query={list}>
        {({ reads }) => (
          <DataTable
            caption={text.reading.ownReads}
            columns={columnsOf(tools, setChanging)}
            rows={reads}
            rowKey={keyOf}
            empty={text.reading.ownNone}
            csv="own-reads"
          />
        )}
      </Loaded>
    </>
  );
}

function columnsOf({ text, formatDate }: TextTools, onChange: (row: Row) => void): readonly Column<Row>[] {
  const { reading, common } = text;
  return [
    { key: 'day', header: reading.day, cell: (r) => formatDate(r.day, 'numeric'), value: (r) => r.at },
    {
      key: 'examined',
      header: reading.examinedOn,
      cell: (r) => formatDate(r.examinedOn, 'numeric'),
      value: (r) => r.examinedOn,
      rowHeader: true,
    },
    { key: 'age', header: reading.age, cell: (r) => r.age, value: (r) => r.age, align: 'end' },
    { key: 'right', header: reading.right, cell: (r) => r.right, value: (r) => r.right, align: 'end' },
    { key: 'left', header: reading.left, cell: (r) => r.left, value: (r) => r.left, align: 'end' },
    {
      key: 'outcome',
      header: reading.outcome,
      cell: (r) => (r.outcome ? reading.outcomes[r.outcome] : reading.notClosed),
      value: (r) => (r.outcome ? reading.outcomes[r.outcome] : null),
    },
    {
      key: 'change',
      header: common.status,
      cell: (r) =>
        r.changeableUntil ? (
          <Button variant="secondary" data-size="sm" onClick={() => onChange(r)}>
            {reading.change}
            <span className="visually-hidden"> {formatDate(r.examinedOn)}</span>
          </Button>
        ) : (
          <StatusTag>{reading.final}</StatusTag>
        ),
    },
  ];
}
