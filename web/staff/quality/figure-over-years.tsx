import { Heading } from '@digdir/designsystemet-react';
import { Trend } from '#web/charts/trend.tsx';
import { useText } from '../text.tsx';
import { FigureTable } from './figure-table.tsx';
import type { FigureIndicator, Figures } from './figures-page.tsx';
import { formatFigure, useIndicatorWords } from './indicator-words.ts';

/** The whole country year by year, up to the last year that is whole: band, line and the same as a table. */
export function FigureOverYears(props: {
  readonly data: Figures;
  readonly indicator: FigureIndicator;
  readonly lastYear: number;
}) {
  const { data, indicator, lastYear } = props;
  const tools = useText();
  const words = useIndicatorWords();
  const figures = data.figures.filter(
    (f) => f.indicator === indicator.id && f.group.year != null && f.group.year <= lastYear && f.denominator > 0,
  );
  const title = tools.text.quality.trendTitle(words(indicator.name));
  return (
    <section>
      <Heading level={2} data-size="xs">
        {title}
      </Heading>
      <Trend
        title={title}
        format={(value) => formatFigure(tools, indicator.per, value)}
        points={figures.map((f) => ({
          year: Number(f.group.year),
          value: f.value ?? 0,
          lower: f.limits?.lower ?? 0,
          upper: f.limits?.upper ?? 0,
        }))}
      />
      <FigureTable
        caption={title}
        first={tools.text.quality.year}
        csv={`${indicator.id}-year`}
        indicator={indicator}
        rows={figures.map((f) => ({ ...f, label: String(f.group.year) }))}
      />
    </section>
  );
}
