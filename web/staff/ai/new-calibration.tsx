import { Button, Details, Field, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { makeAiCalibration, type AiOverview } from '#contracts/ai';
import { addDays, type Day } from '#core/kernel/day';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';

/** Makes a named calibration population of the examinations of a period. It is taken into use by itself. */
export function NewCalibration({ data }: { readonly data: AiOverview }) {
  const { text } = useText();
  const words = text.ai;
  const toast = useToast();
  const send = useSend(makeAiCalibration);
  const [chosen, setChosen] = useState(0);
  const [form, setForm] = useState({ name: '', description: '' });
  const [from, setFrom] = useState<string>(addDays(data.today, -365));
  const [to, setTo] = useState<string>(data.today);
  const of = data.products[chosen];
  if (!of) return null;
  const save = () =>
    send.mutate(
      { product: of.product, version: of.version, ...form, from: from as Day, to: to as Day },
      { onSuccess: () => toast({ text: words.calibrationMade(form.name) }) },
    );
  return (
    <Details>
      <Details.Summary>{words.makeCalibration}</Details.Summary>
      <Details.Content>
        <ErrorBox error={send.error} />
        <div className="stack">
          <Field data-size="sm">
            <Label>{words.product}</Label>
            <Select value={chosen} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
              {data.products.map((one, i) => (
                <option key={`${one.product} ${one.version}`} value={i}>
                  {one.product} {one.version}
                </option>
              ))}
            </Select>
          </Field>
          <Textfield
            data-size="sm"
            label={words.name}
            maxLength={80}
            value={form.name}
            onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
          />
          <Textfield
            data-size="sm"
            label={words.description}
            maxLength={400}
            value={form.description}
            onChange={(event) => setForm({ ...form, description: event.currentTarget.value })}
          />
          <Textfield
            data-size="sm"
            type="date"
            label={words.fromDay}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <Textfield
            data-size="sm"
            type="date"
            label={words.toDay}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <Button data-size="sm" variant="secondary" onClick={save} aria-disabled={send.isPending}>
            {words.makeCalibration}
          </Button>
        </div>
      </Details.Content>
    </Details>
  );
}
