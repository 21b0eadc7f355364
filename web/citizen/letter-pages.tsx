import type { LetterBlock } from '#core/messaging/letter';
import type { ToldOfRound } from '#core/citizen/own-rounds';
import { formatDate } from '#web/text/format';
import type { PageLanguage } from '#web/text/language';
import type { WholeText } from '#web/text/text-of';
import { BackLink } from './form-parts.tsx';
import { LetterWords } from './letter-words.tsx';

type Words = { readonly text: WholeText['citizen']; readonly language: PageLanguage };

export type ShownLetter = {
  readonly reference: string;
  readonly title: string;
  /** The language of the title. */
  readonly written: string;
  readonly decidedOn: string;
};

/** Everything the programme has written to her. */
export function LettersPage({ text, language, letters }: Words & { readonly letters: readonly ShownLetter[] }) {
  return (
    <>
      <BackLink href="/min-side">{text.title}</BackLink>
      <h1>{text.letters}</h1>
      {letters.length === 0 ? <p>{text.noLetters}</p> : null}
      <ul className="links">
        {letters.map((letter) => (
          <li key={letter.reference}>
            <a href={`/min-side/les/${letter.reference}`}>
              <b lang={letter.written}>{letter.title}</b>
              <span>{text.sentOn(formatDate(language, letter.decidedOn))}</span>
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
          {text.sentOn(formatDate(language, letter.sentOn))}. {text.reference(letter.reference)}
        </p>
        <LetterWords blocks={letter.blocks} />
      </article>
      {letter.blocks.some((block) => block.kind === 'page') ? (
        <p>
          <a href="/screening/nytte">{text.benefit.title}</a>
        </p>
      ) : null}
      <p className="actions">
        <a href={`/min-side/brev/${letter.reference}`}>{text.pdf}</a>
      </p>
      <p className="note">{text.feelLump}</p>
    </>
  );
}

export type ShownRound = {
  readonly openedOn: string;
  readonly examinedOn: string | null;
  readonly place: string | null;
  readonly told: ToldOfRound;
};

/** The year that she remembers a round by. */
export function yearOf({ examinedOn, openedOn }: ShownRound): string {
  return (examinedOn ?? openedOn).slice(0, 4);
}

/** When and where images were taken. */
export function ImagesTaken({ text, language, round }: Words & { readonly round: ShownRound }) {
  if (!round.examinedOn) return null;
  return <p className="quiet">{text.roundExamined(formatDate(language, round.examinedOn), round.place ?? '')}</p>;
}

/** Her rounds, each as far as she has been told. */
export function RoundsPage({ text, language, rounds }: Words & { readonly rounds: readonly ShownRound[] }) {
  return (
    <>
      <BackLink href="/min-side">{text.title}</BackLink>
      <h1>{text.rounds}</h1>
      {rounds.length === 0 ? <p>{text.noRounds}</p> : null}
      <ul className="rows">
        {rounds.map((round) => (
          <li key={round.openedOn}>
            <h2>{text.roundOf(yearOf(round))}</h2>
            <p>{text.roundTold[round.told]}</p>
            <ImagesTaken text={text} language={language} round={round} />
          </li>
        ))}
      </ul>
    </>
  );
}
