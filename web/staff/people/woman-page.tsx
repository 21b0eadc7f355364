import { Button, Card, Heading, List } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { whyInvited, womanTimeline, type WomanTimeline } from '#contracts/people';
import { usePathParam } from '../address.ts';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useActor } from '../session.tsx';
import { Phone } from '../components/phone.tsx';
import { useText } from '../text.tsx';
import './people.css';
import { Looks } from './looks.tsx';
import { Registers } from './registers.tsx';
import { Timeline } from './timeline.tsx';
import { WomanNotes } from './woman-notes.tsx';

/** Everything about one woman on one page: who she is, why she is (not) invited, her registers, and what has happened. */
export default function WomanPage() {
  const personId = usePathParam('personId');
  const woman = useLoad(womanTimeline, { personId });
  return <Loaded query={woman}>{(data) => <WomanView woman={data} />}</Loaded>;
}

function WomanView({ woman }: { readonly woman: WomanTimeline }) {
  const { text, formatDate } = useText();
  const words = text.people;
  const { role } = useActor();
  const tone = woman.status === 'resident' ? 'neutral' : 'warning';
  return (
    <>
      <PageHeading
        title={woman.name}
        lead={
          <>
            {text.common.born} {formatDate(woman.birthDate)}, {words.age(woman.age)} · {woman.identityNumber} ·{' '}
            {woman.centre}{' '}
            <StatusTag tone={tone}>
              {words.personStatus[woman.status]}
              {woman.status === 'resident' ? '' : ` ${words.statusSince(formatDate(woman.statusOn))}`}
            </StatusTag>
          </>
        }
      >
        {role === 'radiologist' ? null : (
          <Button asChild data-size="sm" variant="secondary">
            <Link to={`/appointments/${woman.personId}`}>{text.invitation.appointments}</Link>
          </Button>
        )}
      </PageHeading>
      <div className="woman">
        <div className="woman-aside">
          <Facts woman={woman} />
          <Why personId={woman.personId} />
          {role === 'radiologist' ? null : <WomanNotes personId={woman.personId} />}
          <Registers woman={woman} />
        </div>
        <Timeline personId={woman.personId} entries={woman.entries} />
      </div>
      <Looks personId={woman.personId} />
    </>
  );
}

function Facts({ woman }: { readonly woman: WomanTimeline }) {
  const { text } = useText();
  const words = text.people;
  const language = words.languages[woman.language as keyof typeof words.languages] ?? woman.language;
  return (
    <dl className="woman-facts">
      <dt>{words.address}</dt>
      <dd>{woman.address}</dd>
      <dt>{words.phone}</dt>
      <dd>{woman.phone ? <Phone number={woman.phone} /> : words.noPhone}</dd>
      <dt>{words.channel}</dt>
      <dd>{woman.digital ? words.digital : words.paper}</dd>
      <dt>{words.language}</dt>
      <dd>{language}</dd>
    </dl>
  );
}

function Why({ personId }: { readonly personId: string }) {
  const { text, written } = useText();
  const why = useLoad(whyInvited, { personId, language: written });
  return (
    <Card>
      <Heading level={2} data-size="2xs">
        {text.people.why}
      </Heading>
      <Loaded query={why}>
        {(data) => (
          <List.Unordered>
            {data.sentences.map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List.Unordered>
        )}
      </Loaded>
    </Card>
  );
}
