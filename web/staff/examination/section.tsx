import { Details } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';

/** A part of the form that is opened only when there is something to say; its summary says what is said so far. */
export function Section(props: {
  readonly title: string;
  readonly answer: string;
  readonly keyHint: string;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <Details open={props.open} onToggle={() => props.onToggle(!props.open)}>
      <Details.Summary>
        <kbd aria-hidden>{props.keyHint.toUpperCase()}</kbd> {props.title}: <strong>{props.answer}</strong>
      </Details.Summary>
      <Details.Content>
        <div className="stack">{props.children}</div>
      </Details.Content>
    </Details>
  );
}
