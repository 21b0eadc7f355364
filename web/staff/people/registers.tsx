import { Button, Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { Endpoint, InputOf } from '#contracts/endpoint';
import { liftReservation, liftStop, reserveStorage, stopInvitations } from '#contracts/people';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import type { Woman } from './woman-page.tsx';

/** The two registers a woman may enter herself in; the office writes in them on her word. */
export function Registers({ woman }: { readonly woman: Woman }) {
  const { text, formatDate } = useText();
  const words = text.people;
  const { personId, stoppedFrom, reservedFrom } = woman;
  return (
    <Card>
      <Heading level={2} data-size="2xs">
        {words.registers}
      </Heading>
      <Heading level={3} data-size="2xs">
        {words.stopTitle}
      </Heading>
      <Paragraph>{stoppedFrom ? words.stopOn(formatDate(stoppedFrom)) : words.stopOff}</Paragraph>
      {stoppedFrom ? (
        <RegisterButton
          endpoint={liftStop}
          undo={stopInvitations}
          input={{ personId }}
          label={words.liftStop}
          done={words.stopLifted}
        />
      ) : (
        <RegisterButton
          endpoint={stopInvitations}
          undo={liftStop}
          input={{ personId }}
          label={words.stop}
          done={words.stopped}
        />
      )}
      <Heading level={3} data-size="2xs">
        {words.reserveTitle}
      </Heading>
      <Paragraph>{reservedFrom ? words.reserveOn(formatDate(reservedFrom)) : words.reserveOff}</Paragraph>
      {reservedFrom ? (
        <RegisterButton
          endpoint={liftReservation}
          undo={reserveStorage}
          input={{ personId }}
          label={words.liftReserve}
          done={words.reserveLifted}
        />
      ) : (
        <RegisterButton
          endpoint={reserveStorage}
          undo={liftReservation}
          input={{ personId }}
          label={words.reserve}
          done={words.reserved}
        />
      )}
    </Card>
  );
}

function RegisterButton<E extends Endpoint>(props: {
  readonly endpoint: E;
  /** What takes it back; it asks for the same. */
  readonly undo: E;
  readonly input: InputOf<E>;
  readonly label: string;
  readonly done: string;
}) {
  const send = useSend(props.endpoint);
  const undo = useSend(props.undo);
  const toast = useToast();
  const mayWrite = useActor().role === 'office';
  if (!mayWrite) return null;
  return (
    <>
      <Button
        variant="secondary"
        data-size="sm"
        disabled={send.isPending}
        onClick={() =>
          send.mutate(props.input, {
            onSuccess: () => toast({ text: props.done, undo: () => undo.mutate(props.input) }),
          })
        }
      >
        {props.label}
      </Button>
      <ErrorBox error={send.error ?? undo.error} />
    </>
  );
}
