import { Button, Checkbox, Fieldset, Heading, Label, Field, Radio, Textarea } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { recordAssessment, type Worksheet } from '#contracts/assessment';
import { type Procedure, takesTissue } from '#core/assessment/procedures';
import { assessmentProcedures } from '#core/registry/delivery';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useShortcuts } from '../components/shortcuts.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';

/** What imaging shows when no tissue was taken; their keys follow those of the procedures. */
const findings = ['negative', 'benign'] as const;
const findingKey = (i: number) => String(assessmentProcedures.length + i + 1);

/**
 * What was done and what it shows. Choosing a biopsy leaves the answer to pathology, as the rule says; without one the
 * finding is chosen, never given beforehand: it closes her round and sends her letter.
 */
export function AssessmentForm({ sheet }: { readonly sheet: Worksheet }) {
  const { text } = useText();
  const words = text.assessment;
  const [procedures, setProcedures] = useState<readonly Procedure[]>([]);
  const [seen, setSeen] = useState<(typeof findings)[number] | null>(null);
  const [note, setNote] = useState('');
  const [fault, setFault] = useState('');
  const save = useSend(recordAssessment);
  const toast = useToast();
  const tissue = takesTissue(procedures);
  const { personId, episodeId } = sheet;
  const send = () => {
    const imaging = tissue ? 'biopsied' : seen;
    const missing = procedures.length === 0 ? words.refusals['nothing-done'] : imaging ? '' : words.chooseFinding;
    setFault(missing);
    if (missing || !imaging || save.isPending) return;
    save.mutate(
      { personId, episodeId, procedures: [...procedures], imaging, note: note.trim() || null },
      { onSuccess: (saved) => toast({ text: words.assessmentSaved[saved.result] }) },
    );
  };
  const toggle = (procedure: Procedure, on: boolean) => {
    setFault('');
    setProcedures(assessmentProcedures.filter((p) => (p === procedure ? on : procedures.includes(p))));
  };
  const find = (finding: (typeof findings)[number]) => {
    setFault('');
    setSeen(finding);
  };
  useShortcuts([
    ...assessmentProcedures.map((procedure, i) => ({
      key: String(i + 1),
      label: words.procedureNames[procedure],
      run: () => toggle(procedure, !procedures.includes(procedure)),
    })),
    ...findings.map((finding, i) => ({
      key: findingKey(i),
      label: words.imagingResults[finding],
      run: () => (tissue ? undefined : find(finding)),
    })),
    { key: 's', label: words.saveAssessment, run: send },
  ]);
  return (
    <section className="stack no-print">
      <Heading level={2} data-size="2xs">
        {words.record}
      </Heading>
      <div className="columns">
        <Fieldset>
          <Fieldset.Legend>{words.procedures}</Fieldset.Legend>
          {assessmentProcedures.map((procedure, i) => (
            <Checkbox
              key={procedure}
              label={<Keyed words={words.procedureNames[procedure]} by={String(i + 1)} />}
              value={procedure}
              checked={procedures.includes(procedure)}
              onChange={(event) => toggle(procedure, event.currentTarget.checked)}
            />
          ))}
        </Fieldset>
        <Fieldset>
          <Fieldset.Legend>{words.imaging}</Fieldset.Legend>
          {findings.map((finding, i) => (
            <Radio
              key={finding}
              name="imaging"
              label={<Keyed words={words.imagingResults[finding]} by={findingKey(i)} />}
              value={finding}
              checked={!tissue && seen === finding}
              disabled={tissue}
              onChange={() => find(finding)}
            />
          ))}
          <Radio
            name="imaging"
            label={words.imagingResults.biopsied}
            value="biopsied"
            checked={tissue}
            disabled={!tissue}
            readOnly
          />
        </Fieldset>
      </div>
      <Field>
        <Label>{words.note}</Label>
        <Textarea value={note} maxLength={2000} onChange={(event) => setNote(event.currentTarget.value)} />
      </Field>
      <p className="fault" role="alert">
        {fault}
      </p>
      <ErrorBox error={save.error} />
      <div>
        <Button aria-disabled={save.isPending} onClick={send}>
          {words.saveAssessment} <kbd>S</kbd>
        </Button>
      </div>
    </section>
  );
}

/** A choice and its key. */
function Keyed(props: { readonly words: string; readonly by: string }) {
  return (
    <>
      {props.words} <kbd aria-hidden>{props.by}</kbd>
    </>
  );
}
