import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { reviewDesk } from '#contracts/cancer-review';
import type { OutputOf } from '#contracts/endpoint';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { ImagePlace } from '../reading/image-place.tsx';
import { useViewerChannel } from '../reading/use-viewer-channel.ts';
import { useText } from '../text.tsx';
import { DiagnosisFacts } from './diagnosis-facts.tsx';
import { OpenReview } from './open-review.tsx';
import { OpinionForm } from './opinion-form.tsx';
import '../reading/reading.css';
import './cancers.css';

type Desk = OutputOf<typeof reviewDesk>;
type Item = NonNullable<Desk['next']>;

/** The reviewer's desk: images one at a time, blind through the whole set, then informed. */
export default function ReviewPage() {
  const desk = useLoad(reviewDesk, {}, { keep: true });
  return <Loaded query={desk}>{(data) => <Review desk={data} />}</Loaded>;
}

function Review({ desk }: { readonly desk: Desk }) {
  const { text } = useText();
  const { next } = desk;
  useViewerChannel(next?.itemId);
  if (next) return <ItemToReview item={next} />;
  return (
    <>
      <PageHeading title={text.cancers.review.title} lead={text.cancers.review.lead} />
      <SetsTable desk={desk} />
      <OpenReview desk={desk} />
    </>
  );
}

function ItemToReview({ item }: { readonly item: Item }) {
  const { text, formatDate } = useText();
  const words = text.cancers.review;
  return (
    <div className="reading-room" data-color-scheme="dark">
      <PageHeading
        title={words.rounds[item.round]}
        lead={`${words.progress(item.place, item.of)} ${words.roundLead[item.round]}`}
      />
      <div className="reading-case">
        <ImagePlace views={item.views} />
        <section className="opinion" aria-label={words.opinion}>
          <div className="case-facts">
            <p>
              <strong>{words.woman(item.age)}</strong>
            </p>
            <p>
              {words.examined(formatDate(item.examinedOn), item.modality)}{' '}
              {item.priors.length > 0
                ? words.priors(item.priors.map((one) => formatDate(one, 'numeric')).join(', '))
                : words.noPriors}
            </p>
          </div>
          {item.diagnosis ? <DiagnosisFacts diagnosis={item.diagnosis} /> : null}
          <OpinionForm key={`${item.itemId} ${item.round}`} itemId={item.itemId} round={item.round} />
        </section>
      </div>
    </div>
  );
}

function SetsTable({ desk }: { readonly desk: Desk }) {
  const { text, formatDate } = useText();
  const words = text.cancers.review;
  if (desk.sets.length === 0) return <Paragraph>{words.noSets}</Paragraph>;
  return (
    <section>
      <Heading level={2} data-size="2xs">
        {words.sets}
      </Heading>
      <ul>
        {desk.sets.map((set) => (
          <li key={set.setId}>
            {words.setLine(formatDate(set.openedOn), set.with, set.blindDone, set.items)}
            {set.informedOf === null ? null : ` ${words.informedLine(set.informedDone, set.informedOf)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
