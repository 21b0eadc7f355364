import type { PageLanguage } from '#web/text/language';
import type { WholeText } from '#web/text/text-of';
import { BackLink, ErrorSummary, FieldFault, Submit } from './form-parts.tsx';

type ConfirmProps = {
  readonly text: WholeText['citizen'];
  readonly language: PageLanguage;
  readonly meaning: keyof WholeText['citizen']['meanings'];
  readonly back: string;
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string>>;
  /** She may say why; never asked for, and kept short. */
  readonly reason?: { readonly value: string; readonly error?: string | undefined };
};

/** What a choice means, before it is made. */
export function ConfirmPage({ text, meaning, back, action, hidden = {}, reason }: ConfirmProps) {
  const { title, list, button } = text.meanings[meaning];
  return (
    <>
      <BackLink href={back}>{text.back}</BackLink>
      <ErrorSummary title={text.errorTitle} errors={reason?.error ? [{ field: 'reason', words: reason.error }] : []} />
      <h1>{title}</h1>
      <h2>{text.whatItMeans}</h2>
      <ul>
        {list.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <form method="post" action={action}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {reason ? (
          <div className="field">
            <label htmlFor="reason">
              {text.reason} <span className="quiet">{text.optional}</span>
            </label>
            <p className="hint" id="reason-hint">
              {text.reasonHint}
            </p>
            <FieldFault id="reason" words={reason.error} />
            <textarea
              id="reason"
              name="reason"
              rows={2}
              defaultValue={reason.value}
              aria-describedby={reason.error ? 'reason-hint reason-error' : 'reason-hint'}
              aria-invalid={reason.error ? true : undefined}
            />
          </div>
        ) : null}
        <div className="actions">
          <Submit>{button}</Submit>
          <a href={back}>{text.back}</a>
        </div>
      </form>
    </>
  );
}
