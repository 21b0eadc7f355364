import { Button, Checkbox, Fieldset, Heading, Label, Field, Radio, Textarea } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { recordAssessment } from '#contracts/assessment';
import { assessmentDayResult, type Procedure, takesTissue } from '#core/assessment/procedures';
import { assessmentProcedures } from '#core/registry/delivery';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useShortcuts } from '../components/shortcuts.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import type { Worksheet } from './worksheet-page.tsx';

/** What was done and what it shows. Choosing a biopsy leaves the answer to pathology, as the rule says. */
export function AssessmentForm({ sheet }: { readonly sheet: Worksheet }) {
  const { text } = useText();
  const words = text.assessment;
  const [procedures, setProcedures] = useState<readonly Procedure[]>([]);
  const [seen, setSeen] = useState<'negative' | 'benign'>('negative');
  const [note, setNote] = useState('');
  const save = useSend(recordAssessment);
  const toast = useToast();
  const imaging = takesTissue(procedures) ? 'biopsied' : seen;
  const result = assessmentDayResult(procedures, imaging);
  const { personId, episodeId } = sheet;
  const send = () =>
    save.mutate(
      { personId, episodeId, procedures: [...procedures], imaging, note: note.trim() || null },
      { onSuccess: (saved) => toast({ text: words.assessmentSaved[saved.result] }) },
    );
  const toggle = (procedure: Procedure, on: boolean) =>
    setProcedures(assessmentProcedures.filter((p) => (p === procedure ? on : procedures.includes(p))));
  useShortcuts([
    ...assessmentProcedures.map((procedure, i) => ({
      key: String(i + 1),
      label: words.procedureNames[procedure],
      run: () => toggle(procedure, !procedures.includes(procedure)),
    })),
    { key: 's', label: words.saveAssessment, run: () => (result.ok && !save.isPending ? send() : undefined) },
  ]);
  return (
    <section className="stack no-print">
      <Heading level={2} data-size="2xs">
        {words.record}
      </Heading>
      <div className="columns">
        <Fieldset>
          <Fieldset.Legend>{words.procedures}</Fieldset.Legend>
          {assessmentProcedures.map((procedure) => (
            <Checkbox
              key={procedure}
              label={words.procedureNames[procedure]}
              value={procedure}
              checked={procedures.includes(procedure)}
              onChange={(event) => toggle(procedure, event.currentTarget.checked)}
            />
          ))}
        </Fieldset>
        <Fieldset>
          <Fieldset.Legend>{words.imaging}</Fieldset.Legend>
          {(['negative', 'benign', 'biopsied'] as const).map((value) => (
            <Radio
              key={value}
              name="imaging"
              label={words.imagingResults[value]}
              value={value}
              checked={imaging === value}
              disabled={(value === 'biopsied') !== takesTissue(procedures)}
              onChange={() => value !== 'biopsied' && setSeen(value)}
            />
          ))}
        </Fieldset>
      </div>
      <Field>
        <Label>{words.note}</Label>
        <Textarea value={note} maxLength={2000} onChange={(event) => setNote(event.currentTarget.value)} />
      </Field>
      <ErrorBox error={save.error} />
      <div>
        <Button disabled={!result.ok || save.isPending} onClick={send}>
          {words.saveAssessment} <kbd>S</kbd>
        </Button>
      </div>
    </section>
  );
}
