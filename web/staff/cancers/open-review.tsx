import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { openReview, type reviewDesk } from '#contracts/cancer-review';
import type { OutputOf } from '#contracts/endpoint';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';

/** Makes a new set: two who review together. */
export function OpenReview({ desk }: { readonly desk: OutputOf<typeof reviewDesk> }) {
  const { text } = useText();
  const words = text.cancers.review;
  const toast = useToast();
  const send = useSend(openReview);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  const open = () =>
    send.mutate(
      { reviewers: [...chosen] },
      { onSuccess: ({ items, leftOut }) => toast({ text: words.opened(items, leftOut) }) },
    );
  return (
    <section className="meeting-form">
      <Heading level={2} data-size="2xs">
        {words.openTitle}
      </Heading>
      <Paragraph>{words.waiting(desk.waiting)}</Paragraph>
      {desk.waiting > 0 ? (
        <>
          <Paragraph>{words.openLead}</Paragraph>
          <fieldset className="choices">
            <legend>{words.chooseTwo}</legend>
            {desk.radiologists.map((one) => (
              <label key={one.id} data-chosen={chosen.includes(one.id)}>
                <input type="checkbox" checked={chosen.includes(one.id)} onChange={() => toggle(one.id)} />
                <span>{one.name}</span>
              </label>
            ))}
          </fieldset>
          <ErrorBox error={send.error} />
          <Button disabled={chosen.length !== 2 || send.isPending} onClick={open}>
            {words.open}
          </Button>
        </>
      ) : null}
    </section>
  );
}
