import { Checkbox, Field, Fieldset, Label, Select, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { formLanguages } from '#core/studies/consent';
import { useText } from '../../text.tsx';
import { useField, useFaultAt, usePlanForm } from './form.tsx';
import { fieldId, shownTimes } from './place-of.ts';
import { usePlanText } from './plan-text.ts';

type At = { readonly at: string; readonly label: string; readonly help?: string };

export function TextAt({ at, label, help, rows, lang }: At & { readonly rows?: number; readonly lang?: string }) {
  const { id, value, error, change } = useField(at);
  const shared = {
    id,
    label,
    lang,
    value: String(value ?? ''),
    'data-size': 'sm' as const,
    ...(help ? { description: help } : {}),
    ...(error ? { error } : {}),
  };
  return rows ? (
    <Textfield {...shared} multiline rows={rows} onChange={(event) => change(event.currentTarget.value)} />
  ) : (
    <Textfield {...shared} onChange={(event) => change(event.currentTarget.value)} />
  );
}

/** The same in the three languages. */
export function WordsAt({ at, label, help, rows }: At & { readonly rows?: number }) {
  const words = usePlanText();
  return (
    <Fieldset data-size="sm">
      <Fieldset.Legend>{label}</Fieldset.Legend>
      {help ? <Fieldset.Description>{help}</Fieldset.Description> : null}
      <div className="plan-languages">
        {formLanguages.map((one) => (
          <TextAt key={one} at={`${at}.${one}`} label={words.languages[one]} lang={one} {...(rows ? { rows } : {})} />
        ))}
      </div>
    </Fieldset>
  );
}

export function DayAt({ at, label, help }: At) {
  const { id, value, error, change } = useField(at);
  return (
    <Textfield
      id={id}
      data-size="sm"
      type="date"
      label={label}
      {...(help ? { description: help } : {})}
      {...(error ? { error } : {})}
      value={String(value ?? '')}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

/** A number, in the unit that its place is shown in; a decimal comma or point. */
export function NumberAt({ at, label, help, unit }: At & { readonly unit?: string }) {
  const { id, value, error, change } = useField(at);
  const { draft } = usePlanForm();
  const { written } = useText();
  const words = usePlanText();
  const [typed, setTyped] = useState<string>();
  const times = shownTimes(at, draft);
  const shown = typeof value === 'number' ? inWords(value * times, written) : '';
  const wrong = typed !== undefined && typed.trim() !== '' && numberIn(typed) === null;
  const said = wrong ? words.faults['not-number']({}) : error;
  return (
    <Textfield
      id={id}
      data-size="sm"
      className="plan-number"
      inputMode="decimal"
      label={label}
      {...(help ? { description: help } : {})}
      {...(unit ? { suffix: unit } : {})}
      {...(said ? { error: said } : {})}
      value={typed ?? shown}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const number = numberIn(text);
        setTyped(text);
        change(number === null ? null : Number((number / times).toPrecision(12)));
      }}
      onBlur={() => (wrong ? undefined : setTyped(undefined))}
    />
  );
}

/** null = no number. */
export function numberIn(text: string): number | null {
  const plain = text.replace(/\s/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function inWords(value: number, language: string): string {
  const text = String(Number(value.toPrecision(12)));
  return language === 'en' ? text : text.replace('.', ',');
}

/**
 * One of several. `blank`: what stands there while nothing is chosen. `absent`: the option that a plan without the field means,
 * and that is kept by leaving it out.
 */
export function ChoiceAt<Value extends string>({
  at,
  label,
  help,
  options,
  blank,
  absent,
  onChange,
}: At & {
  readonly options: readonly (readonly [value: Value, words: string])[];
  readonly blank?: string;
  readonly absent?: Value;
  readonly onChange?: (value: Value) => void;
}) {
  const { id, value, error, change } = useField(at);
  return (
    <Field data-size="sm">
      <Label>{label}</Label>
      {help ? <Field.Description>{help}</Field.Description> : null}
      <Select
        id={id}
        value={String(value ?? absent ?? '')}
        aria-invalid={error ? true : undefined}
        onChange={(event) => {
          const chosen = event.currentTarget.value as Value;
          if (onChange) onChange(chosen);
          else change(chosen === absent ? undefined : chosen);
        }}
      >
        {blank === undefined ? null : <option value="">{blank}</option>}
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </Select>
      {error ? <ValidationMessage>{error}</ValidationMessage> : null}
    </Field>
  );
}

/** Any of several, kept in the order of the options. */
export function ChecksAt({
  at,
  label,
  help,
  options,
}: At & { readonly options: readonly (readonly [string, string])[] }) {
  const { value, change } = useField(at);
  const chosen = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const toggle = (one: string, on: boolean) =>
    change(options.map(([option]) => option).filter((option) => (option === one ? on : chosen.includes(option))));
  return (
    <Fieldset id={fieldId(at)} tabIndex={-1} data-size="sm">
      <Fieldset.Legend>{label}</Fieldset.Legend>
      {help ? <Fieldset.Description>{help}</Fieldset.Description> : null}
      <div className="plan-checks">
        {options.map(([option, words]) => (
          <Checkbox
            key={option}
            label={words}
            value={option}
            checked={chosen.includes(option)}
            onChange={(event) => toggle(option, event.currentTarget.checked)}
          />
        ))}
      </div>
      <FaultAt at={at} />
    </Fieldset>
  );
}

export function FaultAt({ at }: { readonly at: string }) {
  const error = useFaultAt(at);
  return error ? <ValidationMessage data-size="sm">{error}</ValidationMessage> : null;
}
