import type { UnitCalendar } from '#contracts/invitation';
import { Switch } from '@digdir/designsystemet-react';
import { setStepFree } from '#contracts/units';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';

/** Whether one gets into the unit without stairs. */
export function StepFree({ unit }: { readonly unit: UnitCalendar['unit'] }) {
  const { text } = useText();
  const words = text.office.days;
  const save = useSend(setStepFree);
  const toast = useToast();
  return (
    <section className="no-print">
      <ErrorBox error={save.error} />
      <Switch
        data-size="sm"
        label={words.stepFree}
        description={words.stepFreeLead}
        checked={unit.stepFree}
        disabled={save.isPending}
        onChange={({ currentTarget: { checked } }) =>
          save.mutate(
            { unitId: unit.id, stepFree: checked },
            {
              onSuccess: () =>
                toast({ text: words.stepFreeSaved, undo: () => save.mutate({ unitId: unit.id, stepFree: !checked }) }),
            },
          )
        }
      />
    </section>
  );
}
