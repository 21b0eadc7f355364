import { Button, Checkbox, Field, Label, Select, Textfield } from '@digdir/designsystemet-react';
import {
  type ImageQuality,
  imageClass,
  type QualityCriterion,
  projectionOf,
  type View,
  views,
} from '#core/examination/views';
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

/** The four views: taken or why not, retakes, deviations. Opened only for exceptions; keys 1-4. */
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
          title={words.views[view]}
          answer={answerOf(props.drafts[view])}
          keyHint={String(i + 1)}
          open={props.open.has(view)}
          onToggle={(open) => props.onToggle(view, open)}
        >
          <OneView
            view={view}
            draft={props.drafts[view]}
            criteria={props.criteria.filter((c) => c.projections.includes(projectionOf(view)))}
            onChange={(change) => props.onChange(view, change)}
          />
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
  readonly criteria: readonly QualityCriterion[];
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
        onChange={(event) =>
          onChange({ taken: event.currentTarget.checked, missing: event.currentTarget.checked ? null : 'declined' })
        }
      />
      {draft.taken ? (
        <>
          <Retakes draft={draft} onChange={onChange} />
          <Deviations {...props} />
        </>
      ) : (
        <Choice
          label={words.whyMissing}
          value={draft.missing ?? 'declined'}
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
  const setCount = (retakes: number) =>
    onChange({
      retakes,
      retakeReasons: retakes === 0 ? [] : draft.retakeReasons.length > 0 ? draft.retakeReasons : ['positioning'],
    });
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
          value={draft.retakeReasons[0] ?? 'positioning'}
          words={words.retakeReasons}
          onChange={(reason) => onChange({ retakeReasons: [reason] })}
        />
      ) : null}
    </div>
  );
}

function Deviations(props: {
  readonly draft: ViewDraft;
  readonly criteria: readonly QualityCriterion[];
  readonly onChange: (change: Partial<ViewDraft>) => void;
}) {
  const { draft, criteria, onChange } = props;
  const { text } = useText();
  const words = text.examination;
  const left = criteria.filter((c) => !draft.deviations.some((d) => d.criterion === c.id));
  const add = (criterion: string) =>
    criterion && onChange({ deviations: [...draft.deviations, { criterion, degree: 'not-met' }] });
  const nameOf = (id: string) => words.criteria[id] ?? id;
  return (
    <>
      {draft.deviations.map((deviation) => (
        <div className="filters" key={deviation.criterion}>
          <Choice
            label={nameOf(deviation.criterion)}
            value={deviation.degree}
            words={words.degrees}
            onChange={(degree) =>
              onChange({
                deviations: draft.deviations.map((d) => (d.criterion === deviation.criterion ? { ...d, degree } : d)),
              })
            }
          />
          <Button
            variant="tertiary"
            data-size="sm"
            onClick={() =>
              onChange({ deviations: draft.deviations.filter((d) => d.criterion !== deviation.criterion) })
            }
          >
            {words.remove}
          </Button>
        </div>
      ))}
      <Field data-size="sm">
        <Label>{words.addDeviation}</Label>
        <Select value="" onChange={(event) => add(event.currentTarget.value)}>
          <option value="" />
          {left.map((c) => (
            <option key={c.id} value={c.id}>
              {c.decisive ? `${nameOf(c.id)} (${words.decisive})` : nameOf(c.id)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
