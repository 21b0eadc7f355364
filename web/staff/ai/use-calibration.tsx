import { Button, Details, Field, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { chooseAiCalibration, type AiOverview } from '#contracts/ai';
import type { Day } from '#core/kernel/day';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';

/** Chooses the population that percentiles are computed by from a day on. */
export function UseCalibration({ data }: { readonly data: AiOverview }) {
  const { text, formatDate } = useText();
  const words = text.ai;
  const toast = useToast();
  const send = useSend(chooseAiCalibration);
  const [chosen, setChosen] = useState('');
  const [from, setFrom] = useState<string>(data.today);
  const of = data.calibrations.find(({ calibrationId }) => calibrationId === chosen) ?? data.calibrations[0];
  if (!of) return null;
  const save = () =>
    send.mutate(
      { calibrationId: of.calibrationId, from: from as Day },
      { onSuccess: () => toast({ text: words.calibrationChosen(of.name, formatDate(from)) }) },
    );
  return (
    <Details>
      <Details.Summary>{words.useCalibration}</Details.Summary>
      <Details.Content>
        <ErrorBox error={send.error} />
        <div className="stack">
          <Field data-size="sm">
            <Label>{words.calibration}</Label>
            <Select value={of.calibrationId} onChange={(event) => setChosen(event.currentTarget.value)}>
              {data.calibrations.map(({ calibrationId, name, product, version }) => (
                <option key={calibrationId} value={calibrationId}>
                  {name} ({product} {version})
                </option>
              ))}
            </Select>
          </Field>
          <Textfield
            data-size="sm"
            type="date"
            label={words.useFrom}
            description={words.useFromMeans}
            min={data.today}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <Button data-size="sm" variant="secondary" onClick={save} aria-disabled={send.isPending}>
            {words.use}
          </Button>
        </div>
      </Details.Content>
    </Details>
  );
}
