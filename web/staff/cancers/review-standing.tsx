import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import { settleReview, type IntervalCancer } from '#contracts/cancer-review';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { ClassChoice, type Judged, missingIn } from './class-choice.tsx';

type Review = NonNullable<IntervalCancer['review']>;

/** How far the review has come, the opinions that may be seen, and the settling of a disagreement. */
export function ReviewStanding({ cancer }: { readonly cancer: IntervalCancer }) {
  const { text, formatDate } = useText();
  const words = text.cancers.review;
  const { review } = cancer;
  return (
    <section>
      <Heading level={2} data-size="2xs">
        {words.standing}
      </Heading>
      <Paragraph>
        {review === null
          ? words.notInSet
          : review.class
            ? words.decided(words.classes[review.class])
            : words.stageLine(words.stages[review.stage], review.reviewers.map((one) => one.name).join(', '))}
      </Paragraph>
      {review && review.opinions.length > 0 ? (
        <ul>
          {review.opinions.map((one) => (
            <li key={`${one.round} ${one.reviewer}`}>
              {words.rounds[one.round]}: {one.members.length > 0 ? one.members.join(', ') : one.reviewer},{' '}
              {formatDate(one.day)}. <strong>{words.classes[one.class]}</strong>
              {one.side ? ` (${text.common.side[one.side].toLowerCase()})` : ''}
              {one.note ? `. ${one.note}` : ''}
            </li>
          ))}
        </ul>
      ) : null}
      {review?.task === 'blind' || review?.task === 'informed' ? (
        <PageLink to="/interval-cancers/review">{words.toDesk}</PageLink>
      ) : null}
      {review?.task === 'consensus' ? <Settle cancer={cancer} review={review} /> : null}
    </section>
  );
}

/** The two differ: a third decides, or several together. */
function Settle({ cancer, review }: { readonly cancer: IntervalCancer; readonly review: Review }) {
  const { text } = useText();
  const words = text.cancers.review;
  const { userId } = useActor();
  const toast = useToast();
  const send = useSend(settleReview);
  const [judged, setJudged] = useState<Judged>({ class: null, side: null, note: '' });
  const [members, setMembers] = useState<readonly string[]>([userId]);
  const [fault, setFault] = useState('');
  const reviewers = review.reviewers.map((one) => one.id);
  const toggle = (id: string) =>
    setMembers((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const alone = members.length === 1 && reviewers.includes(userId) ? words.notAlone : '';
    const missing = alone || missingIn(judged, words);
    setFault(missing);
    if (missing || !judged.class || send.isPending) return;
    const { class: chosen, side } = judged;
    send.mutate(
      { itemId: review.itemId, members: [...members], class: chosen, side, note: judged.note.trim() || null },
      { onSuccess: () => toast({ text: words.decided(words.classes[chosen]) }) },
    );
  };
  return (
    <form className="consensus-form" onSubmit={submit} aria-label={words.settle}>
      <Paragraph>{words.settleLead}</Paragraph>
      <fieldset className="choices">
        <legend>{words.members}</legend>
        {cancer.radiologists
          .filter((one) => one.id !== userId)
          .map((one) => (
            <label key={one.id} data-chosen={members.includes(one.id)}>
              <input type="checkbox" checked={members.includes(one.id)} onChange={() => toggle(one.id)} />
              <span>{one.name}</span>
            </label>
          ))}
      </fieldset>
      <ClassChoice judged={judged} round="consensus" onChange={setJudged} />
      <p className="fault" role="alert">
        {fault}
      </p>
      <ErrorBox error={send.error} />
      <Button type="submit" aria-disabled={send.isPending}>
        {words.settle}
      </Button>
    </form>
  );
}
