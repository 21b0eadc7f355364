import type { LetterBlock } from '#core/messaging/letter';
import type { LetterKind } from '#core/messaging/message';
import type { OwnStanding } from '#core/programme/own-standing';
import type { Role } from '#core/people/access';
import { formatDate, formatTime } from '#web/text/format';
import type { PageLanguage } from '#web/text/language';
import type { Text } from '#web/text/nb';
import { LetterWords } from './letter-words.tsx';

export type OwnPageProps = {
  readonly text: Text;
  readonly language: PageLanguage;
  readonly today: string;
  readonly givenName: string;
  readonly standing: OwnStanding;
  readonly appointment: {
    readonly what: 'screening' | 'assessment';
    readonly day: string;
    readonly at: string;
    readonly place: string;
  } | null;
  readonly letter: {
    readonly title: string;
    readonly blocks: readonly LetterBlock[];
    readonly language: string;
  } | null;
  readonly letters: readonly { readonly reference: string; readonly kind: LetterKind; readonly sentOn: string }[];
  readonly phone: string | null;
  readonly stopped: boolean;
  readonly reserved: boolean;
  readonly looks: readonly { readonly day: string; readonly role: string; readonly name: string }[];
};

/** Her own page: where she stands, her time, her latest letter word for word, her choices, and who has looked. */
export function OwnPage(props: OwnPageProps) {
  const { text, language } = props;
  const t = text.citizen;
  return (
    <>
      <h1>{t.hello(props.givenName)}</h1>
      <p className="lead">{t.standing[props.standing]}</p>
      <Appointment {...props} />
      {props.letter ? (
        <section aria-labelledby="letter">
          <h2 id="letter" lang={props.letter.language}>
            {props.letter.title}
          </h2>
          <div lang={props.letter.language}>
            <LetterWords blocks={props.letter.blocks} />
          </div>
        </section>
      ) : null}
      <p className="note">{t.feelLump}</p>
      <Letters {...props} />
      <section aria-labelledby="choices">
        <h2 id="choices">{t.choices}</h2>
        <ul>
          <li>{props.stopped ? t.stopped : t.notStopped}</li>
          <li>{props.reserved ? t.reserved : t.notReserved}</li>
        </ul>
        <p>{t.changeChoice}</p>
      </section>
      <section aria-labelledby="looks">
        <h2 id="looks">{t.looks}</h2>
        {props.looks.length === 0 ? <p>{t.noLooks}</p> : null}
        <ul>
          {props.looks.map((look) => (
            <li key={`${look.day} ${look.name}`}>
              {formatDate(language, look.day)}: {look.name}, {text.common.roles[look.role as Role].toLowerCase()}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Appointment({ text, language, appointment, phone }: OwnPageProps) {
  const t = text.citizen;
  if (!appointment) return null;
  const day = formatDate(language, appointment.day, 'weekday');
  return (
    <section aria-labelledby="appointment" className="card">
      <h2 id="appointment">
        {t.appointment}: {t.appointmentFor[appointment.what].toLowerCase()}
      </h2>
      <dl className="facts">
        <div>
          <dt>{t.when}</dt>
          <dd>
            <strong>{t.at(day, formatTime(language, appointment.at))}</strong>
          </dd>
        </div>
        <div>
          <dt>{t.where}</dt>
          <dd>{appointment.place}</dd>
        </div>
      </dl>
      <p>
        <a className="ds-link" href="/min-side/time.ics">
          {t.calendar}
        </a>
      </p>
      <h3>{t.change}</h3>
      <p>{phone ? t.changeHow(phone) : t.changeHowNoPhone}</p>
    </section>
  );
}

function Letters({ text, language, letters }: OwnPageProps) {
  const t = text.citizen;
  if (letters.length === 0) return null;
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{t.letters}</h2>
      <ul>
        {letters.map((letter) => (
          <li key={letter.reference}>
            <a className="ds-link" href={`/min-side/brev/${letter.reference}`}>
              {t.letterKinds[letter.kind]} ({t.pdf})
            </a>
            , {t.sentOn(formatDate(language, letter.sentOn))}
          </li>
        ))}
      </ul>
    </section>
  );
}
