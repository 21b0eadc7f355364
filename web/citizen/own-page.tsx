import type { OwnStanding } from '#core/programme/own-standing';
import { formatDate } from '#web/text/format';
import type { PageLanguage } from '#web/text/language';
import type { WholeText } from '#web/text/text-of';
import { type ShownAppointment, TimeAndPlace } from './appointment-page.tsx';
import { ImagesTaken, type ShownLetter, type ShownRound, yearOf } from './letter-pages.tsx';

type OwnPageProps = {
  readonly text: WholeText['citizen'];
  readonly language: PageLanguage;
  readonly givenName: string;
  readonly standing: OwnStanding;
  readonly appointment: ShownAppointment | null;
  readonly mayBook: boolean;
  readonly letter: ShownLetter | null;
  readonly round: ShownRound | null;
  readonly stopped: boolean;
  readonly reserved: boolean;
  readonly surveys: readonly { readonly id: string; readonly title: string; readonly lang: string }[];
};

/** Her own page: where she stands, her time, her latest letter, and the way to everything else. */
export function OwnPage(props: OwnPageProps) {
  const { text, language, appointment, letter } = props;
  return (
    <>
      <h1>{text.hello(props.givenName)}</h1>
      {props.round ? <Told text={text} language={language} round={props.round} /> : null}
      <p className={props.round ? undefined : 'lead'}>{text.standing[props.standing]}</p>
      {appointment ? <Appointment text={text} language={language} appointment={appointment} /> : null}
      {props.mayBook ? (
        <p className="actions">
          <a className="ds-button" href="/min-side/time/bytt">
            {text.ownTime}
          </a>
        </p>
      ) : null}
      {letter ? (
        <section aria-labelledby="letter">
          <h2 id="letter">{text.latestLetter}</h2>
          <p>
            <strong lang={letter.written}>{letter.title}</strong>
            <br />
            <span className="quiet">{text.sentOn(formatDate(language, letter.decidedOn))}</span>
          </p>
          <p className="actions">
            <a
              className="ds-button"
              data-variant={appointment ? 'secondary' : undefined}
              href={`/min-side/les/${letter.reference}`}
            >
              {text.readLetter}
            </a>
          </p>
        </section>
      ) : null}
      <p className="note">{text.feelLump}</p>
      <ul className="links">
        {props.surveys.map((survey) => (
          <Way
            key={survey.id}
            href={`/min-side/sporsmal/${survey.id}`}
            name={survey.title}
            lang={survey.lang}
            more={text.surveyMore}
          />
        ))}
        <Way href="/min-side/brev" name={text.letters} more={text.lettersMore} />
        <Way href="/min-side/runder" name={text.rounds} more={text.roundsMore} />
        <Way href="/min-side/kontakt" name={text.contact} more={text.contactMore} />
        <Way
          href="/min-side/invitasjoner"
          name={text.invitations}
          more={props.stopped ? text.invitationsStopped : text.invitationsOn}
        />
        <Way
          href="/min-side/lagring"
          name={text.storage}
          more={props.reserved ? text.storageReserved : text.storageOn}
        />
        <Way href="/min-side/samtykker" name={text.consents} more={text.consentsMore} />
        <Way href="/min-side/innsyn" name={text.looks} more={text.looksMore} />
        <Way href="/min-side/endringer" name={text.changes} more={text.changesMore} />
        <Way href="/screening/sporsmal" name={text.questions.title} more={text.questions.more} />
      </ul>
    </>
  );
}

/** What came of the round that is over. */
function Told({ text, language, round }: Pick<OwnPageProps, 'text' | 'language'> & { readonly round: ShownRound }) {
  return (
    <>
      <p className="lead">
        {text.roundOf(yearOf(round))}: {text.roundTold[round.told]}
      </p>
      <ImagesTaken text={text} language={language} round={round} />
    </>
  );
}

function Appointment({
  text,
  language,
  appointment,
}: Pick<OwnPageProps, 'text' | 'language'> & { readonly appointment: ShownAppointment }) {
  return (
    <section aria-labelledby="appointment" className="card">
      <h2 id="appointment">
        {text.appointment}: {text.appointmentFor[appointment.what].toLowerCase()}
      </h2>
      <TimeAndPlace text={text} language={language} appointment={appointment} />
      {appointment.confirmed ? <p>{text.saidComing}</p> : null}
      <div className="actions">
        <a className="ds-button" href="/min-side/time">
          {text.seeAppointment}
        </a>
        {appointment.what === 'screening' ? <a href="/min-side/time/bytt">{text.otherTime}</a> : null}
      </div>
    </section>
  );
}

export function Way(props: {
  readonly href: string;
  readonly name: string;
  readonly more: string;
  readonly lang?: string | undefined;
}) {
  return (
    <li>
      <a href={props.href}>
        <b lang={props.lang}>{props.name}</b>
        <span>{props.more}</span>
      </a>
    </li>
  );
}
