import { Alert, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OutputOf } from '#contracts/endpoint';
import { examinationForm, recordExamination } from '#contracts/examination';
import { fits } from '#core/studies/images';
import { usePathParam } from '../address.ts';
import { useLoad, useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useToast } from '../components/toast.tsx';
import { AskStudies } from '../studies/ask-studies.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { DayNotes } from './day-notes.tsx';
import { type Draft, emptyDraft, imagesToTake, reportOf } from './draft.ts';
import { DraftFields } from './draft-fields.tsx';
import { DrawImages } from './draw-images.tsx';
import { LastTime } from './last-time.tsx';
import { NotScreened } from './not-screened.tsx';
import { SaveDraft } from './save-draft.tsx';
import { WillBe } from './will-be.tsx';

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
  const back = useBack(form.unitId);
  const lead = [
    `${text.common.born} ${formatDate(woman.birthDate)}`,
    `${formatTime(woman.at)}, ${form.unitName}`,
    text.common.appointmentStatus[woman.status],
  ].join(' · ');
  return (
    <>
      <PageHeading title={words.formOf(woman.name)} lead={lead} />
      <DayNotes woman={woman} />
      <LastTime form={form} />
      {woman.status !== 'checked-in' ? (
        <Alert data-color="info">
          {woman.status === 'invited' || woman.status === 'confirmed'
            ? words.refusals['not-checked-in']
            : text.common.appointmentStatus[woman.status]}
        </Alert>
      ) : actor.role === 'radiographer' ? (
        <>
          <AskStudies personId={woman.personId} />
          <Entry form={form} onDone={back} />
        </>
      ) : (
        <NotScreened woman={woman} today={form.today} onDone={back} />
      )}
    </>
  );
}

/** Back to her unit's list, where the next woman is in focus. */
function useBack(unit: string): () => void {
  const navigate = useNavigate();
  return () => void navigate({ to: '/unit-day', search: { unit, next: '1' } as never });
}

function Entry({ form, onDone }: { readonly form: Form; readonly onDone: () => void }) {
  const { text } = useText();
  const words = text.examination;
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [withoutDraw, setWithoutDraw] = useState(false);
  const [because, setBecause] = useState('');
  const { draw } = form;
  const toTake = imagesToTake(draw?.modality);
  const others = draw?.modality ? !fits(draw.modality, draft.modality ?? toTake) : false;
  const { save, sending, error } = useSave(form, draft, others ? because : undefined, onDone);
  // What a study is to draw for is not saved by the one key before it has.
  const waits = draw?.modality === null && !withoutDraw;
  return (
    <div className="stack">
      {draw && !withoutDraw ? (
        <DrawImages form={form} draw={draw} draft={draft} onWithout={() => setWithoutDraw(true)} />
      ) : null}
      <Paragraph>{words.exceptionsOnly}</Paragraph>
      <DraftFields draft={draft} rules={form.rules} today={form.today} toTake={toTake} onChange={setDraft} />
      {others ? (
        <Textfield
          label={words.draw.why}
          description={words.draw.whyHelp}
          maxLength={300}
          value={because}
          onChange={(event) => setBecause(event.currentTarget.value)}
        />
      ) : null}
      <ErrorBox error={error} />
      <div className="filters save-bar">
        <SaveDraft draft={draft} sending={sending} waits={waits} onSave={save} />
        <WillBe rules={form.rules} today={form.today} draft={draft} />
      </div>
      <NotScreened woman={form.woman} today={form.today} onDone={onDone} />
    </div>
  );
}

function useSave(form: Form, draft: Draft, otherImagesBecause: string | undefined, onDone: () => void) {
  const { text, formatDate, formatTime } = useText();
  const words = text.examination;
  const send = useSend(recordExamination);
  const toast = useToast();
  const { personId, appointmentId, version, name } = form.woman;
  const report = reportOf(draft);
  const save = () => {
    if (!report || send.isPending) return;
    const modality = draft.modality ?? imagesToTake(form.draw?.modality);
    const because = otherImagesBecause && otherImagesBecause.trim().length >= 3 ? { otherImagesBecause } : {};
    send.mutate(
      { personId, appointmentId, version, modality, ...report, ...because },
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
