import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useText } from '../text.tsx';

/** A select of a closed list with the list's words. While the value is null, nothing is chosen for the user. */
export function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value | null;
  readonly words: Readonly<Record<Value, string>>;
  readonly only?: readonly Value[];
  /** Takes the focus when it comes on the page: what added it was a button for just this. */
  readonly autoFocus?: boolean;
  readonly onChange: (value: Value) => void;
}) {
  const { text } = useText();
  const values = props.only ?? (Object.keys(props.words) as Value[]);
  return (
    <Field data-size="sm">
      <Label>{props.label}</Label>
      <Select
        value={props.value ?? ''}
        autoFocus={props.autoFocus ?? false}
        onChange={(event) => props.onChange(event.currentTarget.value as Value)}
      >
        {props.value === null ? (
          <option value="" disabled>
            {text.examination.choose}
          </option>
        ) : null}
        {values.map((value) => (
          <option key={value} value={value}>
            {props.words[value]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
