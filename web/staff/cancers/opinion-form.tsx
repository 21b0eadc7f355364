import { Button } from '@digdir/designsystemet-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { recordReviewOpinion } from '#contracts/cancer-review';
import { useSend } from '../api.ts';
import { useAnnounce } from '../components/announce.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { useShortcuts } from '../components/shortcuts.tsx';
import { useText } from '../text.tsx';
import { ClassChoice, type Judged, missingIn, useClassKeys } from './class-choice.tsx';

const nothing: Judged = { class: null, side: null, note: '' };

/** The reviewer's opinion of one set of images, by keys; the next opens when it is saved. */
export function OpinionForm(props: { readonly itemId: string; readonly round: 'blind' | 'informed' }) {
  const { text } = useText();
  const words = text.cancers.review;
  const announce = useAnnounce();
  const send = useSend(recordReviewOpinion);
  const [judged, setJudged] = useState<Judged>(nothing);
  const [fault, setFault] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.focus({ preventScroll: true }), []);
  const save = () => {
    const missing = missingIn(judged, words);
    setFault(missing);
    if (missing || !judged.class || send.isPending || send.isSuccess) return;
    const { itemId, round } = props;
    send.mutate(
      { itemId, round, class: judged.class, side: judged.side, note: judged.note.trim() || null },
      { onSuccess: () => announce(words.saved) },
    );
  };
  useClassKeys(judged, setJudged, props.round);
  useShortcuts([{ key: 's', label: text.reading.save, run: save }]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <form className="consensus-form opinion" ref={form} tabIndex={-1} onSubmit={submit} aria-label={words.opinion}>
      <ClassChoice judged={judged} round={props.round} onChange={setJudged} />
      <p className="fault" role="alert">
        {fault}
      </p>
      <ErrorBox error={send.error} />
      <Button type="submit" aria-disabled={send.isPending}>
        {text.reading.save} <kbd>S</kbd>
      </Button>
    </form>
  );
}
