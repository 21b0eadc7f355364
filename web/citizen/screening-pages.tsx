import type { BenefitAndHarm } from '#core/citizen/benefit-and-harm';
import { IconArray, IconSign, type IconShape } from '#web/charts/icon-array.tsx';
import { formatDate, formatNumber } from '#web/text/format';
import type { PageLanguage } from '#web/text/language';
import type { WholeText } from '#web/text/text-of';
import { BackLink } from './form-parts.tsx';
import { Way } from './own-page.tsx';

type Words = { readonly text: WholeText['citizen']; readonly language: PageLanguage };

/** The programme for those who are not signed in: what, why, how, and the ways on. */
export function FrontPage({ text, signedIn }: Words & { readonly signedIn: boolean }) {
  return (
    <>
      <h1>{text.screeningTitle}</h1>
      <p className="lead">{text.screeningLead}</p>
      <section className="card" aria-labelledby="mine">
        <h2 id="mine">{text.screeningMine}</h2>
        <p>{text.screeningMineText}</p>
        <div className="actions">
          <a className="ds-button" href="/min-side">
            {signedIn ? text.toOwnPage : text.signIn}
          </a>
        </div>
      </section>
      <h2>{text.screeningSteps}</h2>
      <ol>
        {text.screeningStepList.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h2>{text.screeningChoose}</h2>
      <p>{text.screeningChooseText}</p>
      <ul className="links">
        <Way href="/screening/nytte" name={text.benefit.title} more={text.benefit.more} />
        <Way href="/screening/sporsmal" name={text.questions.title} more={text.questions.more} />
        <Way href="/tall" name={text.figures} more={text.figuresMore} />
      </ul>
      <p className="note">{text.feelLump}</p>
      <p>
        <a href="/">{text.screeningStaff}</a>
      </p>
    </>
  );
}

/** Questions that women ask. */
export function QuestionsPage({ text }: Words) {
  return (
    <>
      <BackLink href="/screening">{text.programme}</BackLink>
      <h1>{text.questions.title}</h1>
      {Object.entries(text.questions.list).map(([id, { q, a }]) => (
        <details key={id} id={id}>
          <summary>{q}</summary>
          <p>{a}</p>
        </details>
      ))}
    </>
  );
}

const shapes = { 'false-alarm': 'ring', found: 'square', interval: 'cross', none: 'dot' } as const satisfies Readonly<
  Record<keyof WholeText['citizen']['benefit']['groups'], IconShape>
>;

/** Benefit and harm of coming for ten or twenty years, drawn and in words. */
export function BenefitPage(props: Words & { readonly of: BenefitAndHarm; readonly dataCut: string | null }) {
  const { text, language, of } = props;
  const b = text.benefit;
  const years = of.examinations === 10 ? '20' : '10';
  const whole = (value: number) => formatNumber(language, Math.round(value));
  const range = ({ low, high }: { readonly low: number; readonly high: number }) => `${whole(low)}–${whole(high)}`;
  const groups = [
    { id: 'false-alarm', ...of.falseAlarm },
    { id: 'found', ...of.found },
    { id: 'interval', ...of.interval },
    { id: 'none', of1000: of.none, own: false, source: '' },
  ] as const;
  const source = (group: (typeof groups)[number]) =>
    group.own && props.dataCut ? b.ownSource(formatDate(language, props.dataCut)) : group.source;
  const title = b.chartTitle(years);
  return (
    <>
      <BackLink href="/screening">{text.programme}</BackLink>
      <h1>{b.title}</h1>
      <p className="lead">{b.lead(years)}</p>
      <nav className="years" aria-label={b.chooseYears}>
        {(['10', '20'] as const).map((one) => (
          <a key={one} href={`/screening/nytte?aar=${one}`} aria-current={one === years ? 'true' : undefined}>
            {b.years[one]}
          </a>
        ))}
      </nav>
      <figure>
        <IconArray
          title={title}
          groups={groups.map((group) => ({ id: group.id, count: Math.round(group.of1000), shape: shapes[group.id] }))}
        />
        <figcaption>{title}</figcaption>
      </figure>
      <ul className="legend">
        {groups.map((group) => (
          <li key={group.id}>
            <IconSign shape={shapes[group.id]} />
            <span>
              <strong>{b.ofThousand(whole(group.of1000))}</strong> {b.groups[group.id]}
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet">{b.overlap}</p>
      <h2>{b.good}</h2>
      <Good {...props} />
      <h2>{b.bad}</h2>
      <ul>
        <li>
          {of.publishedFalseAlarm && of.falseAlarm.own
            ? b.alarm(whole(of.publishedFalseAlarm.of1000), whole(of.falseAlarm.of1000))
            : b.alarmOnly(whole(of.publishedFalseAlarm?.of1000 ?? of.falseAlarm.of1000))}
        </li>
        <li>{b.over(whole(of.overdiagnosed.low), whole(of.overdiagnosed.high))}</li>
        <li>{b.missed}</li>
        <li>{b.rays}</li>
      </ul>
      <p>
        <strong>{b.yours}</strong>
      </p>
      <details>
        <summary>{b.table}</summary>
        <div className="table-wrap">
          <table>
            <caption>{title}</caption>
            <thead>
              <tr>
                <th scope="col">{b.what}</th>
                <th scope="col">{b.count}</th>
                <th scope="col">{b.source}</th>
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <tr key={group.id}>
                  <th scope="row">{b.groups[group.id]}</th>
                  <td className="number">{whole(group.of1000)}</td>
                  <td>{source(group) || '–'}</td>
                </tr>
              ))}
              {of.deaths ? (
                <tr>
                  <th scope="row">{b.deathsRow}</th>
                  <td className="number">{range(of.deaths)}</td>
                  <td>{of.deaths.source}</td>
                </tr>
              ) : null}
              <tr>
                <th scope="row">{b.overRow}</th>
                <td className="number">{range(of.overdiagnosed)}</td>
                <td>{of.overdiagnosed.source}</td>
              </tr>
            </tbody>
          </table>
        </div>
      </details>
      <details>
        <summary>{b.sources}</summary>
        <p>{b.method}</p>
        <ul>
          {[
            ...new Set(
              [of.publishedFalseAlarm, of.deaths, of.otherDeaths, of.overdiagnosed].flatMap((one) => one?.source ?? []),
            ),
          ].map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Good({ text, language, of }: Words & { readonly of: BenefitAndHarm }) {
  const b = text.benefit;
  const number = (value: number) => formatNumber(language, Math.round(value));
  if (!of.deaths) return <p>{b.deathsYears}</p>;
  return (
    <>
      <p>{b.deaths(number(of.deaths.estimate), number(of.deaths.low), number(of.deaths.high))}</p>
      {of.otherDeaths ? <p>{b.deathsOther(number(of.otherDeaths.low), number(of.otherDeaths.high))}</p> : null}
    </>
  );
}
