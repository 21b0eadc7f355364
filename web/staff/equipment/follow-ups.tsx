import { Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { closeFollowUp, type EquipmentDetail } from '#contracts/equipment';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { Advice } from './new-test.tsx';

type FollowUp = EquipmentDetail['followUps'][number];

/** What has failed: what to do while it is open, by when, and what came of it. */
export function FollowUps({ data }: { readonly data: EquipmentDetail }) {
  const { text, formatDate } = useText();
  const words = text.equipment;
  const open = data.followUps.filter((one) => one.closedOn === null);
  const closed = data.followUps.filter((one) => one.closedOn !== null);
  const worst = open.some((one) => one.suspended) ? 'suspended' : 'failed';
  return (
    <section className="stack">
      <Heading level={2} data-size="2xs">
        {words.followUps}
      </Heading>
      {data.followUps.length === 0 ? <Paragraph>{words.noFollowUps}</Paragraph> : null}
      {open.length > 0 ? <Advice result={worst} /> : null}
      {open.map((one) => (
        <OpenFollowUp key={one.testId} one={one} today={data.today} />
      ))}
      {closed.length > 0 ? (
        <ul>
          {closed.map((one) => (
            <li key={one.testId}>
              {`${words.tests[one.test] ?? one.test}, ${formatDate(one.openedOn, 'short')}. ${words.closedOn} ${formatDate(one.closedOn ?? one.openedOn, 'short')}: ${one.closedBecause ?? words.closedByTest}`}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function OpenFollowUp({ one, today }: { readonly one: FollowUp; readonly today: string }) {
  const { text, formatDate } = useText();
  const words = text.equipment;
  const [because, setBecause] = useState('');
  const send = useSend(closeFollowUp);
  const toast = useToast();
  const isPhysicist = useActor().role === 'physicist';
  const close = () => send.mutate({ testId: one.testId, because }, { onSuccess: () => toast({ text: words.closed }) });
  return (
    <div className="stack">
      <Paragraph>
        <strong>{words.tests[one.test] ?? one.test}</strong>, {formatDate(one.openedOn, 'short')}. {words.mendBy}{' '}
        {formatDate(one.dueOn, 'short')}{' '}
        {one.dueOn < today ? <StatusTag tone="danger">{words.dueStates.overdue}</StatusTag> : null}
      </Paragraph>
      <ErrorBox error={send.error} />
      {isPhysicist ? (
        <div className="filters no-print">
          <Textfield
            data-size="sm"
            label={words.closeWhy}
            maxLength={500}
            value={because}
            onChange={(event) => setBecause(event.currentTarget.value)}
          />
          <Button
            variant="tertiary"
            data-size="sm"
            disabled={send.isPending || because.trim().length < 3}
            onClick={close}
          >
            {words.closeByHand}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
