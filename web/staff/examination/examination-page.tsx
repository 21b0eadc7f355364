import { Alert, Button, Checkbox, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OutputOf } from '#contracts/endpoint';
import { examinationForm, recordExamination } from '#contracts/examination';
import { decideExamination } from '#core/examination/result';
import { views } from '#core/examination/views';
import { usePathParam } from '../address.ts';
import { useLoad, useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useShortcuts } from '../components/shortcuts.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { type Draft, emptyDraft, isNormal, viewReports, withInterview, withView } from './draft.ts';
import { InterviewFields, interviewSections, sectionKeys } from './interview-fields.tsx';
import { LastTime } from './last-time.tsx';
import { NotScreened } from './not-screened.tsx';
import { ViewFields } from './view-fields.tsx';

type Form = OutputOf<typeof examinationForm>;

/** One woman's imaging session. All normal is one key; only exceptions are opened. */
export default function ExaminationPage() {
  const input = { personId: usePathParam('personId'), appointmentId: usePathParam('appointmentId') };
  const form = useLoad(examinationForm, input);
  return <Loaded query={form}>{(data) => <Examination form={data} key={data.woman.appointmentId} />}</Loaded>;
}

function Examination({ form }: { readonly form: Form }) {
  const { text, formatDate, formatTime } = useText();
  const words = text.examination;
  const { woman } = form;
  const actor = useActor();
  const back = useBack();
  const lead = [
    `${text.common.born} ${formatDate(woman.birthDate)}`,
    `${formatTime(woman.at)}, ${form.unitName}`,
    text.common.appointmentStatus[woman.status],
    ...woman.needs.map((need) => words.needs[need] ?? need),
  ].join(' · ');
  return (
    <>
      <PageHeading title={words.formOf(woman.name)} lead={lead} />
      <LastTime form={form} />
      {woman.status !== 'checked-in' ? (
        <Alert data-color="info">
          {woman.status === 'invited' || woman.status === 'confirmed'
            ? words.refusals['not-checked-in']
            : text.common.appointmentStatus[woman.status]}
        </Alert>
      ) : actor.role === 'radiographer' ? (
        <Entry form={form} onDone={back} />
      ) : (
        <NotScreened woman={woman} today={form.today} onDone={back} />
      )}
    </>
  );
}

function useBack(): () => void {
  const navigate = useNavigate();
  return () => void navigate({ to: '/unit-day' });
}

function Entry({ form, onDone }: { readonly form: Form; readonly onDone: () => void }) {
  const { text } = useText();
  const words = text.examination;
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { save, sending, error } = useSave(form, draft, onDone);
  const toggle = (id: string, show = !open.has(id)) =>
    setOpen(new Set(show ? [...open, id] : [...open].filter((one) => one !== id)));
  const normal = isNormal(draft);
  useShortcuts([
    ...(normal ? [{ key: 'n', label: words.saveNormal, run: save }] : []),
    ...interviewSections.map((id) => ({
      key: sectionKeys[id],
      label: `${words.interview}: ${sectionName(words, id)}`,
      run: () => toggle(id),
    })),
    ...views.map((view, i) => ({ key: String(i + 1), label: words.views[view], run: () => toggle(view) })),
    { key: 'k', label: words.graded, run: () => setDraft({ ...draft, graded: !draft.graded }) },
  ]);
  return (
    <div className="stack">
      <Paragraph>{words.exceptionsOnly}</Paragraph>
      <div className="columns">
        <section>
          <Heading level={2} data-size="2xs">
            {words.interview}
          </Heading>
          <InterviewFields
            interview={draft.interview}
            rules={form.rules}
            today={form.today}
            open={open}
            onToggle={toggle}
            onChange={(interview) => setDraft(withInterview(draft, interview))}
          />
        </section>
        <section style={{ marginBlockStart: 0 }}>
          <Heading level={2} data-size="2xs">
            {words.images}
          </Heading>
          <ViewFields
            drafts={draft.views}
            criteria={form.rules.criteria}
            graded={draft.graded}
            open={open}
            onToggle={toggle}
            onChange={(view, change) => setDraft(withView(draft, view, change))}
          />
          <Checkbox
            label={words.graded}
            description={words.gradedHint}
            value="graded"
            checked={draft.graded}
            onChange={(event) => setDraft({ ...draft, graded: event.currentTarget.checked })}
          />
          <Checkbox
            label={words.cannotBeBetter}
            value="cannot-be-better"
            checked={draft.cannotBeBetter}
            onChange={(event) => setDraft({ ...draft, cannotBeBetter: event.currentTarget.checked })}
          />
        </section>
      </div>
      <ErrorBox error={error} />
      <div className="filters save-bar">
        <Button onClick={save} disabled={sending}>
          {normal ? <kbd aria-hidden>N</kbd> : null} {normal ? words.saveNormal : words.saveWithExceptions}
        </Button>
        <WillBe form={form} draft={draft} />
      </div>
      <NotScreened woman={form.woman} today={form.today} onDone={onDone} />
    </div>
  );
}

const sectionName = (
  words: ReturnType<typeof useText>['text']['examination'],
  id: (typeof interviewSections)[number],
) => (id === 'mammogram' ? words.lastMammogram : words[id]);

/** What the session will be saved as, by the same rule that the server applies. */
function WillBe({ form, draft }: { readonly form: Form; readonly draft: Draft }) {
  const { text } = useText();
  const words = text.examination;
  const reports = viewReports(draft);
  if (!reports) return null;
  const decision = decideExamination({ ...draft, views: reports }, form.rules, form.today);
  if (!decision.ok) return <StatusTag tone="danger">{words.refusals[decision.refusal.code]}</StatusTag>;
  const { result, quality } = decision.value;
  const tone = result === 'complete' ? 'success' : 'warning';
  return (
    <span>
      {words.willBe}: <StatusTag tone={tone}>{words.results[result]}</StatusTag>{' '}
      <StatusTag>{`PAI: ${words.grades[quality ?? 'none']}`}</StatusTag>
    </span>
  );
}

function useSave(form: Form, draft: Draft, onDone: () => void) {
  const { text, formatDate, formatTime } = useText();
  const words = text.examination;
  const send = useSend(recordExamination);
  const toast = useToast();
  const { personId, appointmentId, version, name } = form.woman;
  const save = () => {
    const reports = viewReports(draft);
    if (!reports || send.isPending) return;
    const { interview, cannotBeBetter } = draft;
    send.mutate(
      { personId, appointmentId, version, interview, views: reports, cannotBeBetter },
      {
        onSuccess: ({ result, newTime }) => {
          const time = newTime ? words.newTime(formatDate(newTime.day), formatTime(newTime.at)) : words.noNewTime;
          const more = result === 'technical-recall' ? `. ${time}` : '';
          toast({ text: `${words.saved(name, words.results[result])}${more}` });
          onDone();
        },
      },
    );
  };
  return { save, sending: send.isPending, error: send.error };
}
