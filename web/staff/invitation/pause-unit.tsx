import { Button, Details, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { pauseUnit, resumeUnit, type UnitCalendar } from '#contracts/invitation';
import type { Day } from '#core/kernel/day';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import { RebookingResult } from './rebooking-result.tsx';
import { useRebooking } from './use-rebooking.ts';

type Unit = UnitCalendar['unit'];

/** Shuts the unit or opens it again; shows first who has a time there and what becomes of each. */
export function PauseUnit(props: {
  readonly unit: Unit;
  readonly today: Day;
  readonly units: ReadonlyMap<string, string>;
}) {
  return props.unit.pausedOn ? <Resume unit={props.unit} /> : <Pause {...props} />;
}

function Resume({ unit }: { readonly unit: Unit }) {
  const { text, formatNumber } = useText();
  const words = text.invitation;
  const resume = useSend(resumeUnit);
  const toast = useToast();
  const doResume = () =>
    resume.mutate(
      { unitId: unit.id },
      {
        onSuccess: ({ rebooked, waiting }) =>
          toast({ text: words.resumed(formatNumber(rebooked), formatNumber(waiting)) }),
      },
    );
  return (
    <section className="no-print">
      <ErrorBox error={resume.error} />
      <Button data-size="sm" disabled={resume.isPending} onClick={doResume}>
        {words.resume}
      </Button>
    </section>
  );
}

function Pause(props: { readonly unit: Unit; readonly today: Day; readonly units: ReadonlyMap<string, string> }) {
  const { text } = useText();
  const words = text.invitation;
  const { unit, today } = props;
  const [from, setFrom] = useState(today);
  const [reason, setReason] = useState('');
  const pause = useRebooking(pauseUnit);
  const input = { unitId: unit.id, from, reason };
  const change = (set: () => void) => {
    pause.forget();
    set();
  };
  return (
    <section className="no-print">
      <Details>
        <Details.Summary>{words.pauseUnit}</Details.Summary>
        <Details.Content>
          <Paragraph>{words.pauseUnitLead}</Paragraph>
          <ErrorBox error={pause.error} />
          <div className="filters">
            <Textfield
              type="date"
              data-size="sm"
              label={words.from}
              value={from}
              min={today}
              onChange={({ currentTarget: { value } }) => change(() => setFrom((value || today) as Day))}
            />
            <Textfield
              data-size="sm"
              label={text.common.reason}
              value={reason}
              maxLength={200}
              onChange={({ currentTarget: { value } }) => change(() => setReason(value))}
            />
            <Button
              data-size="sm"
              variant="secondary"
              disabled={pause.busy || reason.trim().length < 2}
              onClick={() => pause.tryOut(input)}
            >
              {text.office.rebooking.dryRun}
            </Button>
          </div>
          {pause.shown ? (
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
