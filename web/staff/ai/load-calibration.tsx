import { Button, Details, Field, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { loadAiCalibration, type AiOverview } from '#contracts/ai';
import { readPoints } from '#core/ai/read-points';
import { calibrationForm as en } from '#web/text/en/calibration-form';
import { calibrationForm as nb } from '#web/text/nb/calibration-form';
import { calibrationForm as nn } from '#web/text/nn/calibration-form';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';

const forms = { nb, nn, en };

/** Enters a calibration population as the product's maker gives it: its points, and how many examinations they are of. */
export function LoadCalibration({ data }: { readonly data: AiOverview }) {
  const { text, written, formatNumber } = useText();
  const words = text.ai;
  const said = forms[written];
  const toast = useToast();
  const send = useSend(loadAiCalibration);
  const [chosen, setChosen] = useState(0);
  const [form, setForm] = useState({ name: '', description: '', examinations: '', points: '' });
  const [asked, setAsked] = useState(false);
  const of = data.products[chosen];
  if (!of) return null;
  const read = readPoints(form.points);
  const examinations = Number(form.examinations.replace(/\s/g, ''));
  const faults = {
    name: form.name.trim() === '' ? said.fillIn : undefined,
    examinations: Number.isInteger(examinations) && examinations > 0 ? undefined : said.wholeNumber,
    points:
      'wrong' in read
        ? said.pointWrong[read.wrong](formatNumber(read.at), read.value)
        : read.points.length < 2
          ? said.fillIn
          : undefined,
  };
  const save = () => {
    setAsked(true);
    if ('wrong' in read || Object.values(faults).some((fault) => fault !== undefined)) return;
    const { name, description } = form;
    send.mutate(
      { product: of.product, version: of.version, name, description, examinations, points: [...read.points] },
      {
        onSuccess: () => {
          toast({ text: words.calibrationMade(name) });
          setForm({ name: '', description: '', examinations: '', points: '' });
          setAsked(false);
        },
      },
    );
  };
  const field = (name: keyof typeof form) => ({
    'data-size': 'sm' as const,
    value: form[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setForm({ ...form, [name]: event.currentTarget.value }),
  });
  const shown = (fault: string | undefined) => (asked && fault ? { error: fault } : {});
  return (
    <Details>
      <Details.Summary>{said.loadCalibration}</Details.Summary>
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
          <Textfield label={words.name} maxLength={80} {...field('name')} {...shown(faults.name)} />
          <Textfield label={words.description} maxLength={400} {...field('description')} />
          <Textfield
            label={words.examinations}
            inputMode="numeric"
            {...field('examinations')}
            {...shown(faults.examinations)}
          />
          <Textfield
            multiline
            rows={6}
            label={said.points}
            description={said.pointsMean(formatNumber(of.scaleMin, 2), formatNumber(of.scaleMax, 2))}
            {...field('points')}
            {...shown(faults.points)}
          />
          <Button data-size="sm" variant="secondary" onClick={save} aria-disabled={send.isPending}>
            {said.loadCalibration}
          </Button>
        </div>
      </Details.Content>
    </Details>
  );
}
