import { Checkbox, Textfield } from '@digdir/designsystemet-react';
import { type ImageQuality, imageClass, type QualityCriterion, type View, views } from '#core/examination/views';
import { useText } from '../text.tsx';
import { Choice } from './choice.tsx';
import type { ViewDraft } from './draft.ts';
import { Section } from './section.tsx';

type Props = {
  readonly drafts: Readonly<Record<View, ViewDraft>>;
  readonly criteria: readonly QualityCriterion[];
  readonly graded: boolean;
  readonly open: ReadonlySet<string>;
  readonly onToggle: (view: View, open: boolean) => void;
  readonly onChange: (view: View, change: Partial<ViewDraft>) => void;
};

/** The four views: taken or why not, and retakes. Opened only for exceptions; keys 1-4. */
export function ViewFields(props: Props) {
  const { text } = useText();
  const words = text.examination;
  const answerOf = (draft: ViewDraft): string => {
    if (!draft.taken) return draft.missing ? words.missing[draft.missing] : words.whyMissing;
    const grade = gradeOf(draft, props.criteria, props.graded);
    const retakes = draft.retakes > 0 ? `, ${words.retakes.toLowerCase()}: ${draft.retakes}` : '';
    return `${words.taken}, ${words.grades[grade ?? 'none'].toLowerCase()}${retakes}`;
  };
  return (
    <>
      {views.map((view, i) => (
        <Section
          key={view}
          id={view}
          title={words.views[view]}
          answer={answerOf(props.drafts[view])}
          keyHint={String(i + 1)}
          open={props.open.has(view)}
          onToggle={(open) => props.onToggle(view, open)}
        >
          <OneView view={view} draft={props.drafts[view]} onChange={(change) => props.onChange(view, change)} />
        </Section>
      ))}
    </>
  );
}

function gradeOf(draft: ViewDraft, criteria: readonly QualityCriterion[], graded: boolean): ImageQuality | null {
  return draft.taken && (graded || draft.deviations.length > 0) ? imageClass(draft.deviations, criteria) : null;
}

function OneView(props: {
  readonly view: View;
  readonly draft: ViewDraft;
  readonly onChange: (change: Partial<ViewDraft>) => void;
}) {
  const { draft, onChange } = props;
  const { text } = useText();
  const words = text.examination;
  return (
    <>
      <Checkbox
        label={words.taken}
        value={`${props.view}-taken`}
        checked={draft.taken}
        onChange={(event) => onChange({ taken: event.currentTarget.checked, missing: null })}
      />
      {draft.taken ? (
        <Retakes draft={draft} onChange={onChange} />
      ) : (
        <Choice
          label={words.whyMissing}
          value={draft.missing}
          words={words.missing}
          onChange={(missing) => onChange({ missing })}
        />
      )}
    </>
  );
}

function Retakes(props: { readonly draft: ViewDraft; readonly onChange: (change: Partial<ViewDraft>) => void }) {
  const { draft, onChange } = props;
  const { text } = useText();
  const words = text.examination;
  const setCount = (retakes: number) => onChange({ retakes, ...(retakes === 0 ? { retakeReasons: [] } : {}) });
  return (
    <div className="filters">
      <Textfield
        type="number"
        data-size="sm"
        label={words.retakes}
        min={0}
        max={9}
        value={draft.retakes}
        onChange={(event) => setCount(Math.min(9, Math.max(0, Number(event.currentTarget.value))))}
      />
      {draft.retakes > 0 ? (
        <Choice
          label={words.retakeReason}
          value={draft.retakeReasons[0] ?? null}
          words={words.retakeReasons}
          onChange={(reason) => onChange({ retakeReasons: [reason] })}
        />
      ) : null}
    </div>
  );
}
