import { Button } from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import { saveConsensus } from '#contracts/reading';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useShortcuts } from '../components/shortcuts.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { BreastReason, type Why } from './breast-reason.tsx';
import type { ShownCase } from './case-facts.tsx';
import { type Meeting, presentIn } from './meeting-bar.tsx';
import { positiveSides } from './reads-table.tsx';
import { type Side, sides } from './score-scale.ts';
import type { Current } from './start-meeting.tsx';

type Decision = 'recall' | 'dismiss';
type Draft = {
  readonly decision: Decision;
  readonly breasts: readonly Side[];
  readonly why: Readonly<Record<Side, Why>>;
};
/** A decision that was recorded, and the case as it was shown. */
export type Decided = {
  readonly shown: ShownCase;
  readonly draft: Draft;
  /** Until then it may be taken back: an instant in ISO 8601. */
  readonly frozenFrom: string;
};
/** Laid as the images hang, as in the review of interval cancers. */
const sideKeys = { right: 'Q', left: 'W' } as const satisfies Record<Side, string>;
const noWhy: Why = { reason: '', note: '' };

/** What is decided, for which breast, and why. Breasts that a reader scored 2 or more are proposed. */
export function ConsensusForm(props: {
  readonly shown: ShownCase;
  readonly current: Current;
  readonly meeting: Meeting;
  /** What she had decided, when she has taken it back to decide anew. */
  readonly before: Draft | undefined;
  readonly onDone: (decided: Decided) => void;
}) {
  const { shown, current, meeting, before } = props;
  const { text } = useText();
  const toast = useToast();
  const send = useSend(saveConsensus);
  const [decision, setDecision] = useState<Decision | null>(before?.decision ?? shown.consensus?.proposed ?? null);
  const [breasts, setBreasts] = useState<readonly Side[]>(() => before?.breasts ?? positiveSides(shown));
  const [why, setWhy] = useState<Draft['why']>(before?.why ?? { right: noWhy, left: noWhy });
  const [fault, setFault] = useState('');
  const { userId } = useActor();
  const present = presentIn(meeting).map((one) => one.id);
  const seats = shown.consensus ?? current;
  // A step for fewer than are here is decided by her who records it and the first of the others.
  const members = [userId, ...present.filter((one) => one !== userId)].slice(0, seats.max);
  const asked = decision === 'dismiss' ? positiveSides(shown) : sides.filter((side) => breasts.includes(side));

  const decide = (next: Decision) => {
    if (next !== decision) setWhy({ right: noWhy, left: noWhy });
    setDecision(next);
  };
  const toggle = (side: Side) =>
    setBreasts((before) => (before.includes(side) ? before.filter((one) => one !== side) : [...before, side]));
  const missing = (): string => {
    if (members.length < seats.min) return text.reading.meeting.tooFew(seats.min);
    if (!decision) return text.reading.chooseDecision;
    if (decision === 'recall' && breasts.length === 0) return text.reading.chooseBreast;
    return asked.some((side) => why[side].reason === '') ? text.reading.chooseReason : '';
  };
  const save = () => {
    setFault(missing());
    if (missing() || !decision || send.isPending) return;
    const { personId, caseId, step } = shown;
    send.mutate(
      {
        personId,
        caseId,
        step,
        members,
        meetingId: meeting.meetingId,
        decision,
        breasts: decision === 'recall' ? [...breasts] : [],
        reasons: asked.map((breast) => ({
          breast,
          reason: why[breast].reason,
          note: why[breast].note.trim() || null,
        })),
      },
      {
        onSuccess: ({ frozenFrom }) => {
          toast({ text: text.reading.decided[decision] });
          props.onDone({ shown, draft: { decision, breasts, why }, frozenFrom });
        },
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const reasons = decision ? current.reasons[decision] : [];
  useShortcuts([
    { key: 'r', label: text.reading.recall, run: () => decide('recall') },
    { key: 'd', label: text.reading.dismiss, run: () => decide('dismiss') },
    ...(decision === 'recall'
      ? sides.map((side) => ({ key: sideKeys[side], label: text.reading.breast[side], run: () => toggle(side) }))
      : []),
    { key: 's', label: text.reading.decide, run: save },
    ...reasons.slice(0, 9).map((reason, i) => ({
      key: String(i + 1),
      label: text.reading.reasonKey(text.reading.consensusReasons[reason] ?? reason),
      run: () => setWhy((before) => fillIn(before, asked, reason)),
    })),
  ]);
  return (
    <form className="consensus-form" onSubmit={submit} aria-label={text.reading.decision}>
      {shown.consensus?.proposed ? <p className="proposed">{text.reading.proposed[shown.consensus.proposed]}</p> : null}
      <fieldset className="choices">
        <legend>{text.reading.decision}</legend>
        {(['recall', 'dismiss'] as const).map((one) => (
          <label key={one} data-chosen={decision === one}>
            <input type="radio" name="decision" checked={decision === one} onChange={() => decide(one)} />
            <span>{text.reading[one]}</span>
            <kbd aria-hidden>{one === 'recall' ? 'R' : 'D'}</kbd>
          </label>
        ))}
      </fieldset>
      {decision ? (
        <div className="breasts">
          {sides.map((side) => (
            <fieldset key={side} className="choices">
              <legend>{text.reading.breast[side]}</legend>
              {decision === 'recall' ? (
                <label data-chosen={breasts.includes(side)}>
                  <input type="checkbox" checked={breasts.includes(side)} onChange={() => toggle(side)} />
                  <span>{text.reading.recallBreast}</span>
                  <kbd aria-hidden>{sideKeys[side]}</kbd>
                </label>
              ) : null}
              {asked.includes(side) ? (
                <BreastReason
                  reasons={reasons}
                  why={why[side]}
                  onChange={(next) => setWhy((before) => ({ ...before, [side]: next }))}
                />
              ) : null}
            </fieldset>
          ))}
        </div>
      ) : null}
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

/** A reason by key goes to the first breast that lacks one, in the order the images hang; else to the first. */
function fillIn(before: Readonly<Record<Side, Why>>, asked: readonly Side[], reason: string): Record<Side, Why> {
  const side = asked.find((one) => before[one].reason === '') ?? asked[0];
  return side ? { ...before, [side]: { ...before[side], reason } } : { ...before };
}
