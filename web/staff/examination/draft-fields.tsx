import { Checkbox, Heading } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import type { ExaminationRules } from '#core/examination/result';
import { views } from '#core/examination/views';
import type { Day } from '#core/kernel/day';
import type { Modality } from '#core/studies/images';
import { useShortcuts } from '../components/shortcuts.tsx';
import { useText } from '../text.tsx';
import { Choice } from './choice.tsx';
import { type Draft, withInterview, withView } from './draft.ts';
import { InterviewFields, interviewSections, sectionKeys } from './interview-fields.tsx';
import { PaiGrid } from './pai-grid.tsx';
import './examination.css';
import './pai.css';
import { Section } from './section.tsx';
import { ViewFields } from './view-fields.tsx';

/**
 * The exceptions of an examination: interview to one side, images to the other, each opened only when there is something
 * to say, and the grading when it is wanted. A key opens each.
 */
export function DraftFields(props: {
  readonly draft: Draft;
  readonly rules: ExaminationRules;
  readonly today: Day;
  /** The images that are to be taken; digital mammography unless a study says otherwise. */
  readonly toTake?: Modality;
  readonly onChange: (draft: Draft) => void;
}) {
  const { draft, rules, onChange, toTake = 'DM' } = props;
  const { text } = useText();
  const words = text.examination;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const reach = useReach();
  const toggle = (id: string, show = !open.has(id)) =>
    setOpen(new Set(show ? [...open, id] : [...open].filter((one) => one !== id)));
  const grade = (graded: boolean) => onChange(graded ? { ...draft, graded } : withoutGrades(draft));
  // A key that opens a part goes into it; closed by its key, it stays where it is.
  const turn = (id: string) => {
    if (!open.has(id)) reach(`[data-part="${id}"] :is(button, input, select, textarea)`);
    toggle(id);
  };
  useShortcuts([
    ...interviewSections.map((id) => ({
      key: sectionKeys[id],
      label: `${words.interview}: ${id === 'mammogram' ? words.lastMammogram : words[id]}`,
      run: () => turn(id),
    })),
    ...views.map((view, i) => ({ key: String(i + 1), label: words.views[view], run: () => turn(view) })),
    { key: 'b', label: words.modality, run: () => turn('modality') },
    {
      key: 'k',
      label: words.graded,
      // Never by a key back to ungraded: what is marked would be lost.
      run: () => {
        reach('.pai [data-cell][tabindex="0"]');
        grade(true);
      },
    },
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
            id="modality"
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

/** Gives the focus to what a selector finds when the page is next drawn. */
function useReach(): (selector: string) => void {
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    if (!wanted.current) return;
    document.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = undefined;
  });
  return (selector) => {
    wanted.current = selector;
  };
}

function withoutGrades(draft: Draft): Draft {
  const cleared = views.reduce((each, view) => withView(each, view, { deviations: [] }), draft);
  return { ...cleared, graded: false };
}
