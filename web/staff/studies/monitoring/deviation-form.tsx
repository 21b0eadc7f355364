import { Button, Details, Field, Label, Select, Textarea, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import { deviationKinds, recordDeviation } from '#contracts/study-monitoring';
import { useSend } from '../../api.ts';
import { ErrorBox } from '../../components/error-box.tsx';
import { useToast } from '../../components/toast.tsx';
import { useMonitoringText } from './monitoring-text.ts';

type Kind = (typeof deviationKinds)[number];

/** Enters a departure from the protocol. What is typed stays when it is refused. */
export function DeviationForm({ studyId, today }: { readonly studyId: string; readonly today: string }) {
  const words = useMonitoringText();
  const toast = useToast();
  const send = useSend(recordDeviation);
  const empty = { examinationId: '', kind: 'other' as Kind, words: '', happenedOn: today };
  const [draft, setDraft] = useState(empty);
  const set = (change: Partial<typeof empty>) => setDraft({ ...draft, ...change });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const done = () => {
      setDraft(empty);
      toast({ text: words.saved });
    };
    send.mutate({ studyId, ...draft, examinationId: draft.examinationId.trim() }, { onSuccess: done });
  };
  return (
    <Details className="no-print">
      <Details.Summary>{words.addDeviation}</Details.Summary>
      <Details.Content>
        <form onSubmit={save} className="stack">
          <ErrorBox error={send.error} />
          <Textfield
            label={words.examination}
            required
            value={draft.examinationId}
            onChange={(event) => set({ examinationId: event.currentTarget.value })}
          />
          <Field>
            <Label>{words.kind}</Label>
            <Select value={draft.kind} onChange={(event) => set({ kind: event.currentTarget.value as Kind })}>
              {deviationKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {words.kinds[kind]}
                </option>
              ))}
            </Select>
          </Field>
          <Textfield
            type="date"
            label={words.happenedOn}
            max={today}
            required
            value={draft.happenedOn}
            onChange={(event) => set({ happenedOn: event.currentTarget.value })}
          />
          <Field>
            <Label>{words.words}</Label>
            <Textarea
              required
              minLength={5}
              maxLength={2000}
              value={draft.words}
              onChange={(event) => set({ words: event.currentTarget.value })}
            />
          </Field>
          <div>
            <Button type="submit" variant="secondary" loading={send.isPending}>
              {words.save}
            </Button>
          </div>
        </form>
      </Details.Content>
    </Details>
  );
}
