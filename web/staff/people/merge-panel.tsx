import { Alert, Button, Card, Fieldset, Heading, List, Paragraph, Radio, Table } from '@digdir/designsystemet-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { OutputOf } from '#contracts/endpoint';
import { callRecordsDifferent, compareRecords, mergeRecords, undoRecordsDifferent } from '#contracts/people';
import { useLoad, useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageLink } from '../components/page-link.tsx';
import { type Toast, useToast } from '../components/toast.tsx';
import { useUndo } from '../components/use-undo.ts';
import { useText } from '../text.tsx';

type Compared = OutputOf<typeof compareRecords>;
type Entry = Compared['records'][number];
type Pair = { readonly personId: string; readonly otherId: string; readonly onClose: () => void };

/** Two records side by side, and the decision: one woman, or two. */
export function MergePanel({ personId, otherId, onClose }: Pair) {
  const { text } = useText();
  const compared = useLoad(compareRecords, { personId, otherId });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card className="stack merge-panel">
      <Heading level={2} data-size="xs" ref={heading} tabIndex={-1}>
        {text.people.duplicates.compareTitle}
      </Heading>
      <Loaded query={compared}>{(data) => <Decision compared={data} onClose={onClose} />}</Loaded>
    </Card>
  );
}

function Decision({ compared, onClose }: { readonly compared: Compared; readonly onClose: () => void }) {
  const { text } = useText();
  const words = text.people.duplicates;
  const { records, view } = compared;
  const [survivorId, setSurvivor] = useState(view.survivor);
  const [certain, setCertain] = useState(false);
  const merge = useSend(mergeRecords);
  const different = useSend(callRecordsDifferent);
  const toast = useToast();
  const [one, other] = records;
  const [stays, goes] = survivorId === other.personId ? [other, one] : [one, other];
  const busy = merge.isPending || different.isPending;
  const undo = useUndo(undoRecordsDifferent, () => words.undone);
  const pair = { personId: one.personId, otherId: other.personId };
  const done = (said: Toast) => {
    toast(said);
    onClose();
  };
  return (
    <>
      <SideBySide compared={compared} />
      {view.obstacles.length > 0 ? (
        <Alert data-color="warning">
          <Paragraph>{words.first}</Paragraph>
          <List.Unordered>
            {view.obstacles.map((obstacle) => (
              <List.Item key={obstacle}>{text.people.refusals[obstacle]}</List.Item>
            ))}
          </List.Unordered>
        </Alert>
      ) : (
        <>
          <Fieldset data-size="sm">
            <Fieldset.Legend>{words.stands}</Fieldset.Legend>
            {records.map((record) => (
              <Radio
                key={record.personId}
                name="survivor"
                value={record.personId}
                label={`${record.identityNumber}${record.personId === view.survivor ? ` (${words.proposed})` : ''}`}
                checked={survivorId === record.personId}
                onChange={() => setSurvivor(record.personId)}
              />
            ))}
          </Fieldset>
          {certain ? <Summary stays={stays} goes={goes} /> : null}
        </>
      )}
      <ErrorBox error={merge.error ?? different.error} />
      <div className="filters no-print">
        {view.obstacles.length > 0 ? null : certain ? (
          <Button
            data-color="danger"
            disabled={busy}
            onClick={() =>
              merge.mutate({ survivorId, mergedId: goes.personId }, { onSuccess: () => done({ text: words.merged }) })
            }
          >
            {words.mergeNow}
          </Button>
        ) : (
          <Button onClick={() => setCertain(true)}>{words.merge}</Button>
        )}
        <Button
          variant="secondary"
          disabled={busy}
          onClick={() =>
            different.mutate(pair, {
              onSuccess: () => done({ text: words.calledDifferent, undo: () => undo(pair) }),
            })
          }
        >
          {words.different}
        </Button>
        <Button variant="tertiary" onClick={certain ? () => setCertain(false) : onClose}>
          {text.common.cancel}
        </Button>
      </div>
    </>
  );
}

function Summary({ stays, goes }: { readonly stays: Entry; readonly goes: Entry }) {
  const { text } = useText();
  const words = text.people.duplicates;
  return (
    <Alert data-color="danger">
      <Paragraph>{words.summary(goes.rounds, goes.identityNumber, stays.identityNumber)}</Paragraph>
      <Paragraph>{words.noUndo}</Paragraph>
    </Alert>
  );
}

function SideBySide({ compared: { records, view } }: { readonly compared: Compared }) {
  const { text, formatDate } = useText();
  const words = text.people.duplicates;
  const differs = (field: string) => (view.differences as readonly string[]).includes(field);
  const day = (value: string | null) => (value ? formatDate(value) : '–');
  const lines: readonly [field: string, label: string, cell: (record: Entry) => ReactNode][] = [
    ['identityNumber', words.number, (r) => <PageLink to={`/people/${r.personId}`}>{r.identityNumber}</PageLink>],
    ['name', text.common.name, (r) => r.name],
    ['birthDate', text.common.born, (r) => formatDate(r.birthDate)],
    ['sex', words.sex, (r) => words.sexes[r.sex]],
    ['address', text.people.address, (r) => r.address],
    ['municipality', text.people.municipality, (r) => r.municipality],
    [
      'status',
      text.common.status,
      (r) => `${text.people.personStatus[r.status]} ${text.people.statusSince(formatDate(r.statusOn))}`,
    ],
    ['rounds', words.rounds, (r) => r.rounds],
    ['openRound', words.openRound, (r) => (r.openRound ? text.common.yes : text.common.no)],
    ['timeToCome', words.timeToCome, (r) => (r.timeToCome ? text.common.yes : text.common.no)],
    ['lastScreenedOn', words.lastScreened, (r) => day(r.lastScreenedOn)],
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={words.compareTitle}>
      <Table data-size="sm">
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{words.what}</Table.HeaderCell>
            <Table.HeaderCell>{words.one}</Table.HeaderCell>
            <Table.HeaderCell>{words.other}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {lines.map(([field, label, cell]) => (
            <Table.Row key={field} data-tone={differs(field) ? 'warning' : undefined}>
              <Table.HeaderCell scope="row">
                {label}
                {differs(field) ? ` (${words.differs})` : ''}
              </Table.HeaderCell>
              {records.map((record, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the two may be one record
                <Table.Cell key={i}>{cell(record)}</Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </section>
  );
}
