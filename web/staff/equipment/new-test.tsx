import {
  Alert,
  Button,
  Field,
  Fieldset,
  Heading,
  Label,
  List,
  Radio,
  Select,
  Textfield,
} from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import { recordTest, type EquipmentDetail } from '#contracts/equipment';
import { type Evaluation, evaluateTest, type Measured, type TestInput } from '#core/equipment/equipment-test';
import type { Day } from '#core/kernel/day';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import { FindingTable } from './finding-table.tsx';

type Definition = EquipmentDetail['definitions'][number];

/** Entering a test: what was measured. Whether it passes shows while one writes, by the rule the server holds it to. */
export function NewTest(props: { readonly data: EquipmentDetail; readonly definitions: readonly Definition[] }) {
  const { text } = useText();
  const words = text.equipment;
  const [chosen, setChosen] = useState(() => nextTest(props.data, props.definitions));
  const test = props.definitions.find((one) => one.id === chosen);
  return (
    <section className="stack no-print test-form">
      <Heading level={2} data-size="2xs">
        {words.newTest}
      </Heading>
      {props.definitions.length > 1 ? (
        <Field data-size="sm">
          <Label>{words.whichTest}</Label>
          <Select value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
            {props.definitions.map((one) => (
              <option key={one.id} value={one.id}>
                {words.tests[one.id] ?? one.id}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <p>{words.tests[chosen] ?? chosen}</p>
      )}
      {test ? <TestForm key={test.id} test={test} data={props.data} /> : null}
    </section>
  );
}

/** What one has most likely come to do: the test that has failed and not been mended, else the one that is due first. */
function nextTest({ followUps, due }: EquipmentDetail, mine: readonly Definition[]): string {
  const failed = followUps.find((one) => one.closedOn === null && mine.some((test) => test.id === one.test))?.test;
  const dueOn = (test: Definition) => due.find((one) => one.test === test.id)?.on ?? '';
  const [first] = [...mine].sort((a, b) => dueOn(a).localeCompare(dueOn(b)));
  return failed ?? first?.id ?? '';
}

function TestForm({ test, data }: { readonly test: Definition; readonly data: EquipmentDetail }) {
  const { text } = useText();
  const words = text.equipment;
  const equipmentTest = { ...test, equipment: data.item.kind };
  // Nothing is answered beforehand: a check that passes by being saved is no check.
  const blank = Object.fromEntries(test.inputs.map((input) => [input.id, '']));
  const [written, setWritten] = useState<Readonly<Record<string, string>>>(blank);
  const [doneOn, setDoneOn] = useState<Day>(data.today);
  const [instrument, setInstrument] = useState('');
  const [note, setNote] = useState('');
  const [last, setLast] = useState<Evaluation>();
  const send = useSend(recordTest);
  const toast = useToast();
  const measured = measuredOf(test.inputs, written);
  const evaluated = evaluateTest(equipmentTest, measured);
  const begun = test.inputs.some((input) => written[input.id] !== blank[input.id]);
  const set = (id: string, value: string) => setWritten({ ...written, [id]: value });
  const save = (event: FormEvent) => {
    event.preventDefault();
    send.mutate(
      { equipmentId: data.item.equipmentId, test: test.id, doneOn, instrument, note, measured: sent(measured) },
      {
        onSuccess: (evaluation) => {
          toast({
            text: words.saved[evaluation.result],
            tone: evaluation.result === 'passed' ? 'success' : 'danger',
          });
          setLast(evaluation);
          setWritten(blank);
          setNote('');
        },
      },
    );
  };
  return (
    <form className="stack" onSubmit={save}>
      {last && last.result !== 'passed' ? <Advice result={last.result} /> : null}
      <div className="filters">
        <Textfield
          type="date"
          data-size="sm"
          label={words.doneOn}
          max={data.today}
          value={doneOn}
          onChange={(event) => setDoneOn(event.currentTarget.value as Day)}
        />
        <Textfield
          data-size="sm"
          label={words.instrument}
          maxLength={120}
          value={instrument}
          onChange={(event) => setInstrument(event.currentTarget.value)}
        />
      </div>
      {test.inputs.map((input) => (
        <InputField
          key={input.id}
          input={input}
          value={written[input.id] ?? ''}
          onChange={(value) => set(input.id, value)}
        />
      ))}
      <Textfield
        data-size="sm"
        label={words.note}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {evaluated.ok ? (
        <FindingTable definition={test} findings={evaluated.value.findings} />
      ) : (
        <p>
          {begun ? (words.refusals as Readonly<Record<string, string>>)[evaluated.refusal.code] : words.willBeJudged}
        </p>
      )}
      <ErrorBox error={send.error} />
      <div className="filters">
        <Button type="submit" disabled={send.isPending || !evaluated.ok}>
          {words.saveTest}
        </Button>
        {evaluated.ok ? (
          <span>
            {words.willBe}:{' '}
            <StatusTag tone={evaluated.value.result === 'passed' ? 'success' : 'danger'}>
              {words.results[evaluated.value.result]}
            </StatusTag>
          </span>
        ) : null}
      </div>
    </form>
  );
}

function InputField(props: {
  readonly input: TestInput;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { input, value, onChange } = props;
  const { text } = useText();
  const words = text.equipment;
  const label = `${words.inputs[input.id] ?? input.id}${input.unit ? ` (${input.unit})` : ''}`;
  if (input.kind === 'yes-no') {
    return (
      <Fieldset data-size="sm" className="yes-no">
        <Fieldset.Legend>{label}</Fieldset.Legend>
        {(['yes', 'no'] as const).map((answer) => (
          <Radio
            key={answer}
            name={input.id}
            value={answer}
            label={text.common[answer]}
            checked={value === answer}
            onChange={() => onChange(answer)}
          />
        ))}
      </Fieldset>
    );
  }
  return (
    <Textfield
      data-size="sm"
      inputMode="decimal"
      autoComplete="off"
      label={label}
      {...(input.kind === 'list' ? { description: words.listHint(input.count ?? 0, listOf(value).length) } : {})}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** What to do now that a test has failed: the programme's words, by how grave it is. */
export function Advice({ result }: { readonly result: 'failed' | 'suspended' }) {
  const { text } = useText();
  const words = text.equipment;
  return (
    <Alert data-color={result === 'suspended' ? 'danger' : 'warning'}>
      <Heading level={3} data-size="2xs">
        {words.results[result]}. {words.whatToDo}
      </Heading>
      <List.Ordered>
        {words.advice[result].map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List.Ordered>
    </Alert>
  );
}

/** Numbers as people write them: comma or point, and lists with anything between. */
function measuredOf(inputs: readonly TestInput[], written: Readonly<Record<string, string>>): Measured {
  const number = (words: string) => (words.trim() === '' ? Number.NaN : Number(words.trim().replace(',', '.')));
  return Object.fromEntries(
    inputs.map((input) => {
      const words = written[input.id] ?? '';
      if (input.kind === 'yes-no') return [input.id, words === '' ? Number.NaN : words === 'yes'];
      return [input.id, input.kind === 'list' ? listOf(words).map(number) : number(words)];
    }),
  );
}

const listOf = (words: string) => words.split(/[\s;]+/).filter(Boolean);

const sent = (measured: Measured) =>
  Object.fromEntries(
    Object.entries(measured).map(([id, value]) => [id, typeof value === 'object' ? [...value] : value]),
  );
