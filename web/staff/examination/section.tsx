import { Details } from '@digdir/designsystemet-react';
import { type ReactNode, useRef } from 'react';

/**
 * A part of the form that is opened only when there is something to say; its summary says what is said so far. Escape goes
 * out of its fields, so that the page's keys act again.
 */
export function Section(props: {
  readonly id: string;
  readonly title: string;
  readonly answer: string;
  readonly keyHint: string;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly children: ReactNode;
}) {
  const summary = useRef<HTMLElement>(null);
  return (
    <Details open={props.open} onToggle={() => props.onToggle(!props.open)}>
      <Details.Summary ref={summary}>
        <kbd aria-hidden>{props.keyHint.toUpperCase()}</kbd> {props.title}: <strong>{props.answer}</strong>
      </Details.Summary>
      <Details.Content>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the key belongs to the fields within */}
        <div
          className="stack"
          data-part={props.id}
          onKeyDown={(event) => event.key === 'Escape' && summary.current?.focus()}
        >
          {props.children}
        </div>
      </Details.Content>
    </Details>
  );
}
