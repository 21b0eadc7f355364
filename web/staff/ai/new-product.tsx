import { Button, Checkbox, Details, Field, Fieldset, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { registerAiProduct } from '#contracts/ai';
import { type Gives, gives } from '#core/ai/answer';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';

const empty = { product: '', version: '', name: '', vendor: '', scaleMin: '', scaleMax: '' };

/** Registers a version of a product: what it is called, its scale and what it gives. */
export function NewProduct() {
  const { text } = useText();
  const words = text.ai;
  const [form, setForm] = useState(empty);
  const [higherIs, setHigherIs] = useState<'suspicious' | 'normal'>('suspicious');
  const [given, setGiven] = useState<readonly Gives[]>(['examination']);
  const send = useSend(registerAiProduct);
  const toast = useToast();
  const field = (key: keyof typeof form, label: string, numeric = false) => (
    <Textfield
      data-size="sm"
      label={label}
      maxLength={80}
      {...(numeric ? { inputMode: 'decimal' as const } : {})}
      value={form[key]}
      onChange={(event) => setForm({ ...form, [key]: event.currentTarget.value })}
    />
  );
  const toggle = (one: Gives) =>
    setGiven((before) => (before.includes(one) ? before.filter((other) => other !== one) : [...before, one]));
  const number = (written: string) => (written.trim() === '' ? Number.NaN : Number(written.replace(',', '.')));
  const save = () => {
    const { product, version, name, vendor } = form;
    const scale = { scaleMin: number(form.scaleMin), scaleMax: number(form.scaleMax) };
    send.mutate(
      { product, version, name, vendor, ...scale, higherIs, gives: [...given] },
      {
        onSuccess: () => {
          toast({ text: words.productRegistered(name, version) });
          setForm(empty);
        },
      },
    );
  };
  return (
    <Details>
      <Details.Summary>{words.registerProduct}</Details.Summary>
      <Details.Content>
        <ErrorBox error={send.error} />
        <div className="stack">
          {field('name', words.name)}
          {field('product', words.productId)}
          {field('version', words.version)}
          {field('vendor', words.vendor)}
          {field('scaleMin', words.lowest, true)}
          {field('scaleMax', words.highest, true)}
          <Field data-size="sm">
            <Label>{words.highMeans}</Label>
            <Select value={higherIs} onChange={(e) => setHigherIs(e.currentTarget.value as typeof higherIs)}>
              <option value="suspicious">{words.higherIs.suspicious}</option>
              <option value="normal">{words.higherIs.normal}</option>
            </Select>
          </Field>
          <Fieldset data-size="sm">
            <Fieldset.Legend>{words.givesWhat}</Fieldset.Legend>
            {gives.map((one) => (
              <Checkbox key={one} label={words.gives[one]} checked={given.includes(one)} onChange={() => toggle(one)} />
            ))}
          </Fieldset>
          <Button data-size="sm" variant="secondary" onClick={save} aria-disabled={send.isPending}>
            {words.registerProduct}
          </Button>
        </div>
      </Details.Content>
    </Details>
  );
}
