import type { ShownStudy } from '#contracts/studies';
import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useNavigate } from '@tanstack/react-router';
import { beginPlan } from '#contracts/study-plans';
import { useSend } from '../../api.ts';
import { ErrorBox } from '../../components/error-box.tsx';
import { saveFile } from '../../components/save-file.ts';
import { useText } from '../../text.tsx';
import { jsonFile } from './json-file.ts';
import { usePlanText } from './plan-text.ts';

/** From the study to its form: an amendment, the version that waits to be signed, or what somebody is writing; and the plan as a file. */
export function WriteOn({ data }: { readonly data: ShownStudy }) {
  const { formatDate } = useText();
  const words = usePlanText();
  const send = useSend(beginPlan);
  const navigate = useNavigate();
  const { studyId, draft, plan } = data;
  const write = () =>
    send.mutate(
      { studyId, anew: false },
      { onSuccess: () => void navigate({ to: '/studies/$studyId/plan', params: { studyId } }) },
    );
  const label = draft ? words.continueWriting : data.unsigned ? words.writeOn : words.writeAmendment;
  return (
    <div className="no-print">
      <ErrorBox error={send.error} />
      {draft ? (
        <Paragraph data-size="sm">
          {words.draftWaits(draft.version, draft.writtenBy, formatDate(draft.writtenOn))}
        </Paragraph>
      ) : null}
      <div className="study-links">
        {data.mayPlan ? (
          <Button variant="secondary" data-size="sm" disabled={send.isPending} onClick={write}>
            {label}
          </Button>
        ) : null}
        <Button
          variant="tertiary"
          data-size="sm"
          onClick={() => saveFile(`${plan.id}-${plan.version}.json`, jsonFile(plan))}
        >
          {words.download}
        </Button>
      </div>
    </div>
  );
}
