import { Button } from '@digdir/designsystemet-react';
import { countMessages, listMessages, messageFilter, resendFailed } from '#contracts/messaging';
import { useAddress } from '../address.ts';
import { useLoad, useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { MessageDays } from './message-days.tsx';
import { MessageFilters } from './message-filters.tsx';
import { MessageTable } from './message-table.tsx';

/** Letters and SMS: what waits and what failed, the list by its filters, and the last fortnight. */
export default function MessagesPage() {
  const { text, formatNumber } = useText();
  const [filter, setFilter] = useAddress(messageFilter);
  const counts = useLoad(countMessages, {}, { every: 60_000 });
  const list = useLoad(listMessages, filter, { keep: true });
  const again = useSend(resendFailed);
  const toast = useToast();
  const { role } = useActor();
  const resendAll = () =>
    again.mutate({}, { onSuccess: ({ resent }) => toast({ text: text.messaging.resentAll(formatNumber(resent)) }) });
  const failedShown = filter.state === 'failed' && role === 'office' && (counts.data?.forAPerson ?? 0) > 0;
  return (
    <>
      <PageHeading title={text.messaging.title} lead={text.messaging.lead}>
        {failedShown ? (
          <Button onClick={resendAll} disabled={again.isPending}>
            {text.messaging.resendAll}
          </Button>
        ) : null}
      </PageHeading>
      <ErrorBox error={again.error} />
      <Loaded query={counts}>
        {({ forAPerson, waiting }) => (
          <Stats label={text.messaging.stats}>
            <Stat
              label={text.messaging.forAPerson}
              value={formatNumber(forAPerson)}
              to="/messages"
              search={{ state: 'failed' }}
            />
            <Stat
              label={text.messaging.waiting}
              value={formatNumber(waiting)}
              to="/messages"
              search={{ state: 'waiting' }}
            />
          </Stats>
        )}
      </Loaded>
      <section style={{ marginBlockStart: '1.5rem' }}>
        <MessageFilters filter={filter} setFilter={setFilter} />
        <ErrorBox error={list.error} />
        {list.error ? null : (
          <Loaded query={list}>
            {(data) => <MessageTable {...data} page={filter.page} onPage={(page) => setFilter({ page })} />}
          </Loaded>
        )}
      </section>
      <Loaded query={counts}>{({ days }) => <MessageDays days={days} />}</Loaded>
    </>
  );
}
