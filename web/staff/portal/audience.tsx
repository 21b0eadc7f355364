import { Field, Label, Select } from '@digdir/designsystemet-react';
import { showPortal } from '#contracts/portal';
import { useLoad } from '../api.ts';
import { useText } from '../text.tsx';

/** Whom something is for: all centres, or one. */
export function Audience(props: {
  readonly value: string | null;
  readonly onChange: (centreId: string | null) => void;
}) {
  const { text } = useText();
  const portal = useLoad(showPortal, {});
  return (
    <Field data-size="sm">
      <Label>{text.portal.audience}</Label>
      <Select value={props.value ?? ''} onChange={(event) => props.onChange(event.currentTarget.value || null)}>
        <option value="">{text.portal.forAll}</option>
        {portal.data?.centres.map((centre) => (
          <option key={centre.id} value={centre.id}>
            {centre.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** The name of a centre that the actor sees, by its id. */
export function useCentreName(): (centreId: string) => string {
  const portal = useLoad(showPortal, {});
  return (centreId) => portal.data?.centres.find((one) => one.id === centreId)?.name ?? centreId;
}
