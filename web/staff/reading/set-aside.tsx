import { Button, Dialog, Heading } from '@digdir/designsystemet-react';
import { type KeyboardEvent, useRef } from 'react';
import { useBoard, useShortcuts } from '../components/shortcuts.tsx';
import { useText } from '../text.tsx';

/** Set the case aside with a reason, ask for earlier images, or skip it for now; all can be taken back. */
export function SetAside(props: {
  readonly reasons: readonly string[];
  readonly locked: boolean;
  readonly onDefer: (reason: string) => void;
  readonly onPriors?: (() => void) | undefined;
  readonly onSkip: () => void;
}) {
  const { text } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const ask = () => {
    if (!props.locked) dialog.current?.showModal();
  };
  const priors = () => {
    if (!props.locked) props.onPriors?.();
  };
  const skip = () => {
    if (!props.locked) props.onSkip();
  };
  const choose = (reason: string) => {
    dialog.current?.close();
    props.onDefer(reason);
  };
  const { on } = useBoard();
  const chooseByKey = (event: KeyboardEvent) => {
    const reason = on && !event.repeat ? props.reasons[Number(event.key) - 1] : undefined;
    if (reason) choose(reason);
  };
  useShortcuts([
    { key: 'h', label: text.reading.skip, run: skip },
    { key: 'd', label: text.reading.defer, run: ask },
    ...(props.onPriors ? [{ key: 'p', label: text.reading.priors, run: priors }] : []),
  ]);
  return (
    <div className="buttons">
      <Button variant="tertiary" aria-disabled={props.locked} onClick={ask}>
        {text.reading.defer} <kbd>D</kbd>
      </Button>
      {props.onPriors ? (
        <Button variant="tertiary" aria-disabled={props.locked} onClick={priors}>
          {text.reading.priors} <kbd>P</kbd>
        </Button>
      ) : null}
      <Button variant="tertiary" aria-disabled={props.locked} onClick={skip}>
        {text.reading.skip} <kbd>H</kbd>
      </Button>
      <Dialog ref={dialog} closeButton={text.common.close} aria-label={text.reading.deferTitle} onKeyDown={chooseByKey}>
        <Heading level={2} data-size="xs">
          {text.reading.deferTitle}
        </Heading>
        <p>{text.reading.deferReason}</p>
        <div className="stack">
          {props.reasons.map((reason, i) => (
            <Button key={reason} variant="secondary" onClick={() => choose(reason)}>
              {text.reading.deferReasons[reason] ?? reason} <kbd aria-hidden>{i + 1}</kbd>
            </Button>
          ))}
        </div>
      </Dialog>
    </div>
  );
}
