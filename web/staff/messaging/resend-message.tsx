import { Button, Paragraph } from '@digdir/designsystemet-react';
import { resendMessage, type ShownMessage } from '#contracts/messaging';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';

/** Sends the message again, by its first way or on paper; says why when that cannot be. */
export function ResendMessage({ message }: { readonly message: ShownMessage }) {
  const { text } = useText();
  const send = useSend(resendMessage);
  const toast = useToast();
  const { personId, messageId } = message;
  if (message.resend !== 'possible')
    return <Paragraph data-size="sm">{text.messaging.cannotResend[message.resend]}</Paragraph>;
  const again = (way: 'first' | 'print') =>
    send.mutate({ personId, messageId, way }, { onSuccess: () => toast({ text: text.messaging.resent }) });
  return (
    <>
      <ErrorBox error={send.error} />
      <Button variant="secondary" disabled={send.isPending} onClick={() => again('first')}>
        {text.messaging.resend}
      </Button>
      {message.kind === 'sms-reminder' ? null : (
        <Button variant="secondary" disabled={send.isPending} onClick={() => again('print')}>
          {text.messaging.resendOnPaper}
        </Button>
      )}
    </>
  );
}
