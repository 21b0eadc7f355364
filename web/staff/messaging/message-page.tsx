import { Heading } from '@digdir/designsystemet-react';
import { showMessage, type ShownMessage } from '#contracts/messaging';
import { usePathParam } from '../address.ts';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';
import { HandleMessage } from './handle-message.tsx';
import { MessagePreview } from './message-preview.tsx';
import { toneOf } from './message-table.tsx';
import { reasonWords } from './reason-words.ts';
import { ResendMessage } from './resend-message.tsx';

/** One message: how it stands, what has happened to it, exactly what it says, and what can be done. */
export default function MessagePage() {
  const key = { personId: usePathParam('personId'), messageId: usePathParam('messageId') };
  const query = useLoad(showMessage, key);
  return <Loaded query={query}>{(message) => <MessageView message={message} />}</Loaded>;
}

function MessageView({ message }: { readonly message: ShownMessage }) {
  const { text } = useText();
  return (
    <>
      <PageHeading
        title={text.messaging.kinds[message.kind]}
        lead={<PageLink to={`/people/${message.personId}`}>{message.name}</PageLink>}
      >
        <ResendMessage message={message} />
      </PageHeading>
      {message.state === 'failed' ? <HandleMessage message={message} /> : null}
      <div className="columns">
        <div className="stack" style={{ alignContent: 'start' }}>
          <MessageFacts message={message} />
          <History message={message} />
        </div>
        <section>
          <Heading level={2} data-size="xs">
            {text.messaging.preview}
          </Heading>
          <MessagePreview personId={message.personId} messageId={message.messageId} />
        </section>
      </div>
    </>
  );
}

function MessageFacts({ message }: { readonly message: ShownMessage }) {
  const { text, formatDate } = useText();
  const words = text.messaging;
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [
      words.state,
      <StatusTag key="state" tone={toneOf[message.state]}>
        {words.states[message.state]}
      </StatusTag>,
    ],
    [words.way, words.steps[message.step]],
    [words.day, formatDate(message.decidedOn)],
    ...(message.nextStepOn ? [[words.next, formatDate(message.nextStepOn)] as const] : []),
    ...(message.lastError ? [[words.error, reasonWords(text, message.lastError)] as const] : []),
    [words.reference, message.reference],
    [words.language, words.languages[message.language]],
    [words.to, message.to.join(', ')],
    ...(message.phone ? [[words.phone, message.phone] as const] : []),
  ];
  return (
    <section>
      <dl className="shortcuts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {message.languageWanted ? <p>{words.languageMissing(words.languages[message.languageWanted])}</p> : null}
    </section>
  );
}

function History({ message }: { readonly message: ShownMessage }) {
  const { text, formatDate } = useText();
  const words = text.messaging;
  const columns: readonly Column<ShownMessage['deliveries'][number]>[] = [
    { key: 'when', header: text.common.day, value: (row) => row.day, cell: (row) => formatDate(row.day) },
    { key: 'event', header: words.event, rowHeader: true, cell: (row) => words.events[row.event] ?? row.event },
    { key: 'way', header: words.way, cell: (row) => words.steps[row.step as keyof typeof words.steps] ?? row.step },
    {
      key: 'reason',
      header: words.error,
      cell: (row) => (row.reason ? reasonWords(text, row.reason) : ''),
    },
  ];
  return (
    <DataTable
      caption={words.history}
      columns={columns}
      rows={message.deliveries}
      rowKey={(row) => `${row.key} ${row.event}`}
    />
  );
}
