import { Checkbox, Field, Fieldset, Label, Textarea, Textfield } from '@digdir/designsystemet-react';
import { type disclosureKinds, type Wish, wishes } from '#core/cancers/disclosure';
import type { Day } from '#core/kernel/day';
import { useSession } from '../session.tsx';
import { useText } from '../text.tsx';

export type Draft = {
  readonly day: Day;
  /** What she answered; null until it is chosen. */
  readonly wish: Wish | null;
  readonly heldBy: string;
  readonly offered: readonly string[];
  readonly note: string;
};

/** The fields of what is recorded: the day always, her wish, or who held the conversation and what was offered. */
export function DisclosureFields(props: {
  readonly kind: (typeof disclosureKinds)[number];
  readonly draft: Draft;
  readonly offers: readonly string[];
  readonly onChange: (draft: Draft) => void;
}) {
  const { text } = useText();
  const words = text.cancers.disclosure;
  const { today } = useSession();
  const { kind, draft } = props;
  const set = (change: Partial<Draft>) => props.onChange({ ...draft, ...change });
  const toggle = (offer: string, on: boolean) =>
    set({ offered: props.offers.filter((one) => (one === offer ? on : draft.offered.includes(one))) });
  return (
    <>
      <div className="filters">
        <Textfield
          type="date"
          data-size="sm"
          label={text.common.date}
          max={today}
          value={draft.day}
          onChange={(event) => event.currentTarget.value && set({ day: event.currentTarget.value as Day })}
        />
        {kind === 'conversation' ? (
          <Textfield
            data-size="sm"
            label={words.who}
            value={draft.heldBy}
            required
            onChange={(event) => set({ heldBy: event.currentTarget.value })}
          />
        ) : null}
      </div>
      {kind === 'wish' ? (
        <fieldset className="kinds">
          <legend>{words.herWish}</legend>
          {wishes.map((one) => (
            <label key={one}>
              <input type="radio" name="wish" checked={draft.wish === one} onChange={() => set({ wish: one })} />
              <span>{words.wishes[one]}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {kind === 'conversation' ? (
        <Fieldset>
          <Fieldset.Legend>{words.whatOffered}</Fieldset.Legend>
          {props.offers.map((offer) => (
            <Checkbox
              key={offer}
              label={words.offers[offer] ?? offer}
              value={offer}
              checked={draft.offered.includes(offer)}
              onChange={(event) => toggle(offer, event.currentTarget.checked)}
            />
          ))}
        </Fieldset>
      ) : null}
      <Field>
        <Label>{text.reading.note}</Label>
        <Textarea rows={2} maxLength={2000} value={draft.note} onChange={(e) => set({ note: e.currentTarget.value })} />
      </Field>
    </>
  );
}
