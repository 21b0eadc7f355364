import { Alert, Details, Field, Label, Paragraph, Select, ValidationMessage } from '@digdir/designsystemet-react';
import { differInImages } from '#core/studies/images';
import { unitsOf } from '#core/studies/plan-faults';
import { armsOf } from '#core/studies/study';
import { useText } from '../../text.tsx';
import { ArmColumns } from '../../protocols/arm-columns.tsx';
import '../../protocols/protocols.css';
import { ChoiceAt, WordsAt } from './fields.tsx';
import { useField, usePlanForm } from './form.tsx';
import { usePlanText } from './plan-text.ts';
import { Section } from './section.tsx';

/** The reading protocol among those approved, drawn and in words, and what its arms are called. */
export function ProtocolPart() {
  const { text } = useText();
  const words = usePlanText();
  const { draft, shown, set } = usePlanForm();
  const { id, error } = useField('protocol');
  const { protocol } = draft;
  const keyOf = (one: { readonly id: string; readonly version: string }) => `${one.id} ${one.version}`;
  const choices = shown.protocols.map((one) => ({ ...one, key: keyOf(one.protocol) }));
  const own = protocol && !choices.some(({ key }) => key === keyOf(protocol)) ? protocol : null;
  const choose = (key: string) => {
    const chosen = choices.find((one) => one.key === key)?.protocol;
    if (!chosen) return;
    set('protocol', chosen);
    set('control', chosen.arms.control ? 'control' : '');
    set('unit', unitsOf[chosen.unit] ?? draft.unit);
    set('moment', differInImages(chosen) ? 'check-in' : undefined);
  };
  const arms = protocol ? armsOf({ protocol }) : [];
  return (
    <Section name="protocol">
      {choices.length === 0 ? <Alert data-color="warning">{words.noProtocols}</Alert> : null}
      <Field data-size="sm">
        <Label>{text.studies.parts.protocol}</Label>
        <Field.Description>{words.protocolHelp}</Field.Description>
        <Select
          id={id}
          value={protocol ? keyOf(protocol) : ''}
          aria-invalid={error ? true : undefined}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {protocol ? null : <option value="">{words.choose}</option>}
          {own ? <option value={keyOf(own)}>{words.fromPlan(keyOf(own))}</option> : null}
          {choices.map((one) => (
            <option key={one.key} value={one.key}>
              {one.title} ({one.key})
            </option>
          ))}
        </Select>
        {error ? <ValidationMessage>{error}</ValidationMessage> : null}
      </Field>
      {protocol ? (
        <>
          <Paragraph data-size="sm">
            {words.ratio(arms.map(({ arm, weight }) => `${arm} ${weight}`).join(' : '))}
          </Paragraph>
          <Details>
            <Details.Summary>{words.inWords}</Details.Summary>
            <Details.Content>
              <ArmColumns protocol={protocol} />
            </Details.Content>
          </Details>
          <ChoiceAt
            at="control"
            label={words.control}
            blank={words.choose}
            options={arms.map(({ arm }) => [arm, arm] as const)}
          />
          {arms.map(({ arm }) => (
            <WordsAt key={arm} at={`armNames.${arm}`} label={words.armName(arm)} />
          ))}
        </>
      ) : null}
    </Section>
  );
}
