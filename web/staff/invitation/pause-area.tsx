import { Button, Checkbox, Details, Field, Label, Paragraph, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { pauseArea, resumeArea, type RoundOverview } from '#contracts/invitation';
import type { Day } from '#core/kernel/day';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import { RebookingResult } from './rebooking-result.tsx';
import { useRebooking } from './use-rebooking.ts';

/** Stops an area or starts it again; says first how many women it concerns. */
export function PauseArea(props: {
  readonly areas: RoundOverview['areas'];
  readonly today: Day;
  readonly units: ReadonlyMap<string, string>;
}) {
  const { text, formatNumber } = useText();
  const words = text.invitation;
  const [centreId, setCentreId] = useState(props.areas[0]?.centreId ?? '');
  const [from, setFrom] = useState(props.today);
  const [reason, setReason] = useState('');
  const [cancel, setCancel] = useState(false);
  const pause = useRebooking(pauseArea);
  const input = { centreId, from, reason, cancel };
  const resume = useSend(resumeArea);
  const toast = useToast();
  const paused = props.areas.find((area) => area.centreId === centreId)?.pausedOn;
  const change = (set: () => void) => {
    pause.forget();
    set();
  };
  const doResume = () =>
    resume.mutate(
      { centreId },
      {
        onSuccess: ({ rebooked, waiting }) =>
          toast({ text: words.resumed(formatNumber(rebooked), formatNumber(waiting)) }),
      },
    );
  return (
    <section className="no-print">
      <Details>
        <Details.Summary>{words.pauseArea}</Details.Summary>
        <Details.Content>
          <Paragraph>{words.pauseAreaLead}</Paragraph>
          <ErrorBox error={pause.error ?? resume.error} />
          <div className="filters">
            <Field data-size="sm">
              <Label>{words.area}</Label>
              <Select value={centreId} onChange={({ currentTarget: { value } }) => change(() => setCentreId(value))}>
                {props.areas.map((area) => (
                  <option key={area.centreId} value={area.centreId}>
                    {area.name}
                  </option>
                ))}
              </Select>
            </Field>
            {paused ? (
              <Button data-size="sm" variant="secondary" disabled={resume.isPending} onClick={doResume}>
                {words.resume}
              </Button>
            ) : (
              <>
                <Textfield
                  type="date"
                  data-size="sm"
                  label={words.from}
                  value={from}
                  onChange={({ currentTarget: { value } }) => change(() => setFrom((value || props.today) as Day))}
                />
                <Textfield
                  data-size="sm"
                  label={text.common.reason}
                  value={reason}
                  maxLength={200}
                  onChange={({ currentTarget: { value } }) => change(() => setReason(value))}
                />
                <Checkbox
                  data-size="sm"
                  label={words.alsoCancel}
                  checked={cancel}
                  onChange={({ currentTarget: { checked } }) => change(() => setCancel(checked))}
                />
                <Button
                  data-size="sm"
                  variant="secondary"
                  disabled={pause.busy || reason.trim().length < 2}
                  onClick={() => pause.tryOut(input)}
                >
                  {text.office.rebooking.dryRun}
                </Button>
              </>
            )}
          </div>
          {pause.shown && !paused ? (
            <RebookingResult
              result={pause.shown}
              units={props.units}
              busy={pause.busy}
              onCarryOut={() => pause.carryOut(input)}
            />
          ) : null}
        </Details.Content>
      </Details>
    </section>
  );
}
