import { Alert, Button, Heading, List, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { type MissingThing, studyDraws, takeStudyStep, type ShownStudy } from '#contracts/studies';
import type { InputOf } from '#contracts/endpoint';
import type { StepKind } from '#core/studies/steps';
import { call, useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { saveFile } from '../components/save-file.ts';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import { FaultList } from './plan/fault-list.tsx';
import { jsonFile } from './plan/json-file.ts';
import { StepButton } from './step-button.tsx';

type Step = InputOf<typeof takeStudyStep>['step'];

/** What is missing before the study can go on, and the steps that can be taken. */
export function NextStep({ data }: { readonly data: ShownStudy }) {
  const { text } = useText();
  const words = text.studies;
  const send = useSend(takeStudyStep);
  const toast = useToast();
  const { unsigned } = data;
  const signs = (kind: string) => kind === 'set-up' || kind === 'amended';
  const steps = (data.steps as StepKind[]).filter(
    (kind) => (!signs(kind) || unsigned) && !(kind === 'key-revealed' && data.revealed),
  );
  const take = (kind: StepKind, reason: { readonly reason?: string }) =>
    send.mutate(
      {
        studyId: data.studyId,
        seen: data.seq,
        step: { kind, ...(signs(kind) ? { version: unsigned?.version } : {}), ...reason } as Step,
        ...(signs(kind) && unsigned ? { edit: unsigned.edit } : {}),
      },
      { onSuccess: () => toast({ text: words.stepTaken }) },
    );
  const blocked = (kind: StepKind) =>
    (signs(kind) && (unsigned?.faults.length ?? 0) > 0) ||
    (['approved', 'resumed', 'amended'].includes(kind) && data.missing.length > 0);
  return (
    <section aria-labelledby="next-step">
      <Heading level={2} data-size="xs" id="next-step">
        {words.next}
      </Heading>
      <ErrorBox error={send.error} />
      <div className="stack">
        {data.missing.length > 0 ? (
          <Alert data-color="warning">
            <Paragraph>{words.missing}</Paragraph>
            <MissingList missing={data.missing} />
          </Alert>
        ) : data.state === 'closed' ? null : (
          <Paragraph>{words.nothingMissing}</Paragraph>
        )}
        {unsigned ? <Unsigned {...unsigned} /> : null}
        {data.revealed ? <Draws studyId={data.studyId} /> : null}
        {steps.length > 0 ? (
          <div className="filters no-print">
            {steps.map((kind) => (
              <StepButton
                key={kind}
                kind={kind}
                disabled={send.isPending || blocked(kind)}
                onTake={(reason) => take(kind, reason)}
              />
            ))}
          </div>
        ) : null}
      </div>
    </section>
  );
}

function Unsigned({ version, faults, protocol }: NonNullable<ShownStudy['unsigned']>) {
  const words = useText().text.studies;
  if (faults.length === 0) return <Paragraph>{words.ready(version)}</Paragraph>;
  return (
    <Alert data-color="warning">
      <Paragraph>{words.faults(version)}</Paragraph>
      <FaultList faults={faults} protocol={protocol} />
    </Alert>
  );
}

/** What is missing, each in words. */
export function MissingList({ missing }: { readonly missing: readonly MissingThing[] }) {
  const words = useText().text.studies;
  return (
    <List.Unordered>
      {missing.map(({ what, centreId, because }) => (
        <List.Item key={`${what} ${centreId}`}>
          {words.things[what]} {because === 'none' ? null : words.because[because]}
        </List.Item>
      ))}
    </List.Unordered>
  );
}

/** The file that the draws are worked out again from, once the key is revealed. */
function Draws({ studyId }: { readonly studyId: string }) {
  const words = useText().text.studies;
  const [error, setError] = useState<unknown>();
  const save = () =>
    call(studyDraws, { studyId }).then((file) => saveFile(`${studyId}-draws.json`, jsonFile(file)), setError);
  return (
    <div>
      <ErrorBox error={error} />
      <Paragraph>{words.drawsHelp}</Paragraph>
      <Button variant="secondary" data-size="sm" onClick={() => void save()}>
        {words.draws}
      </Button>
    </div>
  );
}
