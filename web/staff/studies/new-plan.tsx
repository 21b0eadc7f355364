import { Alert, Button, Details, Field, Input, Label, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { writeStudyPlan } from '#contracts/study-plans';
import { issueFault } from '#core/studies/issue-fault';
import type { PlanFault } from '#core/studies/plan-fault';
import { planSchema } from '#core/studies/study';
import type { OutputOf } from '#contracts/endpoint';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import { FaultList } from './plan/fault-list.tsx';
import { usePlanText } from './plan/plan-text.ts';

/** More faults of form than this are found when the first are mended. */
const MOST_FAULTS = 8;

/** Enters a plan from a file: a new study, a new draft, or an amendment. What is wrong with it is said at once. */
export function NewPlan() {
  const { text } = useText();
  const words = text.studies;
  const planWords = usePlanText();
  const [file, setFile] = useState<File>();
  const [notJson, setNotJson] = useState(false);
  const [noPlan, setNoPlan] = useState<readonly PlanFault[]>([]);
  const [found, setFound] = useState<OutputOf<typeof writeStudyPlan>>();
  const send = useSend(writeStudyPlan);
  const toast = useToast();
  const load = async () => {
    if (!file) return;
    setFound(undefined);
    setNoPlan([]);
    const plan = parsed(await file.text());
    setNotJson(plan === undefined);
    if (plan === undefined) return;
    const read = planSchema.safeParse(plan);
    if (!read.success) {
      setNoPlan(read.error.issues.slice(0, MOST_FAULTS).map((issue) => issueFault(issue, plan)));
      return;
    }
    send.mutate(
      { plan },
      {
        onSuccess: (written) => {
          setFound(written);
          toast({ text: words.loaded(written.version) });
        },
      },
    );
  };
  return (
    <Details className="no-print">
      <Details.Summary>{planWords.fromFile}</Details.Summary>
      <Details.Content className="stack">
        <ErrorBox error={send.error} />
        {notJson ? <Alert data-color="danger">{words.notJson}</Alert> : null}
        {noPlan.length > 0 ? (
          <Alert data-color="danger">
            <Paragraph>{words.refusals['bad-plan']}</Paragraph>
            <FaultList faults={noPlan} />
          </Alert>
        ) : null}
        {found && found.faults.length > 0 ? (
          <Alert data-color="warning">
            <Paragraph>{words.faults(found.version)}</Paragraph>
            <FaultList faults={found.faults} protocol={found.protocol} />
          </Alert>
        ) : null}
        <Field data-size="sm">
          <Label>{words.planFile}</Label>
          <Field.Description>{words.newPlanHelp}</Field.Description>
          <Input type="file" accept="application/json,.json" onChange={(e) => setFile(e.currentTarget.files?.[0])} />
        </Field>
        <div>
          <Button variant="secondary" disabled={!file || send.isPending} onClick={() => void load()}>
            {words.load}
          </Button>
        </div>
      </Details.Content>
    </Details>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
