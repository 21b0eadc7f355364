import { Alert, Button, Details, Field, Input, Label, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { writeStudyPlan } from '#contracts/study-plans';
import type { PlanFault } from '#core/studies/plan-fault';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import { FaultList } from './plan/fault-list.tsx';
import { usePlanText } from './plan/plan-text.ts';

/** Enters a plan from a file: a new study, a new draft, or an amendment. What is wrong with it is said at once. */
export function NewPlan() {
  const { text } = useText();
  const words = text.studies;
  const planWords = usePlanText();
  const [file, setFile] = useState<File>();
  const [notJson, setNotJson] = useState(false);
  const [found, setFound] = useState<{ version: string; faults: readonly PlanFault[] }>();
  const send = useSend(writeStudyPlan);
  const toast = useToast();
  const load = async () => {
    if (!file) return;
    setFound(undefined);
    const plan = parsed(await file.text());
    setNotJson(plan === undefined);
    if (plan === undefined) return;
    send.mutate(
      { plan },
      {
        onSuccess: ({ version, faults }) => {
          setFound({ version, faults });
          toast({ text: words.loaded(version) });
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
        {found && found.faults.length > 0 ? (
          <Alert data-color="warning">
            <Paragraph>{words.faults(found.version)}</Paragraph>
            <FaultList faults={found.faults} />
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
