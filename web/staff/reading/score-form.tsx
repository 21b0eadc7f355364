import { Button } from '@digdir/designsystemet-react';
import { type FormEvent, useRef, useState } from 'react';
import { POSITIVE_FROM, type Score } from '#core/protocols/facts';
import { useAnnounce } from '../components/announce.tsx';
import { useShortcuts } from '../components/shortcuts.tsx';
import { useText } from '../text.tsx';
import { BreastScore } from './breast-score.tsx';
import { FindingBoxes } from './finding-boxes.tsx';
import { useBlockedSound } from './use-blocked-sound.ts';
import { type Finding, keyOf, type Opinion, scale, sides, type Side } from './score-scale.ts';

type Chosen = Readonly<Record<Side, Score | null>>;

/** The opinion: 1-5 for each breast by keys or pointer, findings where a breast is positive, and both normal in one key. */
export function ScoreForm(props: {
  readonly initial?: Opinion;
  /** Her earlier opinion, where she is asked to look again: it is kept in one key, in the place of both normal. */
  readonly keep?: Opinion;
  readonly locked: boolean;
  readonly busy: boolean;
  readonly onSave: (opinion: Opinion) => void;
  readonly onCancel?: () => void;
}) {
  const { text } = useText();
  const announce = useAnnounce();
  const sound = useBlockedSound();
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState<Chosen>({
    right: props.initial?.right ?? null,
    left: props.initial?.left ?? null,
  });
  const [findings, setFindings] = useState<readonly Finding[]>(props.initial?.findings ?? []);
  const [fault, setFault] = useState('');

  /** A first choice for one breast leaves the other at 1, where it can be seen and changed. */
  const choose = (side: Side, score: Score) => {
    setFault('');
    setChosen((before) => ({ right: before.right ?? 1, left: before.left ?? 1, [side]: score }));
  };
  const chooseByKey = (side: Side, score: Score) => {
    choose(side, score);
    form.current?.querySelector<HTMLInputElement>(`input[name="${side}"][value="${score}"]`)?.focus();
  };
  const save = (scores: Chosen) => {
    const blocked = props.locked
      ? text.reading.lockedPress
      : scores.right && scores.left
        ? ''
        : text.reading.chooseBoth;
    setFault(blocked);
    if (blocked) {
      announce(blocked);
      sound();
    }
    if (blocked || props.busy || !scores.right || !scores.left) return;
    const { right, left } = scores;
    const kept = findings.filter((f) => (f.breast === 'right' ? right : left) >= POSITIVE_FROM);
    props.onSave({ right, left, findings: kept });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(chosen);
  };
  const quick = props.keep
    ? { key: 'k', label: text.reading.lookAgain.keep(props.keep.right, props.keep.left), scores: props.keep }
    : { key: 'n', label: text.reading.bothNormal, scores: { right: 1, left: 1 } as const };
  useShortcuts([
    { key: quick.key, label: quick.label, run: () => save(quick.scores) },
    { key: 's', label: text.reading.save, run: () => save(chosen) },
    ...sides.flatMap((side) =>
      scale.map((score) => ({
        key: keyOf(side, score),
        label: text.reading.scoreKey(text.reading.breast[side], score),
        run: () => chooseByKey(side, score),
      })),
    ),
  ]);
  const wait = props.locked || props.busy;
  return (
    <form ref={form} className="score-form" onSubmit={submit} aria-label={text.reading.opinion}>
      <Button type="button" className="normal" aria-disabled={wait} onClick={() => save(quick.scores)}>
        {quick.label} <kbd>{quick.key.toUpperCase()}</kbd>
      </Button>
      <div className="breasts">
        {sides.map((side) => (
          <div key={side} className="breast">
            <BreastScore side={side} chosen={chosen[side]} onChoose={(score) => choose(side, score)} />
            {(chosen[side] ?? 1) >= POSITIVE_FROM ? (
              <FindingBoxes side={side} findings={findings} onChange={setFindings} />
            ) : null}
          </div>
        ))}
      </div>
      <p className="fault" role="alert">
        {fault}
      </p>
      <div className="buttons">
        <Button type="submit" variant="secondary" aria-disabled={wait}>
          {text.reading.save} <kbd>S</kbd>
        </Button>
        {props.onCancel ? (
          <Button type="button" variant="tertiary" onClick={props.onCancel}>
            {text.common.cancel}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
