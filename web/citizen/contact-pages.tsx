import { type Language, languages } from '#core/kernel/language';
import type { PageLanguage } from '#web/text/language';
import type { WholeText } from '#web/text/text-of';
import { BackLink, Choice, ErrorSummary, FieldFault, Submit } from './form-parts.tsx';

export const wishNames = ['channel', 'sms', 'phone', 'language'] as const;
export type WishName = (typeof wishNames)[number];

export type ShownWishes = {
  readonly onPortal: boolean;
  readonly paper: boolean;
  readonly sms: boolean;
  readonly phone: string | null;
  readonly language: Language;
};

type Words = { readonly text: WholeText['citizen']; readonly language: PageLanguage };

/** How she is reached, and a way to change each part. */
export function ContactPage({ text, wishes }: Words & { readonly wishes: ShownWishes }) {
  const values: Readonly<Record<WishName, string>> = {
    channel: text.wishes.channel.options[wishes.paper ? 'paper' : 'digital'],
    sms: wishes.sms ? text.yes : text.no,
    phone: wishes.phone ? spaced(wishes.phone) : text.noPhone,
    language: text.languageNames[wishes.language],
  };
  return (
    <>
      <BackLink href="/min-side">{text.title}</BackLink>
      <h1>{text.contact}</h1>
      <p className="lead">{text.contactLead}</p>
      <dl className="wishes">
        {wishNames.map((name) => (
          <div key={name}>
            <dt className="quiet">{text.wishes[name].name}</dt>
            <dd lang={name === 'language' ? wishes.language : undefined}>{values[name]}</dd>
            {name === 'channel' && !wishes.onPortal ? null : (
              <dd>
                <a href={`/min-side/kontakt/${name}`} aria-label={`${text.change}: ${text.wishes[name].name}`}>
                  {text.change}
                </a>
              </dd>
            )}
          </div>
        ))}
      </dl>
      {wishes.onPortal ? null : <p>{text.notOnPortal}</p>}
    </>
  );
}

type WishProps = Words & {
  readonly name: WishName;
  readonly value: string;
  readonly error?: string | undefined;
};

/** One wish, as one question. */
export function WishPage(props: WishProps) {
  const { text, name, error } = props;
  return (
    <>
      <BackLink href="/min-side/kontakt">{text.back}</BackLink>
      <ErrorSummary title={text.errorTitle} errors={error ? [{ field: name, words: error }] : []} />
      <form method="post" action={`/min-side/kontakt/${name}`} noValidate>
        {name === 'phone' ? <PhoneField {...props} /> : <WishChoice {...props} name={name} />}
        <Submit>{text.save}</Submit>
      </form>
    </>
  );
}

function WishChoice({ text, name, value, error }: WishProps & { readonly name: Exclude<WishName, 'phone'> }) {
  const { question, hint } = text.wishes[name];
  const options: Readonly<Record<string, string>> =
    name === 'language'
      ? Object.fromEntries(languages.map((one) => [one, text.languageNames[one]]))
      : text.wishes[name].options;
  return (
    <Choice
      name={name}
      legend={question}
      hint={hint}
      chosen={value}
      error={error}
      options={Object.entries(options).map(([one, label]) => ({
        value: one,
        label,
        ...(name === 'language' ? { lang: one } : {}),
      }))}
    />
  );
}

function PhoneField({ text, value, error }: WishProps) {
  const { question, hint, label } = text.wishes.phone;
  return (
    <>
      <h1>{question}</h1>
      <div className={error ? 'field faulty' : 'field'}>
        <label htmlFor="phone">{label}</label>
        <p className="hint" id="phone-hint">
          {hint}
        </p>
        <FieldFault id="phone" words={error} />
        <input
          className="short"
          id="phone"
          name="phone"
          type="tel"
          autoComplete="tel"
          defaultValue={spaced(value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'phone-hint phone-error' : 'phone-hint'}
        />
      </div>
    </>
  );
}

/** Norwegian numbers as people write them: +4799900001 -> 999 00 001. */
function spaced(phone: string): string {
  const [, a, b, c] = /^\+47(\d{3})(\d{2})(\d{3})$/.exec(phone) ?? [];
  return a ? `${a} ${b} ${c}` : phone;
}
