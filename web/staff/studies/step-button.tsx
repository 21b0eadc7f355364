import { Button, Dialog, Heading, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, useRef, useState } from 'react';
import { useText } from '../text.tsx';
import type { StepKind } from '#core/studies/steps';

/** Steps that stop something, and are written down with why. */
const withReason: readonly StepKind[] = ['returned', 'paused', 'closed', 'site-paused', 'site-closed'];

/** A step of a study or of one of its sites: taken at once, or when it has been said why. */
export function StepButton(props: {
  readonly kind: StepKind;
  /** The site that the step is of; none for the study itself. */
  readonly site?: string;
  readonly disabled: boolean;
  readonly onTake: (reason: { readonly reason?: string }) => void;
}) {
  const { text } = useText();
  const words = text.studies;
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const [unsaid, setUnsaid] = useState(false);
  const asks = withReason.includes(props.kind);
  const said = reason.trim().length >= 2;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setUnsaid(!said);
    if (!said) return;
    dialog.current?.close();
    setReason('');
    props.onTake({ reason });
  };
  const title = words.steps[props.kind];
  const full = props.site ? `${title}: ${props.site}` : title;
  return (
    <>
      <Button
        variant={asks || props.site ? 'secondary' : 'primary'}
        data-size="sm"
        disabled={props.disabled}
        onClick={() => (asks ? dialog.current?.showModal() : props.onTake({}))}
      >
        {title}
        {props.site ? <span className="visually-hidden">: {props.site}</span> : null}
      </Button>
      {asks ? (
        <Dialog ref={dialog} closeButton={text.common.close} aria-label={full}>
          <form className="stack" noValidate onSubmit={submit}>
            <Heading level={2} data-size="xs">
              {full}
            </Heading>
            <Textfield
              label={words.reason}
              description={words.reasonHelp}
              error={unsaid && !said ? words.reasonWanted : undefined}
              value={reason}
              maxLength={1000}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <div className="page-actions">
              <Button type="submit">{title}</Button>
              <Button type="button" variant="secondary" onClick={() => dialog.current?.close()}>
                {text.common.cancel}
              </Button>
            </div>
          </form>
        </Dialog>
      ) : null}
    </>
  );
}
