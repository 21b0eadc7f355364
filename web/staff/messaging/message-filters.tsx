import { Button, Field, Input, Label, Select } from '@digdir/designsystemet-react';
import { type FormEvent, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { messageFilter } from '#contracts/messaging';
import { parseDay } from '#core/kernel/day';
import { messageKinds, messageStates, messageSteps } from '#core/messaging/message';
import { useText } from '../text.tsx';

type Filter = z.output<typeof messageFilter>;

/** What the list is narrowed by; each change is in the address at once, the reference when Enter is pressed. */
export function MessageFilters(props: {
  readonly filter: Filter;
  readonly setFilter: (change: Partial<z.input<typeof messageFilter>>) => void;
}) {
  const { filter } = props;
  const { text } = useText();
  const words = text.messaging;
  const set = (change: Partial<z.input<typeof messageFilter>>) => props.setFilter({ ...change, page: undefined });
  const none = {
    state: undefined,
    kind: undefined,
    step: undefined,
    day: undefined,
    reference: undefined,
    personId: undefined,
  };
  return (
    <div className="filters no-print">
      <Choice
        label={words.state}
        all={words.all}
        value={filter.state}
        options={messageStates}
        names={words.states}
        onChange={(state) => set({ state })}
      />
      <Choice
        label={words.kind}
        all={words.all}
        value={filter.kind}
        options={messageKinds}
        names={words.kinds}
        onChange={(kind) => set({ kind })}
      />
      <Choice
        label={words.way}
        all={words.all}
        value={filter.step}
        options={messageSteps}
        names={words.steps}
        onChange={(step) => set({ step })}
      />
      <Field>
        <Label>{words.day}</Label>
        <Input type="date" value={filter.day ?? ''} onChange={(event) => set({ day: parseDay(event.target.value) })} />
      </Field>
      <ReferenceField reference={filter.reference} onFind={(reference) => set({ reference })} />
      <Button variant="tertiary" onClick={() => set(none)}>
        {words.clear}
      </Button>
    </div>
  );
}

function Choice<Value extends string>(props: {
  readonly label: string;
  readonly all: string;
  readonly value: Value | undefined;
  readonly options: readonly Value[];
  readonly names: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value | undefined) => void;
}) {
  return (
    <Field>
      <Label>{props.label}</Label>
      <Select
        value={props.value ?? ''}
        onChange={(event) => props.onChange((event.target.value || undefined) as Value | undefined)}
      >
        <option value="">{props.all}</option>
        {props.options.map((option) => (
          <option key={option} value={option}>
            {props.names[option]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function ReferenceField(props: {
  readonly reference: string | undefined;
  readonly onFind: (reference: string | undefined) => void;
}) {
  const { text } = useText();
  const [written, setWritten] = useState(props.reference ?? '');
  useEffect(() => setWritten(props.reference ?? ''), [props.reference]);
  const find = (event: FormEvent) => {
    event.preventDefault();
    props.onFind(written.trim() || undefined);
  };
  return (
    <form onSubmit={find}>
      <Field>
        <Label>{text.messaging.reference}</Label>
        <Input
          value={written}
          onChange={(event) => setWritten(event.target.value)}
          maxLength={20}
          size={14}
          autoComplete="off"
        />
      </Field>
    </form>
  );
}
