import type { OfflineWoman } from '#contracts/examination-entries';
import { Alert, Button, Field, Heading, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { focusRow } from '../staff/components/row-focus.ts';
import { useShortcuts } from '../staff/components/shortcuts.tsx';
import { useText } from '../staff/text.tsx';
import { arrive, type Done, finish, itemOf, type Journal, takeBack, doneBefore } from './journal.ts';
import { Send } from './send.tsx';
import { changeJournal, changeWho, letGo, type List, type Opened } from './vault.ts';
import { Woman } from './woman.tsx';
import { Women } from './women.tsx';

/** HH:MM by the device's clock. */
const clock = () => new Date().toTimeString().slice(0, 5);

/** The day on the device. Everything written down is sealed and saved before the page says so. */
export function Day(props: {
  readonly opened: Opened;
  readonly online: boolean;
  /** What to say at first. */
  readonly said: string;
  readonly onClose: (said: string) => void;
}) {
  const { key, list } = props.opened;
  const { text } = useText();
  const words = text.examination.offline;
  const [journal, setJournal] = useState<Journal>(props.opened.journal);
  const [chosen, setChosen] = useState<OfflineWoman>();
  const [by, setBy] = useState(list?.by ?? '');
  const [said, setSaid] = useState(props.said);
  const [fault, setFault] = useState(false);
  useShortcuts([
    { key: 'ArrowDown', label: text.examination.nextRow, run: () => focusRow(1) },
    { key: 'ArrowUp', label: text.examination.previousRow, run: () => focusRow(-1) },
  ]);
  const keep = async (kept: Promise<Journal>, message = ''): Promise<Journal | undefined> => {
    try {
      const next = await kept;
      setJournal(next);
      setSaid(message);
      setFault(false);
      return next;
    } catch {
      setFault(true);
      return undefined;
    }
  };
  const save = (change: (now: Journal) => Journal, message?: string) => keep(changeJournal(key, change), message);
  const sent = async (after: (now: Journal) => Journal, message: string) => {
    const left = await keep(letGo(key, after), message);
    if (left?.length === 0) props.onClose(`${message}. ${words.erased}`);
  };
  const whoOf = ({ personId, appointmentId, name }: OfflineWoman) => ({
    personId,
    appointmentId,
    name,
    performedBy: by,
  });
  const notSaved = fault ? (
    <Alert data-color="danger" role="alert">
      {words.notSaved}
    </Alert>
  ) : null;
  if (list && chosen) {
    const done = async (content: Done) => {
      const [at, id] = [clock(), crypto.randomUUID()];
      const kept = await save((now) => finish(now, whoOf(chosen), at, id, content), words.saved(chosen.name));
      if (!kept) return;
      setChosen(undefined);
      // After the list is drawn again: on to the next woman who is here or expected.
      setTimeout(() => focusRow(1), 0);
    };
    return (
      <>
        {notSaved}
        <Woman
          woman={chosen}
          list={list}
          onBack={() => setChosen(undefined)}
          onDone={(content) => void done(content)}
        />
      </>
    );
  }
  const come = (woman: OfflineWoman) => {
    const [at, id] = [clock(), crypto.randomUUID()];
    void save((now) => arrive(now, whoOf(woman), at, id));
  };
  return (
    <>
      <Heading level={1} data-size="sm">
        {words.dayOf(list?.unitName ?? '')}
      </Heading>
      <Paragraph>{countsOf(list, journal, words.counts)}</Paragraph>
      <div role="status">{said ? <Paragraph>{said}</Paragraph> : null}</div>
      {notSaved}
      {list ? null : <Alert data-color="info">{words.expired}</Alert>}
      {list ? (
        <div className="filters">
          <Field>
            <Label>{words.name}</Label>
            <Select
              value={by}
              onChange={(event) => {
                setBy(event.currentTarget.value);
                void changeWho(key, event.currentTarget.value).catch(() => setFault(true));
              }}
            >
              {by === '' ? (
                <option value="" disabled>
                  {text.examination.choose}
                </option>
              ) : null}
              {list.radiographers.map((one) => (
                <option key={one.userId} value={one.userId}>
                  {one.name}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      ) : null}
      {list && by === '' ? <Alert data-color="info">{text.examination.afterwards.chooseFirst}</Alert> : null}
      <Women
        women={list?.women ?? []}
        journal={journal}
        disabled={by === ''}
        onCome={come}
        onExamine={setChosen}
        onTakeBack={(appointmentId) => void save((now) => takeBack(now, appointmentId))}
      />
      <Send journal={journal} online={props.online} onSent={(after, message) => void sent(after, message)} />
      <p className="no-print">
        <Button variant="tertiary" onClick={() => props.onClose('')}>
          {words.lock}
        </Button>
      </p>
    </>
  );
}

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
