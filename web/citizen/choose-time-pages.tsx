import { formatDate, formatNumber, formatTime } from '#web/text/format';
import type { PageLanguage } from '#web/text/language';
import type { WholeText } from '#web/text/text-of';
import { type ShownAppointment, TimeAndPlace } from './appointment-page.tsx';
import { BackLink, Choice, ErrorSummary, FieldFault, Submit } from './form-parts.tsx';

type Words = { readonly text: WholeText['citizen']; readonly language: PageLanguage };

type ShownPlace = {
  readonly unitId: string;
  readonly name: string;
  readonly km: number | null;
  readonly firstFree: string | null;
  readonly bus: { readonly place: string; readonly from: string; readonly to: string } | null;
};

/** Where: the units of her area, the nearest first. */
export function ChoosePlacePage(props: Words & { readonly places: readonly ShownPlace[]; readonly faulty: boolean }) {
  const { text, language, places } = props;
  const error = props.faulty ? text.choosePlaceFirst : undefined;
  return (
    <>
      <BackLink href="/min-side/time">{text.back}</BackLink>
      <ErrorSummary title={text.errorTitle} errors={error ? [{ field: 'sted', words: error }] : []} />
      <form method="get" action="/min-side/time/bytt">
        <Choice
          name="sted"
          legend={text.choosePlace}
          hint={text.choosePlaceHint}
          error={error}
          options={places.map((place) => ({
            value: place.unitId,
            label: `${place.name}${place.km === null ? '' : ` (${text.km(formatNumber(language, place.km))})`}`,
            hint: (
              <>
                {place.bus
                  ? `${text.busUntil(place.bus.place, formatDate(language, place.bus.from, 'short'), formatDate(language, place.bus.to, 'short'))}. `
                  : null}
                {place.firstFree ? text.firstFree(formatDate(language, place.firstFree, 'weekday')) : text.noneFree}
              </>
            ),
          }))}
        />
        <input type="hidden" name="neste" value="1" />
        <Submit>{text.next}</Submit>
      </form>
    </>
  );
}

type TimesProps = Words & {
  readonly place: Pick<ShownPlace, 'unitId' | 'name'>;
  readonly monday: string;
  readonly sunday: string;
  readonly earlier: string | null;
  readonly later: string | null;
  readonly days: readonly { readonly day: string; readonly times: readonly string[] }[];
  readonly onePlace: boolean;
  readonly error?: string | undefined;
};

/** When: the free times of a week. */
export function ChooseTimePage(props: TimesProps) {
  const { text, language, place, days, error } = props;
  const base = `/min-side/time/bytt/${place.unitId}`;
  const [first] = days;
  const id = first ? `${first.day}T${first.times[0]}` : 'tid';
  return (
    <>
      <BackLink href={props.onePlace ? '/min-side/time' : '/min-side/time/bytt'}>
        {props.onePlace ? text.back : text.otherPlace}
      </BackLink>
      <ErrorSummary title={text.errorTitle} errors={error ? [{ field: id, words: error }] : []} />
      <h1>{text.chooseTime}</h1>
      <p className="lead">{text.chooseTimeAt(place.name)}</p>
      <Weeks {...props} base={base} />
      {days.length === 0 ? <p>{text.noTimes}</p> : null}
      <form method="get" action={`${base}/sjekk`}>
        <input type="hidden" name="fra" value={props.monday} />
        <FieldFault id="tid" words={error} />
        {days.map(({ day, times }) => (
          <fieldset key={day}>
            <legend>
              <h2>{formatDate(language, day, 'weekday')}</h2>
            </legend>
            <div className="options inline">
              {times.map((at) => (
                <div className="option" key={at}>
                  <input type="radio" name="tid" id={`${day}T${at}`} value={`${day}T${at}`} />
                  <label htmlFor={`${day}T${at}`}>{formatTime(language, at)}</label>
                </div>
              ))}
            </div>
          </fieldset>
        ))}
        {days.length > 0 ? <Submit>{text.next}</Submit> : null}
      </form>
      {days.length > 3 ? <Weeks {...props} base={base} /> : null}
    </>
  );
}

function Weeks({ text, language, base, ...props }: TimesProps & { readonly base: string }) {
  const { earlier, later } = props;
  return (
    <>
      <p className="quiet">{text.week(formatDate(language, props.monday), formatDate(language, props.sunday))}</p>
      <p className="weeks">
        {earlier ? <a href={`${base}?fra=${earlier}`}>{text.earlier}</a> : <span />}
        {later ? <a href={`${base}?fra=${later}`}>{text.later}</a> : null}
      </p>
    </>
  );
}

/** The new time beside the old one, before it is taken. */
export function CheckTimePage(
  props: Words & {
    readonly time: {
      readonly unitId: string;
      readonly unitName: string;
      readonly place: string;
      readonly day: string;
      readonly at: string;
    };
    readonly old: ShownAppointment | null;
    readonly monday: string;
  },
) {
  const { text, language, time, old } = props;
  const base = `/min-side/time/bytt/${time.unitId}`;
  return (
    <>
      <BackLink href={`${base}?fra=${props.monday}`}>{text.back}</BackLink>
      <h1>{text.checkTime}</h1>
      <section className="card" aria-labelledby="new">
        <h2 id="new">{text.newTime}</h2>
        <TimeAndPlace text={text} language={language} appointment={time} />
      </section>
      {old ? (
        <p>
          {text.oldTime}: {text.at(formatDate(language, old.day, 'weekday'), formatTime(language, old.at))},{' '}
          {old.unitName}. {text.oldTimeGoes}
        </p>
      ) : null}
      <form method="post" action={`${base}/sjekk`}>
        <input type="hidden" name="tid" value={`${time.day}T${time.at}`} />
        {old ? <input type="hidden" name="version" value={old.version} /> : null}
        {old ? <input type="hidden" name="appointment" value={old.appointmentId} /> : null}
        <div className="actions">
          <Submit>{text.takeTime}</Submit>
          <a href={`${base}?fra=${props.monday}`}>{text.back}</a>
        </div>
      </form>
    </>
  );
}
