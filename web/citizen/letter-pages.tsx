import type { LetterBlock } from '#core/messaging/letter';
import type { LetterKind } from '#core/messaging/message';
import type { ToldOfRound } from '#core/citizen/own-rounds';
import { formatDate } from '#web/text/format';
import type { PageLanguage } from '#web/text/language';
import type { WholeText } from '#web/text/text-of';
import { BackLink } from './form-parts.tsx';
import { LetterWords } from './letter-words.tsx';

type Words = { readonly text: WholeText['citizen']; readonly language: PageLanguage };

/** Everything the programme has written to her. */
export function LettersPage({
  text,
  language,
  letters,
}: Words & {
  readonly letters: readonly { readonly reference: string; readonly kind: LetterKind; readonly sentOn: string }[];
}) {
  return (
    <>
      <BackLink href="/min-side">{text.title}</BackLink>
      <h1>{text.letters}</h1>
      {letters.length === 0 ? <p>{text.noLetters}</p> : null}
      <ul className="links">
        {letters.map((letter) => (
          <li key={letter.reference}>
            <a href={`/min-side/les/${letter.reference}`}>
              {text.letterKinds[letter.kind]}
              <span>{text.sentOn(formatDate(language, letter.sentOn))}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** One letter, word for word. */
export function LetterPage(
  props: Words & {
    readonly letter: {
      readonly reference: string;
      readonly title: string;
      readonly language: string;
      readonly sentOn: string;
      readonly blocks: readonly LetterBlock[];
    };
  },
) {
  const { text, language, letter } = props;
  return (
    <>
      <BackLink href="/min-side/brev">{text.letters}</BackLink>
      <article lang={letter.language}>
        <h1>{letter.title}</h1>
        <p className="quiet" lang={language}>
          {text.sentOn(formatDate(language, letter.sentOn))}. {letter.reference}
        </p>
        <LetterWords blocks={letter.blocks} />
      </article>
      <p className="actions">
        <a href={`/min-side/brev/${letter.reference}`}>{text.pdf}</a>
      </p>
      <p className="note">{text.feelLump}</p>
    </>
  );
}

/** Her rounds, each as far as she has been told. */
export function RoundsPage({
  text,
  language,
  rounds,
}: Words & {
  readonly rounds: readonly {
    readonly openedOn: string;
    readonly examinedOn: string | null;
    readonly place: string | null;
    readonly told: ToldOfRound;
  }[];
}) {
  return (
    <>
      <BackLink href="/min-side">{text.title}</BackLink>
      <h1>{text.rounds}</h1>
      {rounds.length === 0 ? <p>{text.noRounds}</p> : null}
      <ul className="rows">
        {rounds.map((round) => (
          <li key={round.openedOn}>
            <h2>{text.roundOf((round.examinedOn ?? round.openedOn).slice(0, 4))}</h2>
            <p>{text.roundTold[round.told]}</p>
            {round.examinedOn ? (
              <p className="quiet">{text.roundExamined(formatDate(language, round.examinedOn), round.place ?? '')}</p>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
