import { Paragraph } from '@digdir/designsystemet-react';
import { Funnel } from '#web/charts/funnel.tsx';
import { useText } from '../text.tsx';
import { ChartPart } from './chart-part.tsx';
import { FigureTable } from './figure-table.tsx';
import { type IndicatorDetail, intervalWords, valueWords } from './figure-words.ts';

/** One's own figure among colleagues who have no name here; nothing for those who have no such figures. */
export function PeoplePart({ data }: { readonly data: IndicatorDetail }) {
  const tools = useText();
  const words = tools.text.quality;
  const { indicator, people, peopleFunnel: funnel } = data;
  if (people.length === 0 || !funnel) return null;
  const own = people.find((one) => one.own);
  const value = (one: number | null, decimals?: number) => valueWords(tools, indicator, one, decimals);
  const named = people.some((one) => one.id !== null && !one.own);
  const heading = named
    ? words.peopleNamed[indicator.levels.includes('reader') ? 'reader' : 'radiographer']
    : words.peopleHeading;
  const finding = own ? words.peopleFinding(value(own.figure.value), value(funnel.target)) : heading;
  const rows = people.map((one, i) => ({
    ...one,
    key: one.id ?? String(i),
    label: one.own ? words.you : (one.name ?? words.colleague),
  }));
  return (
    <>
      {own || rows.some((row) => row.id) ? null : <Paragraph>{words.peopleNone}</Paragraph>}
      <ChartPart
        finding={finding}
        file={`${indicator.id}-people`}
        how={named ? words.peopleNamedLead : words.peopleLead}
        chart={
          <Funnel
            title={finding}
            target={funnel.target}
            targetLabel={`${words.nation}: ${value(funnel.target)}`}
            curve={funnel.curve}
            format={value}
            formatTotal={(total) => tools.formatNumber(total)}
            xLabel={words.funnelAxis}
            limitLabels={{ at95: words.limit95, at998: words.limit998 }}
            points={rows
              .filter(({ figure }) => figure.value !== null)
              .map(({ key, label, figure, standing, own: mine }) => ({
                id: key,
                label: mine || named ? label : '',
                words: `${label}: ${value(figure.value)} (${intervalWords(tools, indicator, figure)})${standing ? `, ${words.standings[standing]}` : ''}`,
                total: figure.denominator,
                value: figure.value ?? 0,
                standing,
                own: mine,
              }))}
          />
        }
        table={
          <FigureTable
            caption={finding}
            name="people"
            first={words.name}
            file={`${indicator.id}-people`}
            data={data}
            rows={rows}
          />
        }
      />
    </>
  );
}
