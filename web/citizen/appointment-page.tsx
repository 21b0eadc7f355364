import { whereWords } from '#core/messaging/where-words';
import { formatDate, formatTime } from '#web/text/format';
import type { PageLanguage } from '#web/text/language';
import type { WholeText } from '#web/text/text-of';
import { BackLink, PhoneLink } from './form-parts.tsx';

export type ShownAppointment = {
  readonly what: 'screening' | 'assessment';
  readonly day: string;
  readonly at: string;
  readonly unitName: string;
  readonly place: string;
  readonly bus: boolean;
  readonly confirmed: boolean;
  readonly version: number;
  readonly appointmentId: string;
};

type Props = {
  readonly text: WholeText['citizen'];
  readonly language: PageLanguage;
  readonly appointment: ShownAppointment;
  readonly phone: string;
};

/** When and where, as every page says it. */
export function TimeAndPlace({
  text,
  language,
  appointment,
}: Pick<Props, 'text' | 'language'> & {
  readonly appointment: Pick<ShownAppointment, 'day' | 'at' | 'unitName' | 'place'>;
}) {
  return (
    <dl className="facts">
      <div>
        <dt>{text.when}</dt>
        <dd className="big">
          {text.at(formatDate(language, appointment.day, 'weekday'), formatTime(language, appointment.at))}
        </dd>
      </div>
      <div>
        <dt>{text.where}</dt>
        <dd>{whereWords(appointment.unitName, appointment.place)}</dd>
      </div>
    </dl>
  );
}

/** Her time: when, where, how to get there, what to bring, and what she can do about it. */
export function AppointmentPage({ text, language, appointment, phone }: Props) {
  const { what, unitName, place } = appointment;
  return (
    <>
      <BackLink href="/min-side">{text.title}</BackLink>
      <h1>
        {text.appointment}: {text.appointmentFor[what].toLowerCase()}
      </h1>
      <section className="card" aria-label={text.appointment}>
        <TimeAndPlace text={text} language={language} appointment={appointment} />
        {appointment.confirmed ? <p>{text.saidComing}</p> : null}
      </section>
      {what === 'assessment' ? (
        <p>
          {text.assessmentChange} <PhoneLink phone={phone} />
        </p>
      ) : (
        <Choices text={text} appointment={appointment} />
      )}
      <p className="actions">
        <a href="/min-side/time.ics">{text.calendar}</a>
      </p>
      <h2>{text.findTheWay}</h2>
      <p>{appointment.bus ? text.findBus(place) : text.findUnit(whereWords(unitName, place))}</p>
      <p>{text.findNeeds}</p>
      <h2>{text.bring}</h2>
      <Points list={text.bringList} />
      {what === 'screening' ? (
        <>
          <h2>{text.before}</h2>
          <Points list={text.beforeList} />
          <h2>{text.callFirst}</h2>
          <Points list={text.callFirstList} />
          <h2>{text.how}</h2>
          <p>{text.howText}</p>
        </>
      ) : (
        <>
          <h2>{text.how}</h2>
          {text.assessmentHow.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </>
      )}
    </>
  );
}

function Choices({ text, appointment }: Pick<Props, 'text' | 'appointment'>) {
  return (
    <div className="actions">
      {appointment.confirmed ? null : (
        <form method="post" action="/min-side/time/kommer">
          <input type="hidden" name="appointment" value={appointment.appointmentId} />
          <input type="hidden" name="version" value={appointment.version} />
          <button className="ds-button" type="submit">
            {text.willCome}
          </button>
        </form>
      )}
      <a href="/min-side/time/bytt">{text.otherTime}</a>
      <a href="/min-side/time/kan-ikke">{text.cannotCome}</a>
    </div>
  );
}

function Points({ list }: { readonly list: readonly string[] }) {
  return (
    <ul>
      {list.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
