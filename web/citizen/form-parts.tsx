import type { ReactNode } from 'react';

/** A field that was not accepted: its id, and how to put it right, in the same words beside the field and in the summary. */
export type FieldError = { readonly field: string; readonly words: string };

export function BackLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <p className="back">
      <a href={href}>{children}</a>
    </p>
  );
}

export function PhoneLink({ phone }: { readonly phone: string }) {
  return <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>;
}

/** What must be put right, first on the page and with the focus, each line a link to its field. */
export function ErrorSummary(props: { readonly title: string; readonly errors: readonly FieldError[] }) {
  if (props.errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: the summary takes the focus when a form comes back (Aksel, NHS).
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus aria-labelledby="error-title">
      <h2 id="error-title">{props.title}</h2>
      <ul>
        {props.errors.map(({ field, words }) => (
          <li key={field}>
            <a href={`#${field}`}>{words}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function FieldFault({ id, words }: { readonly id: string; readonly words: string | undefined }) {
  return words ? (
    <p className="field-error" id={`${id}-error`}>
      {words}
    </p>
  ) : null;
}

export type Option = {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly lang?: string;
};

/** One question with a few answers. Its legend is the page's heading when it is the only question. */
export function Choice(props: {
  readonly name: string;
  readonly legend: ReactNode;
  readonly level?: 1 | 2;
  readonly hint?: ReactNode;
  readonly options: readonly Option[];
  readonly chosen?: string | undefined;
  readonly error?: string | undefined;
  /** Short answers stand side by side. */
  readonly inline?: boolean;
}) {
  const { name, options, error } = props;
  const Heading = props.level === 2 ? 'h2' : 'h1';
  const described = [props.hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset className={error ? 'question faulty' : 'question'} aria-describedby={described || undefined}>
      <legend>
        <Heading>{props.legend}</Heading>
      </legend>
      {props.hint ? (
        <p className="hint" id={`${name}-hint`}>
          {props.hint}
        </p>
      ) : null}
      <FieldFault id={name} words={error} />
      <div className={props.inline ? 'options inline' : 'options'}>
        {options.map((option, i) => (
          <OptionRow key={option.value} name={name} option={option} first={i === 0} chosen={props.chosen} />
        ))}
      </div>
    </fieldset>
  );
}

function OptionRow(props: {
  readonly name: string;
  readonly option: Option;
  readonly first: boolean;
  readonly chosen: string | undefined;
}) {
  const { name, option } = props;
  // The first answer carries the question's own name, so that the summary's link leads to it.
  const id = props.first ? name : `${name}-${option.value}`;
  return (
    <div className="option">
      <input
        type="radio"
        id={id}
        name={name}
        value={option.value}
        defaultChecked={props.chosen === option.value}
        aria-describedby={option.hint ? `${id}-more` : undefined}
      />
      <label htmlFor={id} lang={option.lang}>
        {option.label}
      </label>
      {option.hint ? (
        <p className="hint" id={`${id}-more`}>
          {option.hint}
        </p>
      ) : null}
    </div>
  );
}

/** The one thing that the page does. */
export function Submit({ children, tone }: { readonly children: ReactNode; readonly tone?: 'danger' | undefined }) {
  return (
    <button className="ds-button" type="submit" data-color={tone}>
      {children}
    </button>
  );
}
