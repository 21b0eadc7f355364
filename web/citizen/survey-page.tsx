import { type SurveyForm, type SurveyQuestion, valuesOf, wordsIn } from '#core/surveys/form';
import type { PageLanguage } from '#web/text/language';
import type { WholeText } from '#web/text/text-of';
import { BackLink, Choice, ErrorSummary, FieldFault, type FieldError, Submit } from './form-parts.tsx';

type SurveyPageProps = {
  readonly text: WholeText;
  readonly language: PageLanguage;
  readonly form: SurveyForm;
  readonly sent: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
};

/** A survey: a few questions, answered without a name. */
export function SurveyPage({ text, language, form, sent, errors }: SurveyPageProps) {
  const title = wordsIn(form.title, language);
  const intro = wordsIn(form.intro, language);
  return (
    <>
      <BackLink href="/min-side">{text.citizen.title}</BackLink>
      <ErrorSummary title={text.citizen.errorTitle} errors={errors} />
      <h1 lang={title.lang}>{title.text}</h1>
      <p className="lead" lang={intro.lang}>
        {intro.text}
      </p>
      <p className="quiet">{form.standing.kind === 'validated' ? form.standing.source : text.surveys.notValidated}</p>
      <form method="post" action={`/min-side/sporsmal/${form.id}`} noValidate>
        {form.questions.map((asked) => (
          <Question
            key={asked.id}
            text={text}
            language={language}
            asked={asked}
            sent={sent[asked.id]}
            error={errors.find((error) => error.field === asked.id)?.words}
          />
        ))}
        <Submit>{text.surveys.send}</Submit>
      </form>
    </>
  );
}

function Question(props: {
  readonly text: WholeText;
  readonly language: PageLanguage;
  readonly asked: SurveyQuestion;
  readonly sent: string | undefined;
  readonly error: string | undefined;
}) {
  const { text, language, asked, error } = props;
  const words = wordsIn(asked.text, language);
  const optional = asked.kind !== 'text' && asked.optional ? ` ${text.citizen.optional}` : '';
  if (asked.kind === 'text') return <FreeText {...props} asked={asked} />;
  if (asked.kind === 'choice') {
    return (
      <Choice
        name={asked.id}
        level={2}
        legend={<span lang={words.lang}>{words.text + optional}</span>}
        chosen={props.sent}
        error={error}
        options={asked.options.map((option) => {
          const label = wordsIn(option.text, language);
          return { value: String(option.value), label: label.text, lang: label.lang };
        })}
      />
    );
  }
  const [low, high] = [wordsIn(asked.low, language), wordsIn(asked.high, language)];
  return (
    <Choice
      name={asked.id}
      level={2}
      inline
      legend={<span lang={words.lang}>{words.text + optional}</span>}
      hint={`${asked.from} = ${low.text}, ${asked.to} = ${high.text}`}
      chosen={props.sent}
      error={error}
      options={valuesOf(asked).map((value) => ({ value: String(value), label: String(value) }))}
    />
  );
}

function FreeText(props: {
  readonly text: WholeText;
  readonly language: PageLanguage;
  readonly asked: Extract<SurveyQuestion, { kind: 'text' }>;
  readonly sent: string | undefined;
  readonly error: string | undefined;
}) {
  const { text, language, asked, error } = props;
  const words = wordsIn(asked.text, language);
  const hint = asked.hint ? wordsIn(asked.hint, language) : undefined;
  const described = [hint ? `${asked.id}-hint` : '', error ? `${asked.id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={error ? 'field faulty' : 'field'}>
      <label htmlFor={asked.id} lang={words.lang}>
        {words.text} <span className="quiet">{text.citizen.optional}</span>
      </label>
      {hint ? (
        <p className="hint" id={`${asked.id}-hint`} lang={hint.lang}>
          {hint.text}
        </p>
      ) : null}
      <FieldFault id={asked.id} words={error} />
      <textarea
        id={asked.id}
        name={asked.id}
        rows={3}
        defaultValue={props.sent}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
      />
    </div>
  );
}
