import { Alert, Button, Textarea, Textfield } from '@digdir/designsystemet-react';
import { mammogramTooRecent, mayRecallOnSymptoms } from '#core/examination/interview';
import type { ExaminationRules } from '#core/examination/result';
import type { Day } from '#core/kernel/day';
import { useText } from '../text.tsx';
import { Choice } from './choice.tsx';
import { answered, type InterviewDraft, type SurgeryDraft, type SymptomDraft } from './draft.ts';
import { Section } from './section.tsx';

export const interviewSections = ['symptoms', 'implants', 'surgery', 'hormones', 'mammogram', 'note'] as const;
export type InterviewSection = (typeof interviewSections)[number];
/** The key that opens each section. */
export const sectionKeys: Readonly<Record<InterviewSection, string>> = {
  symptoms: 's',
  implants: 'i',
  surgery: 'o',
  hormones: 'h',
  mammogram: 'm',
  note: 't',
};

type Props = {
  readonly interview: InterviewDraft;
  readonly rules: ExaminationRules;
  readonly today: Day;
  readonly open: ReadonlySet<string>;
  readonly onToggle: (section: InterviewSection, open: boolean) => void;
  readonly onChange: (interview: InterviewDraft) => void;
};

/** The interview: six closed questions, each opened only when there is something to report. */
export function InterviewFields(props: Props) {
  const { interview, onChange } = props;
  const { text, formatDate } = useText();
  const words = text.examination;
  const nothing = text.common.none;
  const said = answered(interview);
  const set = (change: Partial<InterviewDraft>) => onChange({ ...interview, ...change });
  const section = (id: InterviewSection) => ({
    id,
    keyHint: sectionKeys[id],
    open: props.open.has(id),
    onToggle: (open: boolean) => props.onToggle(id, open),
  });
  const last = interview.lastMammogramElsewhere;
  return (
    <>
      <Section
        title={words.symptoms}
        answer={said.symptoms.map((s) => words.symptomKinds[s.kind]).join(', ') || nothing}
        {...section('symptoms')}
      >
        <Symptoms symptoms={interview.symptoms} onChange={(symptoms) => set({ symptoms })} />
        {mayRecallOnSymptoms(said, props.rules.symptomsForRecall) ? (
          <Alert data-color="warning" data-size="sm">
            {words.recallFlag}
          </Alert>
        ) : null}
      </Section>
      <Section title={words.implants} answer={words.implantSides[interview.implants]} {...section('implants')}>
        <Choice
          label={words.implants}
          value={interview.implants}
          words={words.implantSides}
          onChange={(implants) => set({ implants })}
        />
      </Section>
      <Section
        title={words.surgery}
        answer={said.earlierSurgery.map((s) => words.surgeryKinds[s.kind]).join(', ') || nothing}
        {...section('surgery')}
      >
        <Surgeries surgeries={interview.earlierSurgery} onChange={(earlierSurgery) => set({ earlierSurgery })} />
      </Section>
      <Section title={words.hormones} answer={words.hormoneUses[interview.hormoneUse]} {...section('hormones')}>
        <Choice
          label={words.hormones}
          value={interview.hormoneUse}
          words={words.hormoneUses}
          onChange={(hormoneUse) => set({ hormoneUse })}
        />
      </Section>
      <Section title={words.lastMammogram} answer={last ? formatDate(last) : nothing} {...section('mammogram')}>
        <Textfield
          type="date"
          data-size="sm"
          label={words.lastMammogram}
          value={last ?? ''}
          max={props.today}
          onChange={(event) => set({ lastMammogramElsewhere: (event.currentTarget.value || null) as Day | null })}
        />
        {mammogramTooRecent(said, props.today, props.rules.recentMammogramMonths) ? (
          <Alert data-color="warning" data-size="sm">
            {words.tooRecent(props.rules.recentMammogramMonths)}
          </Alert>
        ) : null}
      </Section>
      <Section title={words.note} answer={interview.note || nothing} {...section('note')}>
        <Textarea
          aria-label={words.note}
          maxLength={500}
          value={interview.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      </Section>
    </>
  );
}

function Symptoms(props: {
  readonly symptoms: readonly SymptomDraft[];
  readonly onChange: (symptoms: readonly SymptomDraft[]) => void;
}) {
  const { text } = useText();
  const words = text.examination;
  const { symptoms, onChange } = props;
  const change = (at: number, part: Partial<SymptomDraft>) =>
    onChange(symptoms.map((s, i) => (i === at ? { ...s, ...part } : s)));
  const { unknown, ...sides } = text.common.side;
  return (
    <>
      {symptoms.map((symptom, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place
        <div className="filters" key={i}>
          <Choice
            label={words.kindOf}
            value={symptom.kind}
            words={words.symptomKinds}
            autoFocus={symptom.kind === null}
            onChange={(kind) => change(i, { kind })}
          />
          <Choice label={words.side} value={symptom.side} words={sides} onChange={(side) => change(i, { side })} />
          <Choice
            label={words.since}
            value={symptom.since}
            words={words.durations}
            onChange={(since) => change(i, { since })}
          />
          <Button variant="tertiary" data-size="sm" onClick={() => onChange(symptoms.filter((_, at) => at !== i))}>
            {words.remove}
          </Button>
        </div>
      ))}
      <Button
        variant="secondary"
        data-size="sm"
        onClick={() => onChange([...symptoms, { kind: null, side: null, since: 'unknown' }])}
      >
        {words.addSymptom}
      </Button>
    </>
  );
}

function Surgeries(props: {
  readonly surgeries: readonly SurgeryDraft[];
  readonly onChange: (surgeries: readonly SurgeryDraft[]) => void;
}) {
  const { text } = useText();
  const words = text.examination;
  const { surgeries, onChange } = props;
  const change = (at: number, part: Partial<SurgeryDraft>) =>
    onChange(surgeries.map((s, i) => (i === at ? { ...s, ...part } : s)));
  const { unknown, ...sides } = text.common.side;
  return (
    <>
      {surgeries.map((surgery, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place
        <div className="filters" key={i}>
          <Choice
            label={words.kindOf}
            value={surgery.kind}
            words={words.surgeryKinds}
            autoFocus={surgery.kind === null}
            onChange={(kind) => change(i, { kind })}
          />
          <Choice label={words.side} value={surgery.side} words={sides} onChange={(side) => change(i, { side })} />
          <Textfield
            type="number"
            data-size="sm"
            label={words.year}
            min={1900}
            max={2200}
            value={surgery.year ?? ''}
            onChange={(event) =>
              change(i, { year: event.currentTarget.value ? Number(event.currentTarget.value) : null })
            }
          />
          <Button variant="tertiary" data-size="sm" onClick={() => onChange(surgeries.filter((_, at) => at !== i))}>
            {words.remove}
          </Button>
        </div>
      ))}
      <Button
        variant="secondary"
        data-size="sm"
        onClick={() => onChange([...surgeries, { kind: null, side: null, year: null }])}
      >
        {words.addSurgery}
      </Button>
    </>
  );
}
