import { Button, Paragraph } from '@digdir/designsystemet-react';
import { answerManual, type Manual } from '#contracts/manual';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';

/** Hands the answers in; says what it means before, since it is not undone here. */
export function SubmitAnswers({ manual }: { readonly manual: Manual }) {
  const { text } = useText();
  const words = text.manual;
  const send = useSend(answerManual);
  const toast = useToast();
  const submit = () =>
    send.mutate(
      { year: manual.year, centreId: manual.centre.id, seen: manual.seq, entry: { kind: 'submitted' } },
      { onSuccess: () => toast({ text: words.submitted }) },
    );
  return (
    <section className="stack no-print">
      <ErrorBox error={send.error} />
      <Paragraph>{words.submitLead}</Paragraph>
      <div>
        <Button disabled={send.isPending} onClick={submit}>
          {words.submit}
        </Button>
      </div>
    </section>
  );
}
