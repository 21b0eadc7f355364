import { Checkbox, Heading } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { ExaminationRules } from '#core/examination/result';
import { views } from '#core/examination/views';
import type { Day } from '#core/kernel/day';
import type { Modality } from '#core/studies/images';
import { type Shortcut, useShortcuts } from '../components/shortcuts.tsx';
import { useText } from '../text.tsx';
import { Choice } from './choice.tsx';
import { type Draft, withInterview, withView } from './draft.ts';
import { InterviewFields, interviewSections, sectionKeys } from './interview-fields.tsx';
import { PaiGrid } from './pai-grid.tsx';
import './pai.css';
import { Section } from './section.tsx';
import { ViewFields } from './view-fields.tsx';

/**
 * The exceptions of an examination: interview to one side, images to the other, each opened only when there is something
 * to say, and the grading when it is wanted. `keys` are the page's own beside those that open the parts.
 */
export function DraftFields(props: {
  readonly draft: Draft;
  readonly rules: ExaminationRules;
  readonly today: Day;
  /** The images that are to be taken; digital mammography unless a study says otherwise. */
  readonly toTake?: Modality;
  readonly keys?: readonly Shortcut[];
  readonly onChange: (draft: Draft) => void;
}) {
  const { draft, rules, onChange, toTake = 'DM' } = props;
  const { text } = useText();
  const words = text.examination;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string, show = !open.has(id)) =>
    setOpen(new Set(show ? [...open, id] : [...open].filter((one) => one !== id)));
  const grade = (graded: boolean) => onChange(graded ? { ...draft, graded } : withoutGrades(draft));
  useShortcuts([
    ...(props.keys ?? []),
    ...interviewSections.map((id) => ({
      key: sectionKeys[id],
      label: `${words.interview}: ${id === 'mammogram' ? words.lastMammogram : words[id]}`,
      run: () => toggle(id),
    })),
    ...views.map((view, i) => ({ key: String(i + 1), label: words.views[view], run: () => toggle(view) })),
    { key: 'b', label: words.modality, run: () => toggle('modality') },
    { key: 'k', label: words.graded, run: () => grade(!draft.graded) },
  ]);
  return (
    <>
      <div className="columns">
        <section>
          <Heading level={2} data-size="2xs">
            {words.interview}
          </Heading>
          <InterviewFields
            interview={draft.interview}
            rules={rules}
            today={props.today}
            open={open}
            onToggle={toggle}
            onChange={(interview) => onChange(withInterview(draft, interview))}
          />
        </section>
        <section style={{ marginBlockStart: 0 }}>
          <Heading level={2} data-size="2xs">
            {words.images}
          </Heading>
          <Section
            title={words.modality}
            answer={words.modalities[draft.modality ?? toTake]}
            keyHint="b"
            open={open.has('modality')}
            onToggle={(show) => toggle('modality', show)}
          >
            <Choice
              label={words.modality}
              value={draft.modality ?? toTake}
              words={words.modalities}
              onChange={(modality) => onChange({ ...draft, modality: modality === toTake ? null : modality })}
            />
          </Section>
          <ViewFields
            drafts={draft.views}
            criteria={rules.criteria}
            graded={draft.graded}
            open={open}
            onToggle={toggle}
            onChange={(view, change) => onChange(withView(draft, view, change))}
          />
          <div className="stack">
            <Checkbox
              label={words.cannotBeBetter}
              value="cannot-be-better"
              checked={draft.cannotBeBetter}
              onChange={(event) => onChange({ ...draft, cannotBeBetter: event.currentTarget.checked })}
            />
            <Checkbox
              label={words.graded}
              description={words.gradedHint}
              value="graded"
              checked={draft.graded}
              onChange={(event) => grade(event.currentTarget.checked)}
            />
          </div>
        </section>
      </div>
      {draft.graded ? (
        <PaiGrid
          views={views.filter((view) => draft.views[view].taken)}
          criteria={rules.criteria}
          deviations={Object.fromEntries(views.map((view) => [view, draft.views[view].deviations]))}
          onChange={(view, deviations) => onChange(withView(draft, view, { deviations }))}
        />
      ) : null}
    </>
  );
}

function withoutGrades(draft: Draft): Draft {
  const cleared = views.reduce((each, view) => withView(each, view, { deviations: [] }), draft);
  return { ...cleared, graded: false };
}
