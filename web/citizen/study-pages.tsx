import type { FormLanguage, TakesPart } from '#core/studies/consent';
import { formatDate } from '#web/text/format';
import type { PageLanguage } from '#web/text/language';
import type { WholeText } from '#web/text/text-of';
import { BackLink, Choice, ErrorSummary, Submit } from './form-parts.tsx';
import { Way } from './own-page.tsx';

export type ShownStudy = {
  readonly studyId: string;
  readonly title: string;
  readonly takesPart: TakesPart;
  readonly since: string | null;
  readonly ask: boolean;
};

type Words = { readonly text: WholeText; readonly language: PageLanguage };

/** The studies that ask her, and those she has answered; a link to each. */
export function StudyList({ text, language, studies }: Words & { readonly studies: readonly ShownStudy[] }) {
  const words = text.citizen.ownStudies;
  return (
    <ul className="links">
      {studies.map((study) => (
        <Way
          key={study.studyId}
          href={`/min-side/samtykker/${study.studyId}`}
          name={study.title}
          more={
            study.since
              ? words.answered(words.standing[study.takesPart], formatDate(language, study.since))
              : study.ask
                ? words.asked
                : words.standing[study.takesPart]
          }
        />
      ))}
    </ul>
  );
}

type StudyPageProps = Words & {
  readonly study: ShownStudy;
  readonly form: { readonly title: string; readonly body: string; readonly language: FormLanguage } | null;
  /** Her arm in words, only when the study lets her know. */
  readonly arm: string | null;
  readonly mayAnswer: boolean;
  readonly error?: string | undefined;
};

/** One study: what it is, what she has answered, and a new answer. */
export function StudyPage({ text, language, study, form, arm, mayAnswer, error }: StudyPageProps) {
  const words = text.citizen.ownStudies;
  const inIt = study.takesPart === 'yes' && (study.since !== null || !study.ask);
  const options = inIt ? words.withdraw : words.answer;
  return (
    <>
      <BackLink href="/min-side/samtykker">{text.citizen.consents}</BackLink>
      <ErrorSummary title={text.citizen.errorTitle} errors={error ? [{ field: 'answer', words: error }] : []} />
      <h1>{study.title}</h1>
      {study.since ? (
        <p className="lead">{words.answered(words.standing[study.takesPart], formatDate(language, study.since))}</p>
      ) : null}
      {arm ? <p>{words.yourArm(arm)}</p> : null}
      {form ? (
        <article lang={form.language} className="study-form">
          <h2>{form.title}</h2>
          {form.body.split('\n\n').map((part) => (
            <p key={part}>{part}</p>
          ))}
        </article>
      ) : null}
      {mayAnswer ? (
        <form method="post" action={`/min-side/samtykker/${study.studyId}`} noValidate>
          <Choice
            name="answer"
            level={2}
            legend={inIt ? words.withdrawQuestion : words.question}
            hint={inIt ? words.withdrawHint : words.hint}
            error={error}
            options={Object.entries(options).map(([value, label]) => ({ value, label }))}
          />
          <Submit>{text.citizen.save}</Submit>
        </form>
      ) : (
        <p>{words.notNow}</p>
      )}
    </>
  );
}
