import { Button, Details, Field, Heading, Label, Paragraph, Select, Textfield } from '@digdir/designsystemet-react';
import type { OutputOf } from '#contracts/endpoint';
import { freeTimes, moveAppointment, type WomanAppointment } from '#contracts/invitation';
import type { Day } from '#core/kernel/day';
import { useAddress } from '../address.ts';
import { useLoad, useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useToast } from '../components/toast.tsx';
import { useUndo } from '../components/use-undo.ts';
import { useText } from '../text.tsx';
import { appointmentsSearch } from './search.ts';

type Time = OutputOf<typeof freeTimes>['times'][number];

/** Free times near her, by day and unit, one button each; a time that is taken meanwhile is refused and she keeps hers. */
export function MoveAppointment({ appointment }: { readonly appointment: WomanAppointment }) {
  const { text, formatDate, formatTime } = useText();
  const words = text.invitation;
  const [{ from, unit }, setFilter] = useAddress(appointmentsSearch);
  const { personId, appointmentId, version } = appointment;
  const free = useLoad(freeTimes, { personId, from: from ?? appointment.day }, { keep: true });
  const send = useSend(moveAppointment);
  const undo = useUndo(moveAppointment, (back) => words.moved(formatDate(back.day), formatTime(back.at)));
  const toast = useToast();
  const move = ({ unitId, day, at }: Time) =>
    send.mutate(
      { personId, appointmentId, version, unitId, day, at },
      {
        onSuccess: (moved) => {
          const old = { unitId: appointment.unitId, day: appointment.day, at: appointment.at };
          const back = { personId, appointmentId: moved.appointmentId, version: moved.version, ...old };
          toast({ text: words.moved(formatDate(day), formatTime(at)), undo: () => undo(back) });
        },
      },
    );
  return (
    <Details>
      <Details.Summary>{words.moveTitle}</Details.Summary>
      <Details.Content>
        <ErrorBox error={send.error} />
        <Loaded query={free}>
          {(data) => {
            const units = new Map(data.times.map((time) => [time.unitId, time.unitName]));
            const times = data.times.filter((time) => !unit || !units.has(unit) || time.unitId === unit);
            return (
              <>
                <Paragraph>{times.length === 0 ? words.noFree : words.moveLead(formatDate(data.until))}</Paragraph>
                <div className="filters">
                  <Textfield
                    type="date"
                    data-size="sm"
                    label={words.freeFrom}
                    value={from ?? appointment.day}
                    onChange={(event) =>
                      setFilter({ from: (event.currentTarget.value || undefined) as Day | undefined })
                    }
                  />
                  {units.size > 1 ? (
                    <ChooseUnit units={units} unit={unit} onChange={(to) => setFilter({ unit: to })} />
                  ) : null}
                </div>
                <FreeTimes times={times} busy={send.isPending} onChoose={move} />
              </>
            );
          }}
        </Loaded>
      </Details.Content>
    </Details>
  );
}

function ChooseUnit(props: {
  readonly units: ReadonlyMap<string, string>;
  readonly unit: string | undefined;
  readonly onChange: (unit: string | undefined) => void;
}) {
  const { text } = useText();
  return (
    <Field data-size="sm">
      <Label>{text.common.unit}</Label>
      <Select
        value={props.unit && props.units.has(props.unit) ? props.unit : ''}
        onChange={(event) => props.onChange(event.currentTarget.value || undefined)}
      >
        <option value="">{text.common.all}</option>
        {[...props.units].map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function FreeTimes(props: {
  readonly times: readonly Time[];
  readonly busy: boolean;
  readonly onChoose: (time: Time) => void;
}) {
  const { text, formatDate, formatTime } = useText();
  const groups = [...new Set(props.times.map((time) => `${time.day} ${time.unitId}`))];
  return (
    <div className="free-times">
      {groups.map((group) => {
        const times = props.times.filter((time) => `${time.day} ${time.unitId}` === group);
        const [first] = times;
        if (!first) return null;
        return (
          <div key={group}>
            <Heading level={3} data-size="2xs">
              {text.invitation.freeTimes(formatDate(first.day, 'weekday'), first.unitName)}
            </Heading>
            <div className="filters">
              {times.map((time) => (
                <Button
                  key={time.at}
                  data-size="sm"
                  variant="secondary"
                  disabled={props.busy}
                  aria-label={`${formatDate(time.day, 'weekday')} ${formatTime(time.at)}, ${time.unitName}`}
                  onClick={() => props.onChoose(time)}
                >
                  {formatTime(time.at)}
                </Button>
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}
