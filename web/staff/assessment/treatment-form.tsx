import { Button, Heading, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { recordTreatment, type Worksheet } from '#contracts/assessment';
import type { InputOf } from '#contracts/endpoint';
import type { Day } from '#core/kernel/day';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { Choice } from '../examination/choice.tsx';
import { useText } from '../text.tsx';

/** The first treatment of the cancer that was found. */
export function TreatmentForm({ sheet }: { readonly sheet: Worksheet }) {
  const { text } = useText();
  const words = text.assessment;
  const [day, setDay] = useState<Day>(sheet.today);
  const [kind, setKind] = useState<InputOf<typeof recordTreatment>['kind'] | null>(null);
  const save = useSend(recordTreatment);
  const toast = useToast();
  const { personId, episodeId } = sheet;
  const send = () =>
    kind && save.mutate({ personId, episodeId, day, kind }, { onSuccess: () => toast({ text: words.treatmentSaved }) });
  return (
    <section className="stack no-print">
      <Heading level={2} data-size="2xs">
        {words.treatment}
      </Heading>
      <div className="filters">
        <Textfield
          type="date"
          data-size="sm"
          label={words.treatmentDay}
          max={sheet.today}
          value={day}
          onChange={(event) => event.currentTarget.value && setDay(event.currentTarget.value as Day)}
        />
        <Choice label={words.treatment} value={kind} words={words.treatments} onChange={setKind} />
        <Button variant="secondary" disabled={!kind || save.isPending} onClick={send}>
          {words.saveTreatment}
        </Button>
      </div>
      <ErrorBox error={save.error} />
    </section>
  );
}
