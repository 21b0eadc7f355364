import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { recordDisclosure, type IntervalCancer } from '#contracts/cancer-review';
import type { disclosureKinds } from '#core/cancers/disclosure';
import type { Day } from '#core/kernel/day';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor, useSession } from '../session.tsx';
import { useText } from '../text.tsx';
import { DisclosureFields, type Draft } from './disclosure-fields.tsx';

/** What she wishes to know: asked, answered and told by people. The page says that nothing is sent. */
export function Disclosure({ cancer }: { readonly cancer: IntervalCancer }) {
  const { text, formatDate } = useText();
  const words = text.cancers.disclosure;
  const { role, name } = useActor();
  const { today } = useSession();
  const toast = useToast();
  const send = useSend(recordDisclosure);
  const { state, events, offers } = cancer.disclosure;
  const [draft, setDraft] = useState<Draft>({ day: today as Day, wish: null, heldBy: name, offered: [], note: '' });
  const steps = nextSteps(state);
  const [fault, setFault] = useState('');
  const [chosen, setChosen] = useState<(typeof disclosureKinds)[number]>();
  const kind = chosen && steps.includes(chosen) ? chosen : steps[0];
  const change = (next: Draft) => {
    setFault('');
    setDraft(next);
  };
  const record = () => {
    const { personId, cancerId } = cancer;
    const { day, wish, heldBy, offered } = draft;
    const key = { personId, cancerId, day, note: draft.note.trim() || null };
    const onSuccess = () => {
      toast({ text: words.saved });
      setDraft({ ...draft, wish: null, offered: [], note: '' });
    };
    setFault(kind === 'wish' && !wish ? words.chooseWish : '');
    if (kind === 'wish') {
      if (wish) send.mutate({ kind, ...key, wish }, { onSuccess });
    } else if (kind === 'conversation') send.mutate({ kind, ...key, heldBy, offered: [...offered] }, { onSuccess });
    else send.mutate({ kind: 'asked', ...key }, { onSuccess });
  };
  return (
    <section className="disclosure">
      <Heading level={2} data-size="2xs">
        {words.title}
      </Heading>
      <Paragraph>
        <StatusTag tone={state === 'informed' ? 'success' : state === 'wants' ? 'warning' : 'neutral'}>
          {words.states[state]}
        </StatusTag>{' '}
        {words.neverSent}
      </Paragraph>
      {events.length > 0 ? (
        <ol>
          {events.map((one, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the events are appended only
            <li key={i}>
              {[
                formatDate(one.day),
                one.wish ? words.wishes[one.wish] : words.kinds[one.kind],
                ...(one.heldBy ? [words.heldBy(one.heldBy)] : []),
                ...(one.offered.length > 0
                  ? [words.offered(one.offered.map((o) => words.offers[o] ?? o).join(', '))]
                  : []),
                ...(one.note ? [one.note] : []),
                words.recordedBy(one.recordedBy),
              ].join(' · ')}
            </li>
          ))}
        </ol>
      ) : null}
      {role === 'office' || !kind ? null : (
        <form
          className="stack no-print"
          aria-label={words.record}
          onSubmit={(event) => {
            event.preventDefault();
            record();
          }}
        >
          {steps.length > 1 ? (
            <fieldset className="kinds">
              <legend>{words.record}</legend>
              {steps.map((one) => (
                <label key={one}>
                  <input type="radio" name="kind" checked={kind === one} onChange={() => setChosen(one)} />
                  <span>{words.kinds[one]}</span>
                </label>
              ))}
            </fieldset>
          ) : (
            <strong>{words.recordOnly[kind]}</strong>
          )}
          <DisclosureFields kind={kind} draft={draft} offers={offers} onChange={change} />
          <p className="fault" role="alert">
            {fault}
          </p>
          <ErrorBox error={send.error} />
          <div>
            <Button type="submit" disabled={send.isPending}>
              {words.save}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}

/** What may be recorded next, the likeliest first. */
function nextSteps(state: IntervalCancer['disclosure']['state']): readonly (typeof disclosureKinds)[number][] {
  if (state === 'not-asked') return ['asked'];
  if (state === 'wants' || state === 'informed') return ['conversation', 'wish'];
  return state === 'asked' ? ['wish'] : ['wish', 'asked'];
}
