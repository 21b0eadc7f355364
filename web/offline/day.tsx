import { Alert, Button, Field, Heading, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { focusRow } from '../staff/components/row-focus.ts';
import { useShortcuts } from '../staff/components/shortcuts.tsx';
import { useText } from '../staff/text.tsx';
import { arrive, finish, itemOf, type Journal, takeBack } from './journal.ts';
import { Send } from './send.tsx';
import { erase, type List, type Opened, saveJournal } from './vault.ts';
import { Woman } from './woman.tsx';
import { Women } from './women.tsx';

export type ListedWoman = List['women'][number];

/** HH:MM by the device's clock. */
const clock = () => new Date().toTimeString().slice(0, 5);

/** The day on the device. Everything written down is sealed and saved before the page says so. */
export function Day(props: {
  readonly opened: Opened;
  readonly online: boolean;
  readonly onClose: (said: string) => void;
}) {
  const { key, list } = props.opened;
  const { text } = useText();
  const words = text.examination.offline;
  const [journal, setJournal] = useState<Journal>(props.opened.journal);
  const [chosen, setChosen] = useState<ListedWoman>();
  const [by, setBy] = useState(list?.radiographers[0]?.userId ?? '');
  const [said, setSaid] = useState('');
  useShortcuts([
    { key: 'ArrowDown', label: text.examination.nextRow, run: () => focusRow(1) },
    { key: 'ArrowUp', label: text.examination.previousRow, run: () => focusRow(-1) },
  ]);
  const save = async (next: Journal, message = '') => {
    await saveJournal(key, next);
    setJournal(next);
    setSaid(message);
  };
  const sent = async (left: Journal, message: string) => {
    if (left.length > 0) return save(left, message);
    await erase();
    props.onClose(`${message}. ${words.erased}`);
  };
  const whoOf = ({ personId, appointmentId, name }: ListedWoman) => ({
    personId,
    appointmentId,
    name,
    performedBy: by,
  });
  if (list && chosen) {
    return (
      <Woman
        woman={chosen}
        list={list}
        onBack={() => setChosen(undefined)}
        onDone={(content) => {
          const next = finish(journal, whoOf(chosen), clock(), crypto.randomUUID(), content);
          void save(next, words.saved(chosen.name)).then(() => {
            setChosen(undefined);
            // After the list is drawn again: on to the next woman who is here or expected.
            setTimeout(() => focusRow(1), 0);
          });
        }}
      />
    );
  }
  return (
    <>
      <Heading level={1} data-size="sm">
        {words.dayOf(list?.unitName ?? '')}
      </Heading>
      <Paragraph>{countsOf(list, journal, words.counts)}</Paragraph>
      <div role="status">{said ? <Paragraph>{said}</Paragraph> : null}</div>
      {list ? null : <Alert data-color="info">{words.expired}</Alert>}
      {list ? (
        <div className="filters">
          <Field>
            <Label>{words.name}</Label>
            <Select value={by} onChange={(event) => setBy(event.currentTarget.value)}>
              {list.radiographers.map((one) => (
                <option key={one.userId} value={one.userId}>
                  {one.name}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      ) : null}
      <Women
        women={list?.women ?? []}
        journal={journal}
        onCome={(woman) => void save(arrive(journal, whoOf(woman), clock(), crypto.randomUUID()))}
        onExamine={setChosen}
        onTakeBack={(appointmentId) => void save(takeBack(journal, appointmentId))}
      />
      <Send journal={journal} online={props.online} onSent={(left, message) => void sent(left, message)} />
      <p className="no-print">
        <Button variant="tertiary" onClick={() => props.onClose('')}>
          {words.lock}
        </Button>
      </p>
    </>
  );
}

/** Done already, when the list was taken along. */
export const doneBefore: readonly ListedWoman['status'][] = [
  'screened',
  'partially-screened',
  'attended-not-screened',
  'did-not-attend',
];

function countsOf(
  list: List | null,
  journal: Journal,
  say: (expected: number, here: number, done: number, unsent: number) => string,
): string {
  const standing = (list?.women ?? []).map((woman) => {
    const item = itemOf(journal, woman.appointmentId);
    if (item?.done || doneBefore.includes(woman.status)) return 'done';
    return item || woman.status === 'checked-in' ? 'here' : 'expected';
  });
  const count = (what: string) => standing.filter((one) => one === what).length;
  return say(count('expected'), count('here'), count('done'), journal.length);
}
