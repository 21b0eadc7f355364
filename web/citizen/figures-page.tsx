import type { Interval } from '#core/statistics/intervals';
import type { Scale, Words } from '#core/quality/indicator';
import { Trend } from '#web/charts/trend.tsx';
import { formatDate } from '#web/text/format';
import { formatInterval, formatScale } from '#web/text/format-scale';
import { type PageLanguage, textLanguage } from '#web/text/language';
import type { WholeText } from '#web/text/text-of';

type Shown = { readonly value: number | null; readonly limits: Interval | null } | 'hidden' | null;

type Indicator = {
  readonly id: string;
  readonly name: Words;
  readonly definition: Words;
  readonly scale: Scale;
  readonly years: readonly number[];
  readonly nation: readonly Shown[];
  readonly centres: readonly { readonly name: string; readonly figures: readonly Shown[] }[];
};

type Props = {
  readonly words: WholeText['quality'];
  readonly language: PageLanguage;
  readonly figures: {
    readonly dataCut: string | null;
    readonly threshold: number;
    readonly indicators: readonly Indicator[];
  };
};

/** The programme's figures for everyone: each drawn for the country, and as a table for the country and every centre. */
export function FiguresPage({ words, language, figures }: Props) {
  return (
    <>
      <h1>{words.publicTitle}</h1>
      <p className="lead">{words.publicLead}</p>
      {figures.dataCut ? (
        <p>
          {words.publicCut(formatDate(textLanguage(language), figures.dataCut))} {words.publicInterval}{' '}
          {words.publicHiddenWhy(figures.threshold)}
        </p>
      ) : (
        <p>{words.publicNone}</p>
      )}
      {figures.indicators.map((indicator) => (
        <Section key={indicator.id} indicator={indicator} words={words} language={language} />
      ))}
    </>
  );
}

type SectionProps = Pick<Props, 'words' | 'language'> & { readonly indicator: Indicator };

function Section({ indicator, words, language }: SectionProps) {
  const written = textLanguage(language);
  const name = indicator.name[written];
  const value = (one: number | null, decimals?: number) => formatScale(language, indicator.scale, one, decimals);
  const points = indicator.years.flatMap((year, i) => {
    const figure = indicator.nation[i];
    return figure && figure !== 'hidden' && figure.value !== null && figure.limits
      ? [{ year, value: figure.value, ...figure.limits }]
      : [];
  });
  const last = points.at(-1);
  const [first] = points;
  const title =
    first && last && first !== last
      ? words.sparkWords(name, String(first.year), value(first.value), String(last.year), value(last.value))
      : name;
  return (
    <section id={indicator.id}>
      <h2>{last ? `${name}: ${value(last.value)} (${last.year})` : name}</h2>
      <p>
        {indicator.definition[written]} {indicator.scale === 'per-1000' ? words.publicPerThousand : ''}
      </p>
      {points.length > 1 ? (
        <figure>
          <Trend title={title} points={points} format={value} narrow />
          <figcaption>{title}</figcaption>
        </figure>
      ) : null}
      <details>
        <summary>{`${words.asTable}: ${name.toLowerCase()}`}</summary>
        <FigureRows indicator={indicator} words={words} language={language} />
      </details>
    </section>
  );
}

function FigureRows({ indicator, words, language }: SectionProps) {
  const cell = (figure: Shown | undefined) => {
    if (!figure) return '–';
    if (figure === 'hidden') return words.publicHidden;
    const { value, limits } = figure;
    return (
      <>
        {formatScale(language, indicator.scale, value)}
        {limits ? <span className="interval"> ({formatInterval(language, indicator.scale, limits)})</span> : null}
      </>
    );
  };
  const rows = [{ name: words.publicNation, figures: indicator.nation }, ...indicator.centres];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard
    <section className="table-wrap" tabIndex={0} aria-label={indicator.name[textLanguage(language)]}>
      <table>
        <caption>{indicator.name[textLanguage(language)]}</caption>
        <thead>
          <tr>
            <th scope="col">{words.publicCentre}</th>
            {indicator.years.map((year) => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {indicator.years.map((year, i) => (
                <td key={year}>{cell(row.figures[i])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
