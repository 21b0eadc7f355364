import { Button, Heading, Textfield } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import type { InputOf } from '#contracts/endpoint';
import { sendEntries, type OfflineList, type OfflineWoman } from '#contracts/examination-entries';
import { type NotScreenedReason, notScreenedReasons } from '#core/examination/result';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import { Choice } from './choice.tsx';
import { type Draft, emptyDraft, isNormal, reportOf } from './draft.ts';
import { DraftFields } from './draft-fields.tsx';
import { WillBe } from './will-be.tsx';

type Entry = InputOf<typeof sendEntries>['entries'][number];

/** One woman from the paper. Times first, then Enter for all normal; only exceptions are opened. */
export function AfterwardsForm(props: {
  readonly woman: OfflineWoman;
  readonly data: OfflineList;
  readonly by: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const { woman, data } = props;
  const { text } = useText();
  const words = text.examination;
  const heading = useId();
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [arrived, setArrived] = useState(woman.at);
  const [done, setDone] = useState('');
  const [reason, setReason] = useState<NotScreenedReason | ''>('');
  // Made once: pressing the button again after a lost answer sends the same entry, which is taken once.
  const [entryId] = useState(() => crypto.randomUUID());
  const { save, send, waiting } = useSave(props.onDone, woman.name);
  const entry = (content: Entry['content']) => ({
    entryId,
    personId: woman.personId,
    appointmentId: woman.appointmentId,
    source: 'paper' as const,
    performedBy: props.by,
    arrivedAt: arrived || null,
    doneAt: done || null,
    content,
  });
  const saveExamined = () => {
    const report = reportOf(draft);
    if (report) save(entry({ kind: 'examined', modality: draft.modality ?? 'DM', ...report }));
  };
  return (
    <form
      className="stack"
      aria-labelledby={heading}
      onSubmit={(event) => {
        event.preventDefault();
        saveExamined();
      }}
    >
      <Heading level={2} data-size="xs" id={heading}>
        {words.afterwards.of(woman.name)}
      </Heading>
      <div className="filters">
        <Textfield
          type="time"
          data-size="sm"
          label={words.paper.arrived}
          value={arrived}
          onChange={(event) => setArrived(event.currentTarget.value)}
        />
        <Textfield
          // The row's button opened this form, and the time done is what to write first.
          autoFocus
          type="time"
          data-size="sm"
          label={words.paper.done}
          value={done}
          onChange={(event) => setDone(event.currentTarget.value)}
        />
        <Button type="submit" disabled={send.isPending || !reportOf(draft)}>
          {isNormal(draft) ? words.saveNormal : words.saveWithExceptions}
        </Button>
        <WillBe rules={data.rules} today={data.day} draft={draft} />
        <Button type="button" variant="tertiary" onClick={props.onCancel}>
          {text.common.cancel}
        </Button>
      </div>
      <ErrorBox error={send.error} />
      {waiting ? (
        <p role="alert">
          {waiting} <PageLink to="/entries">{words.entries.title}</PageLink>
        </p>
      ) : null}
      <DraftFields draft={draft} rules={data.rules} today={data.day} onChange={setDraft} />
      <div className="filters">
        <Choice
          label={words.notScreened}
          value={reason}
          words={{ '': text.common.no, ...words.notScreenedReasons }}
          only={['', ...notScreenedReasons]}
          onChange={setReason}
        />
        {reason === '' ? null : (
          <Button
            type="button"
            variant="secondary"
            disabled={send.isPending}
            onClick={() => save(entry({ kind: 'not-screened', reason }))}
          >
            {words.afterwards.saveNotScreened}
          </Button>
        )}
      </div>
    </form>
  );
}

function useSave(onDone: () => void, name: string) {
  const { text } = useText();
  const words = text.examination;
  const send = useSend(sendEntries);
  const toast = useToast();
  const [waiting, setWaiting] = useState<string>();
  const save = (entry: Entry) => {
    if (send.isPending) return;
    send.mutate(
      { entries: [entry] },
      {
        onSuccess: ({ results: [result] }) => {
          if (result?.state === 'refused') return setWaiting(words.entries.refused(result.refusal ?? ''));
          if (result?.conflict) return setWaiting(words.entries.waits(name, words.entries.because[result.conflict]));
          toast({ text: words.afterwards.saved(name) });
          onDone();
        },
      },
    );
  };
  return { save, send, waiting };
}
