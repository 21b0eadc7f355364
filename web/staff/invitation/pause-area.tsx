import { Button, Checkbox, Details, Field, Label, Paragraph, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { affectedWomen, pauseArea, resumeArea } from '#contracts/invitation';
import type { Day } from '#core/kernel/day';
import { useLoad, useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import type { Overview } from './rounds-page.tsx';

/** Stops an area or starts it again; says first how many women it concerns. */
export function PauseArea(props: { readonly areas: Overview['areas']; readonly today: Day }) {
  const { text, formatNumber } = useText();
  const words = text.invitation;
  const [centreId, setCentreId] = useState(props.areas[0]?.centreId ?? '');
  const [from, setFrom] = useState(props.today);
  const [reason, setReason] = useState('');
  const [cancel, setCancel] = useState(false);
  const pause = useSend(pauseArea);
  const resume = useSend(resumeArea);
  const toast = useToast();
  const paused = props.areas.find((area) => area.centreId === centreId)?.pausedOn;
  const affected = useLoad(affectedWomen, { from, centreId }, { enabled: cancel && !paused });
  const doPause = () =>
    pause.mutate(
      { centreId, from, reason, cancel },
      {
        onSuccess: ({ affected: all, rebooked, waiting }) =>
          toast({ text: words.cleared(formatNumber(all), formatNumber(rebooked), formatNumber(waiting)) }),
      },
    );
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
              <Select value={centreId} onChange={(event) => setCentreId(event.currentTarget.value)}>
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
                  onChange={(event) => setFrom((event.currentTarget.value || props.today) as Day)}
                />
                <Textfield
                  data-size="sm"
                  label={text.common.reason}
                  value={reason}
                  maxLength={200}
                  onChange={(event) => setReason(event.currentTarget.value)}
                />
                <Checkbox
                  data-size="sm"
                  label={words.alsoCancel}
                  checked={cancel}
                  onChange={(event) => setCancel(event.currentTarget.checked)}
                />
                <Button
                  data-size="sm"
                  variant="secondary"
                  disabled={pause.isPending || reason.trim().length < 2}
                  onClick={doPause}
                >
                  {words.pause}
                </Button>
              </>
            )}
          </div>
          {cancel && affected.data ? <Paragraph>{words.affected(affected.data.women.length)}</Paragraph> : null}
        </Details.Content>
      </Details>
    </section>
  );
}
