import { Button, Checkbox, Details, Field, Fieldset, Label, Select, Textfield } from '@digdir/designsystemet-react';
import type { DraftCriterion } from '#core/studies/plan-draft';
import { useText } from '../../text.tsx';
import { FaultAt, numberIn, WordsAt } from './fields.tsx';
import { usePlanForm } from './form.tsx';
import { fieldId } from './place-of.ts';
import { type PlanText, usePlanText } from './plan-text.ts';
import { capital, itemKinds, suggestWords } from './suggest-words.ts';

type Item = DraftCriterion['item'];
const items = Object.keys(itemKinds) as readonly Item[];

/** One criterion: what it is about, the rule, and how it is said, which follows the rule until somebody words it otherwise. */
export function CriterionFields(props: {
  readonly criterion: DraftCriterion;
  readonly place: string;
  readonly name: string;
  readonly onChange: (next: DraftCriterion) => void;
  readonly onRemove: () => void;
}) {
  const { written } = useText();
  const words = usePlanText();
  const { criterion, place } = props;
  const change = (part: Partial<Pick<DraftCriterion, 'item' | 'is' | 'value'>>) => {
    const next = { ...criterion, ...part };
    const own = JSON.stringify(criterion.words) !== JSON.stringify(suggestWords(criterion));
    props.onChange(own ? next : { ...next, words: suggestWords(next) });
  };
  const said = criterion.words[written] || props.name;
  return (
    <Fieldset data-size="sm" className="plan-criterion">
      <Fieldset.Legend>{said}</Fieldset.Legend>
      <div className="plan-fields">
        <Choice
          label={words.item}
          value={criterion.item}
          options={items.map((item) => [item, words.items[item]])}
          onPick={(item) => change(startOf(item as Item))}
        />
        <Rule criterion={criterion} place={place} words={words} onChange={change} />
        <div className="plan-remove">
          <Button variant="tertiary" data-size="sm" onClick={props.onRemove}>
            {words.remove}
            <span className="visually-hidden">: {said}</span>
          </Button>
        </div>
      </div>
      <FaultAt at={`${place}.value`} />
      <Details>
        <Details.Summary>{words.asSaid}</Details.Summary>
        <Details.Content>
          <WordsAt at={`${place}.words`} label={words.asSaid} />
        </Details.Content>
      </Details>
    </Fieldset>
  );
}

function startOf(item: Item): Pick<DraftCriterion, 'item' | 'is' | 'value'> {
  const kind = itemKinds[item];
  if (kind === 'number') return { item, is: 'at-least', value: 50 };
  return { item, is: 'one-of', value: kind === 'flag' ? [false] : [] };
}

function Rule(props: {
  readonly criterion: DraftCriterion;
  readonly place: string;
  readonly words: PlanText;
  readonly onChange: (part: Partial<Pick<DraftCriterion, 'is' | 'value'>>) => void;
}) {
  const { shown } = usePlanForm();
  const { criterion, words, onChange } = props;
  const { is, value } = criterion;
  const kind = itemKinds[criterion.item];
  const id = fieldId(`${props.place}.value`);
  const chosen = Array.isArray(value) ? value : [];
  const comparison = (options: readonly DraftCriterion['is'][]) => (
    <Choice
      label={words.is}
      value={is}
      options={options.map((one) => [one, words.isNames[one]])}
      onPick={(one) => onChange({ is: one as DraftCriterion['is'] })}
    />
  );
  if (kind === 'number')
    return (
      <>
        {comparison(['at-least', 'at-most'])}
        <Textfield
          id={id}
          data-size="sm"
          className="plan-number"
          inputMode="numeric"
          label={capital(words.items[criterion.item])}
          suffix={words.years}
          value={typeof value === 'number' ? String(value) : ''}
          onChange={(event) => onChange({ value: numberIn(event.currentTarget.value) })}
        />
      </>
    );
  if (kind === 'flag')
    return (
      <Choice
        id={id}
        label={capital(words.items[criterion.item])}
        value={chosen[0] === true ? 'yes' : 'no'}
        options={[
          ['yes', words.yes],
          ['no', words.no],
        ]}
        onPick={(answer) => onChange({ is: 'one-of', value: [answer === 'yes'] })}
      />
    );
  const options: readonly (readonly [string, string])[] =
    kind === 'units' ? shown.units.map((unit) => [unit.id, unit.name]) : kind.map((one) => [one, words.values[one]]);
  return (
    <>
      {comparison(['one-of', 'none-of'])}
      <Fieldset id={id} tabIndex={-1} data-size="sm">
        <Fieldset.Legend>{capital(words.items[criterion.item])}</Fieldset.Legend>
        <div className="plan-checks">
          {options.map(([option, label]) => (
            <Checkbox
              key={option}
              label={label}
              value={option}
              checked={chosen.includes(option)}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                onChange({
                  value: options.map(([one]) => one).filter((one) => (one === option ? on : chosen.includes(one))),
                });
              }}
            />
          ))}
        </div>
      </Fieldset>
    </>
  );
}

function Choice(props: {
  readonly id?: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onPick: (value: string) => void;
}) {
  return (
    <Field data-size="sm">
      <Label>{props.label}</Label>
      <Select
        {...(props.id ? { id: props.id } : {})}
        value={props.value}
        onChange={(event) => props.onPick(event.currentTarget.value)}
      >
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
