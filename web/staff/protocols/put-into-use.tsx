import {
  Button,
  Checkbox,
  Field,
  Fieldset,
  Heading,
  Label,
  Paragraph,
  Select,
  Textfield,
} from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { Day } from '#core/kernel/day';
import { putIntoUse, retireProtocol, type ProtocolRules } from '#contracts/protocols';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useSession } from '../session.tsx';
import { useText } from '../text.tsx';
import type { ShownProtocol } from './protocol-words.tsx';

/** Which centres read by it, and the office's decision that more do from a day on. */
export function PutIntoUse({ shown, rules }: { readonly shown: ShownProtocol; readonly rules: ProtocolRules }) {
  const { text, formatDate, formatNumber } = useText();
  const words = text.protocols;
  const { today } = useSession();
  const arms = Object.keys(shown.protocol.arms);
  const [arm, setArm] = useState(arms[0] ?? '');
  const [fromDay, setFromDay] = useState<Day>(today as Day);
  const [centres, setCentres] = useState<readonly string[]>([]);
  const send = useSend(putIntoUse);
  const retire = useSend(retireProtocol);
  const toast = useToast();
  const named = { id: shown.id, version: shown.version };
  const decide = () =>
    send.mutate(
      { ...named, arm, fromDay, centres: [...centres] },
      {
        onSuccess: (done) => {
          toast({ text: words.usedNow(formatNumber(done.centres)) });
          setCentres([]);
        },
      },
    );
  const all = rules.centres.map((one) => one.id);
  const toggle = (id: string) =>
    setCentres((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  return (
    <section className="stack">
      <Heading level={2} data-size="xs">
        {words.uses}
      </Heading>
      {shown.uses.length === 0 ? (
        <Paragraph>{words.noUses}</Paragraph>
      ) : (
        <ul className="plain centre-choice">
          {shown.uses.map((use) => (
            <li key={`${use.centreId} ${use.fromDay ?? ''}`}>
              {use.centreName} ({use.arm}): {use.fromDay ? formatDate(use.fromDay) : words.sinceStart}
            </li>
          ))}
        </ul>
      )}
      <div className="stack no-print">
        <Heading level={3} data-size="2xs">
          {words.use}
        </Heading>
        <Paragraph data-size="sm">{words.useLead}</Paragraph>
        <ErrorBox error={send.error ?? retire.error} />
        <div className="filters">
          <Field data-size="sm">
            <Label>{words.arm}</Label>
            <Select value={arm} onChange={(event) => setArm(event.currentTarget.value)}>
              {arms.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </Select>
          </Field>
          <Textfield
            data-size="sm"
            type="date"
            label={words.fromDay}
            min={today}
            value={fromDay}
            onChange={(event) => setFromDay(event.currentTarget.value as Day)}
          />
        </div>
        <Fieldset data-size="sm">
          <Fieldset.Legend>{words.centres}</Fieldset.Legend>
          <div className="centre-choice">
            <Checkbox
              data-size="sm"
              label={words.allCentres}
              checked={centres.length === all.length}
              onChange={() => setCentres(centres.length === all.length ? [] : all)}
            />
            {rules.centres.map((centre) => (
              <Checkbox
                key={centre.id}
                data-size="sm"
                label={centre.name}
                checked={centres.includes(centre.id)}
                onChange={() => toggle(centre.id)}
              />
            ))}
          </div>
        </Fieldset>
        <div className="page-actions">
          <Button data-size="sm" disabled={send.isPending || centres.length === 0 || !fromDay} onClick={decide}>
            {words.use}
          </Button>
          <Button
            data-size="sm"
            variant="tertiary"
            disabled={retire.isPending || shown.uses.length > 0}
            onClick={() => retire.mutate(named, { onSuccess: () => toast({ text: words.retiredNow }) })}
          >
            {words.retire}
          </Button>
        </div>
      </div>
    </section>
  );
}
