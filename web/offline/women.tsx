import type { OfflineWoman } from '#contracts/examination-entries';
import { Button, Table } from '@digdir/designsystemet-react';
import { ROW_ACTION } from '../staff/components/row-focus.ts';
import { StatusTag } from '../staff/components/status-tag.tsx';
import { DayNotes } from '../staff/examination/day-notes.tsx';
import { useText } from '../staff/text.tsx';
import { type Item, itemOf, type Journal, doneBefore } from './journal.ts';

/** The women of the list, and of what was entered when the list itself is gone. */
export function Women(props: {
  readonly women: readonly OfflineWoman[];
  readonly journal: Journal;
  /** Nobody is said to be entering yet. */
  readonly disabled: boolean;
  readonly onCome: (woman: OfflineWoman) => void;
  readonly onExamine: (woman: OfflineWoman) => void;
  readonly onTakeBack: (appointmentId: string) => void;
}) {
  const { women, journal } = props;
  const { text, formatDate, formatTime } = useText();
  const words = text.examination;
  const withoutList = journal.filter((item) => !women.some((woman) => woman.appointmentId === item.appointmentId));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={words.listCaption}>
      <Table data-size="sm">
        <caption>{words.listCaption}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{words.at}</Table.HeaderCell>
            <Table.HeaderCell>{text.common.name}</Table.HeaderCell>
            <Table.HeaderCell>{text.common.born}</Table.HeaderCell>
            <Table.HeaderCell>{words.notes}</Table.HeaderCell>
            <Table.HeaderCell>{text.common.status}</Table.HeaderCell>
            <Table.HeaderCell>{words.action}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {women.map((woman) => {
            const item = itemOf(journal, woman.appointmentId);
            return (
              <Table.Row key={woman.appointmentId}>
                <Table.Cell>{formatTime(woman.at)}</Table.Cell>
                <th scope="row">{woman.name}</th>
                <Table.Cell>{formatDate(woman.birthDate, 'short')}</Table.Cell>
                <Table.Cell>
                  <DayNotes woman={woman} />
                </Table.Cell>
                <Table.Cell>
                  <Standing woman={woman} item={item} />
                </Table.Cell>
                <Table.Cell>
                  <Actions {...props} woman={woman} item={item} />
                </Table.Cell>
              </Table.Row>
            );
          })}
          {withoutList.map((item) => (
            <Table.Row key={item.appointmentId}>
              <Table.Cell />
              <th scope="row">{item.name}</th>
              <Table.Cell />
              <Table.Cell>{item.refusal ? words.entries.refused(item.refusal) : ''}</Table.Cell>
              <Table.Cell>
                <Standing item={item} />
              </Table.Cell>
              <Table.Cell />
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </section>
  );
}

function Standing({ woman, item }: { readonly woman?: OfflineWoman; readonly item: Item | undefined }) {
  const { text, formatTime } = useText();
  const words = text.examination;
  const { done } = item ?? {};
  if (done) {
    const status = done.content.kind === 'examined' ? 'screened' : 'attended-not-screened';
    return (
      <>
        <StatusTag tone="success">{words.dayStatus[status]}</StatusTag> {words.offline.at(formatTime(done.at))}
        {item?.refusal ? ` ${words.entries.refused(item.refusal)}` : ''}
      </>
    );
  }
  if (item) {
    return (
      <>
        <StatusTag tone="warning">{words.dayStatus['checked-in']}</StatusTag>{' '}
        {item.arrivedAt ? words.offline.at(formatTime(item.arrivedAt)) : null}
      </>
    );
  }
  if (!woman) return null;
  const tone = woman.status === 'checked-in' ? 'warning' : 'neutral';
  return <StatusTag tone={tone}>{words.dayStatus[woman.status]}</StatusTag>;
}

function Actions(props: {
  readonly woman: OfflineWoman;
  readonly item: Item | undefined;
  readonly disabled: boolean;
  readonly onCome: (woman: OfflineWoman) => void;
  readonly onExamine: (woman: OfflineWoman) => void;
  readonly onTakeBack: (appointmentId: string) => void;
}) {
  const { woman, item } = props;
  const { text } = useText();
  const words = text.examination;
  if (doneBefore.includes(woman.status)) return null;
  const takeBack = (
    <Button
      variant="tertiary"
      data-size="sm"
      aria-label={words.offline.undoFor(woman.name)}
      onClick={() => props.onTakeBack(woman.appointmentId)}
    >
      {words.offline.undo}
    </Button>
  );
  if (item?.done) return takeBack;
  const here = item !== undefined || woman.status === 'checked-in';
  return (
    <>
      <Button
        className={ROW_ACTION}
        data-size="sm"
        disabled={props.disabled}
        variant={here ? 'primary' : 'secondary'}
        aria-label={here ? words.examineFor(woman.name) : words.checkInFor(woman.name)}
        onClick={() => (here ? props.onExamine(woman) : props.onCome(woman))}
      >
        {here ? words.examine : words.checkIn}
      </Button>
      {item ? takeBack : null}
    </>
  );
}
