import type { WholeText } from '#web/text/text-of';
import { BackLink, Choice, ErrorSummary, Submit } from './form-parts.tsx';

const cannotComeChoices = ['move', 'later', 'not-this-round', 'never'] as const;

/** She cannot come, or does not want to: what would suit her. */
export function CannotComePage({ text, faulty }: { readonly text: WholeText['citizen']; readonly faulty: boolean }) {
  const error = faulty ? text.cannotComeChoose : undefined;
  return (
    <>
      <BackLink href="/min-side/time">{text.back}</BackLink>
      <ErrorSummary title={text.errorTitle} errors={error ? [{ field: 'valg', words: error }] : []} />
      <form method="post" action="/min-side/time/kan-ikke">
        <Choice
          name="valg"
          legend={text.cannotComeTitle}
          hint={text.itIsYourChoice}
          error={error}
          options={cannotComeChoices.map((value) => ({
            value,
            label: text.cannotComeOptions[value],
            hint: text.cannotComeHints[value],
          }))}
        />
        <Submit>{text.next}</Submit>
      </form>
    </>
  );
}
