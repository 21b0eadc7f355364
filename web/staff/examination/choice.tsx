import { Field, Label, Select } from '@digdir/designsystemet-react';

/** A select of a closed list with the list's words. */
export function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly words: Readonly<Record<Value, string>>;
  readonly only?: readonly Value[];
  readonly onChange: (value: Value) => void;
}) {
  const values = props.only ?? (Object.keys(props.words) as Value[]);
  return (
    <Field data-size="sm">
      <Label>{props.label}</Label>
      <Select value={props.value} onChange={(event) => props.onChange(event.currentTarget.value as Value)}>
        {values.map((value) => (
          <option key={value} value={value}>
            {props.words[value]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
