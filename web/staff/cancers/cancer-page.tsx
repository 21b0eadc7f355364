import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { intervalCancer, type IntervalCancer } from '#contracts/cancer-review';
import { usePathParam } from '../address.ts';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { DiagnosisFacts } from './diagnosis-facts.tsx';
import { Disclosure } from './disclosure.tsx';
import { ReviewStanding } from './review-standing.tsx';
import '../reading/reading.css';
import './cancers.css';

/** One interval cancer: what was found, the screenings before it, the review, and what the woman wishes to know. */
export default function CancerPage() {
  const input = { personId: usePathParam('personId'), cancerId: usePathParam('cancerId') };
  const cancer = useLoad(intervalCancer, input);
  return <Loaded query={cancer}>{(data) => <Sheet cancer={data} key={data.cancerId} />}</Loaded>;
}

function Sheet({ cancer }: { readonly cancer: IntervalCancer }) {
  const { text, formatDate } = useText();
  const words = text.cancers;
  const { role } = useActor();
  const name = cancer.name ?? words.unnamed;
  return (
    <>
      <PageHeading
        title={words.ofWoman(name)}
        lead={`${text.common.born} ${formatDate(cancer.birthDate)} · ${cancer.centreName}`}
      >
        {role === 'office' || role === 'coordinator' ? (
          <PageLink to={`/people/${cancer.personId}`}>{words.herPage}</PageLink>
        ) : null}
      </PageHeading>
      <div className="columns">
        <section>
          <Heading level={2} data-size="2xs">
            {words.diagnosis}
          </Heading>
          <DiagnosisFacts diagnosis={cancer} />
          <Screenings cancer={cancer} />
        </section>
        <ReviewStanding cancer={cancer} />
      </div>
      <Disclosure cancer={cancer} />
    </>
  );
}

/** The images before, the newest first; the scores of the time stand here when the review is decided. */
function Screenings({ cancer }: { readonly cancer: IntervalCancer }) {
  const { text, formatDate } = useText();
  const words = text.cancers;
  const scores = (reads: NonNullable<IntervalCancer['screenings'][number]['reads']>) =>
    reads.length === 0 ? words.noReads : reads.map((r) => words.scores(r.right, r.left)).join('; ');
  return (
    <>
      <Heading level={2} data-size="2xs">
        {words.screenings}
      </Heading>
      <ol className="screenings">
        {cancer.screenings.map((one) => (
          <li key={`${one.day} ${one.caseId}`}>
            <strong>{formatDate(one.day)}</strong> ({one.modality})
            {one.outcome ? ` · ${text.reading.outcomes[one.outcome]}` : ''}
            {one.before ? ` · ${words.lastBefore}` : ''}
            {one.reads ? (
              <>
                <br />
                {scores(one.reads)}
              </>
            ) : null}
          </li>
        ))}
      </ol>
      {cancer.screenings.some((one) => one.reads === null) ? <Paragraph>{words.scoresLater}</Paragraph> : null}
    </>
  );
}
