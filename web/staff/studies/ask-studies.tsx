import { Button, Field, Heading, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { OutputOf } from '#contracts/endpoint';
import { recordStudyConsent, studiesOfWoman } from '#contracts/studies';
import type { FormLanguage } from '#core/studies/consent';
import { useLoad, useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useShortcuts } from '../components/shortcuts.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';

type Asked = OutputOf<typeof studiesOfWoman>['studies'][number];

/** The study that a woman is to be asked about, answered by one key. Nothing for all others. */
export function AskStudies({ personId }: { readonly personId: string }) {
  const { data } = useLoad(studiesOfWoman, { personId });
  const [first] = data?.studies.filter((study) => study.ask) ?? [];
  return first ? <AskOne key={first.studyId} personId={personId} study={first} /> : null;
}

function AskOne({ personId, study }: { readonly personId: string; readonly study: Asked }) {
  const { text, written } = useText();
  const words = text.studies.ask;
  const [later, setLater] = useState(false);
  const [language, setLanguage] = useState<FormLanguage>(study.form?.languages[0] ?? 'nb');
  const send = useSend(recordStudyConsent);
  const toast = useToast();
  const { studyId, form } = study;
  const answer = (answered: 'agrees' | 'declines') => {
    if (later || send.isPending || !form) return;
    send.mutate(
      {
        studyId,
        personId,
        answer:
          answered === 'agrees'
            ? { answer: 'agrees', how: 'paper', formVersion: form.version, language }
            : { answer: 'declines', how: 'verbal' },
      },
      { onSuccess: () => toast({ text: words.saved[answered] }) },
    );
  };
  useShortcuts(
    later
      ? []
      : [
          { key: 'j', label: words.agrees, run: () => answer('agrees') },
          { key: 'v', label: words.declines, run: () => answer('declines') },
        ],
  );
  if (later || !form) return null;
  return (
    <section className="ask-study" aria-labelledby={`ask-${studyId}`}>
      <Heading level={2} data-size="2xs" id={`ask-${studyId}`}>
        {words.heading(study.title[written])}
      </Heading>
      <Paragraph>{words.question}</Paragraph>
      <ErrorBox error={send.error} />
      <div className="filters">
        <Button variant="secondary" data-size="sm" disabled={send.isPending} onClick={() => answer('agrees')}>
          <kbd aria-hidden>J</kbd> {words.agrees}
        </Button>
        <Button variant="secondary" data-size="sm" disabled={send.isPending} onClick={() => answer('declines')}>
          <kbd aria-hidden>V</kbd> {words.declines}
        </Button>
        <Button variant="tertiary" data-size="sm" onClick={() => setLater(true)}>
          {words.later}
        </Button>
        {form.languages.length > 1 ? (
          <Field data-size="sm">
            <Label>{words.language}</Label>
            <Select value={language} onChange={(event) => setLanguage(event.currentTarget.value as FormLanguage)}>
              {form.languages.map((one) => (
                <option key={one} value={one}>
                  {text.studies.formLanguages[one]}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
      </div>
    </section>
  );
}
