import { Button, Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { Endpoint, InputOf } from '#contracts/endpoint';
import {
  liftReservation,
  liftStop,
  reserveStorage,
  stopInvitations,
  undoStop,
  type WomanTimeline,
} from '#contracts/people';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useUndo } from '../components/use-undo.ts';
import { useActor, useSession } from '../session.tsx';
import { useText } from '../text.tsx';

/** The two registers a woman may enter herself in; the office writes in them on her word. */
export function Registers({ woman }: { readonly woman: WomanTimeline }) {
  const { text, formatDate } = useText();
  const words = text.people;
  const { personId, stoppedFrom, reservedFrom } = woman;
  const { today } = useSession();
  const stop = useUndo(stopInvitations, () => words.stopped);
  const takeStopBack = useUndo(undoStop, ({ round, time }) => words.stopUndone(round, time));
  const reserve = useUndo(reserveStorage, () => words.reserved);
  const lift = useUndo(liftReservation, () => words.reserveLifted);
  return (
    <Card>
      <Heading level={2} data-size="2xs">
        {words.registers}
      </Heading>
      <Heading level={3} data-size="2xs">
        {words.stopTitle}
      </Heading>
      <Paragraph>{stoppedFrom ? words.stopOn(formatDate(stoppedFrom)) : words.stopOff}</Paragraph>
      {stoppedFrom && stoppedFrom === today ? (
        <UndoStopButton personId={personId} />
      ) : stoppedFrom ? (
        <RegisterButton
          endpoint={liftStop}
          onUndo={() => stop({ personId })}
          input={{ personId }}
          label={words.liftStop}
          done={words.stopLifted}
        />
      ) : (
        <RegisterButton
          endpoint={stopInvitations}
          onUndo={() => takeStopBack({ personId })}
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
          onUndo={() => reserve({ personId })}
          input={{ personId }}
          label={words.liftReserve}
          done={words.reserveLifted}
        />
      ) : (
        <RegisterButton
          endpoint={reserveStorage}
          onUndo={() => lift({ personId })}
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
  readonly onUndo: () => void;
  readonly input: InputOf<E>;
  readonly label: string;
  readonly done: string;
}) {
  const send = useSend(props.endpoint);
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
            onSuccess: () => toast({ text: props.done, undo: props.onUndo }),
          })
        }
      >
        {props.label}
      </Button>
      <ErrorBox error={send.error} />
    </>
  );
}

/** On the day it was entered it is taken back whole, her round and her time with it; later it is lifted from that day. */
function UndoStopButton({ personId }: { readonly personId: string }) {
  const words = useText().text.people;
  const send = useSend(undoStop);
  const toast = useToast();
  if (useActor().role !== 'office') return null;
  return (
    <>
      <Button
        variant="secondary"
        data-size="sm"
        disabled={send.isPending}
        onClick={() =>
          send.mutate({ personId }, { onSuccess: ({ round, time }) => toast({ text: words.stopUndone(round, time) }) })
        }
      >
        {words.undoStop}
      </Button>
      <ErrorBox error={send.error} />
    </>
  );
}
