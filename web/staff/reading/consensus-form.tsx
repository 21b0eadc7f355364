import { Button } from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import { saveConsensus } from '#contracts/reading';
import { POSITIVE_FROM } from '#core/reading/facts';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useShortcuts } from '../components/shortcuts.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import type { ShownCase } from './case-facts.tsx';
import { type Side, sides } from './score-scale.ts';

type Decision = 'recall' | 'dismiss';

/** Who decided, what, and for which breast. Breasts that a reader scored 2 or more are proposed. */
export function ConsensusForm({ shown, onDone }: { readonly shown: ShownCase; readonly onDone: () => void }) {
  const { text } = useText();
  const toast = useToast();
  const actor = useActor();
  const send = useSend(saveConsensus);
  const rules = shown.consensus ?? { min: 2, max: 3, proposed: null, radiologists: [] };
  const others = rules.radiologists.filter((r) => r.id !== actor.userId);
  const [members, setMembers] = useState<readonly string[]>([actor.userId]);
  const [decision, setDecision] = useState<Decision | null>(rules.proposed);
  const [breasts, setBreasts] = useState<readonly Side[]>(() => positiveSides(shown));
  const [note, setNote] = useState('');
  const [fault, setFault] = useState('');

  const toggled = <T,>(list: readonly T[], item: T): readonly T[] =>
    list.includes(item) ? list.filter((i) => i !== item) : [...list, item];
  const missing = (): string => {
    if (members.length < rules.min || members.length > rules.max)
      return text.reading.chooseMembers(rules.min, rules.max);
    if (!decision) return text.reading.chooseDecision;
    return decision === 'recall' && breasts.length === 0 ? text.reading.chooseBreast : '';
  };
  const save = () => {
    setFault(missing());
    if (missing() || !decision || send.isPending) return;
    const { personId, caseId, step } = shown;
    const sent = {
      personId,
      caseId,
      step,
      members: [...members],
      decision,
      breasts: decision === 'recall' ? [...breasts] : [],
    };
    send.mutate(note.trim() === '' ? sent : { ...sent, note: note.trim() }, {
      onSuccess: () => {
        toast({ text: decision === 'recall' ? text.reading.decidedRecall : text.reading.decidedDismiss });
        onDone();
      },
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  useShortcuts([
    { key: 'r', label: text.reading.recall, run: () => setDecision('recall') },
    { key: 'd', label: text.reading.dismiss, run: () => setDecision('dismiss') },
    { key: 's', label: text.reading.decide, run: save },
    ...others.slice(0, 9).map((other, i) => ({
      key: String(i + 1),
      label: text.reading.toggleMember(other.name),
      run: () => setMembers((before) => toggled(before, other.id)),
    })),
  ]);
  return (
    <form className="consensus-form" onSubmit={submit} aria-label={text.reading.decision}>
      <fieldset className="choices">
        <legend>{text.reading.members(rules.min, rules.max)}</legend>
        <p>{text.reading.membersHint}</p>
        {others.map((other, i) => (
          <label key={other.id} data-chosen={members.includes(other.id)}>
            <input
              type="checkbox"
              checked={members.includes(other.id)}
              onChange={() => setMembers(toggled(members, other.id))}
            />
            <span>{other.name}</span>
            {i < 9 ? <kbd aria-hidden>{i + 1}</kbd> : null}
          </label>
        ))}
      </fieldset>
      <fieldset className="choices">
        <legend>{text.reading.decision}</legend>
        {(['recall', 'dismiss'] as const).map((one) => (
          <label key={one} data-chosen={decision === one}>
            <input type="radio" name="decision" checked={decision === one} onChange={() => setDecision(one)} />
            <span>{text.reading[one]}</span>
            <kbd aria-hidden>{one === 'recall' ? 'R' : 'D'}</kbd>
          </label>
        ))}
      </fieldset>
      {decision === 'recall' ? (
        <fieldset className="choices">
          <legend>{text.reading.whichBreast}</legend>
          {sides.map((side) => (
            <label key={side} data-chosen={breasts.includes(side)}>
              <input
                type="checkbox"
                checked={breasts.includes(side)}
                onChange={() => setBreasts(toggled(breasts, side))}
              />
              <span>{text.reading.breast[side]}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <label className="note">
        <span>{text.reading.note}</span>
        <textarea rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </label>
      <p className="fault" role="alert">
        {fault}
      </p>
      <ErrorBox error={send.error} />
      <Button type="submit" aria-disabled={send.isPending}>
        {text.reading.decide} <kbd>S</kbd>
      </Button>
    </form>
  );
}

function positiveSides({ own, others }: ShownCase): readonly Side[] {
  return sides.filter((side) => [...own, ...others].some((r) => r[side] >= POSITIVE_FROM));
}
