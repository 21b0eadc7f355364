import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useRef } from 'react';
import { discardPlan } from '#contracts/study-plans';
import type { StudyPlan } from '#core/studies/study';
import { useSend } from '../../api.ts';
import { ErrorBox } from '../../components/error-box.tsx';
import { saveFile } from '../../components/save-file.ts';
import { jsonFile } from './json-file.ts';
import { useToast } from '../../components/toast.tsx';
import { usePlanText } from './plan-text.ts';

/** The plan as a file for another installation, and throwing away what is written. */
export function DiscardPlan(props: {
  readonly studyId: string;
  readonly edit: number;
  readonly plan: StudyPlan | null;
  readonly onDone: () => void;
}) {
  const words = usePlanText();
  const dialog = useRef<HTMLDialogElement>(null);
  const send = useSend(discardPlan);
  const toast = useToast();
  const { studyId, edit, plan } = props;
  const discard = () =>
    send.mutate(
      { studyId, edit },
      {
        onSuccess: () => {
          toast({ text: words.discarded });
          props.onDone();
        },
      },
    );
  return (
    <div className="plan-save-buttons no-print">
      {plan ? (
        <Button
          variant="tertiary"
          data-size="sm"
          onClick={() => saveFile(`${plan.id}-${plan.version}.json`, jsonFile(plan))}
        >
          {words.download}
        </Button>
      ) : null}
      <Button variant="tertiary" data-size="sm" data-color="danger" onClick={() => dialog.current?.showModal()}>
        {words.discard}
      </Button>
      <Dialog ref={dialog}>
        <div className="stack">
          <Heading level={2} data-size="xs">
            {words.discardQuestion}
          </Heading>
          <Paragraph>{words.discardHelp}</Paragraph>
          <ErrorBox error={send.error} />
          <div className="page-actions">
            <Button data-color="danger" disabled={send.isPending} onClick={discard}>
              {words.discard}
            </Button>
            <Button variant="secondary" onClick={() => dialog.current?.close()}>
              {words.keep}
            </Button>
          </div>
        </div>
      </Dialog>
    </div>
  );
}
