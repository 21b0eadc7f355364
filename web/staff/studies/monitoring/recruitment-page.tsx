import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { OutputOf } from '#contracts/endpoint';
import { showRecruitment } from '#contracts/study-monitoring';
import { usePathParam } from '../../address.ts';
import { useLoad } from '../../api.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { ChartPart } from '../../quality/chart-part.tsx';
import { type TextTools, useText } from '../../text.tsx';
import { Frame } from './frame.tsx';
import { monthWords } from './month-words.ts';
import { RecruitmentChart } from './recruitment-chart.tsx';
import { monitoringTexts, useMonitoringText } from './monitoring-text.ts';

type View = OutputOf<typeof showRecruitment>;
type Curve = View['sites'][number]['curve'];

/** Recruitment against plan, of all and of each site, and balance as far as sites may see it. */
export default function RecruitmentPage() {
  const tools = useText();
  const { text } = tools;
  const words = useMonitoringText();
  const studyId = usePathParam('studyId');
  const query = useLoad(showRecruitment, { studyId });
  return (
    <Loaded query={query} title={text.studies.monitoring.recruitmentTitle}>
      {(view) => (
        <Frame head={view.head} part="recruitment" title={text.studies.monitoring.recruitmentTitle}>
          {view.whole ? <CurvePart name={studyId} curve={view.whole} /> : null}
          {view.whole
            ? null
            : view.sites.map(({ centreId, curve }) => (
                <CurvePart key={centreId} name={`${studyId}-${centreId}`} curve={curve} />
              ))}
          <Sites view={view} />
          <section>
            <Heading level={2} data-size="xs">
              {words.balanceTitle}
            </Heading>
            <Paragraph>
              {balanceWords(tools, view.balance)}. {words.balanceUntil(monthWords(tools, view.balanceMonth))}
            </Paragraph>
            <p className="table-note">{words.balanceWhy}</p>
          </section>
        </Frame>
      )}
    </Loaded>
  );
}

function CurvePart({ name, curve }: { readonly name: string; readonly curve: Curve }) {
  const tools = useText();
  const { text, formatNumber } = tools;
  const words = useMonitoringText();
  const finding = words.recruitmentFinding(
    formatNumber(curve.recruited),
    formatNumber(curve.planned),
    formatNumber(curve.plannedByThen),
    formatNumber(curve.recruitedByThen),
  );
  return (
    <ChartPart
      finding={finding}
      file={`${name}-recruitment`}
      how={forecastWords(tools, curve)}
      chart={
        <RecruitmentChart
          title={finding}
          months={curve.months}
          plannedLabel={words.plannedLine}
          recruitedLabel={words.recruitedLine}
          format={formatNumber}
          formatMonth={(month) => monthWords(tools, month)}
        />
      }
      table={
        <DataTable
          caption={text.studies.monitoring.recruitmentTitle}
          name={name}
          rows={curve.months}
          rowKey={({ month }) => month}
          columns={[
            {
              key: 'month',
              header: words.month,
              rowHeader: true,
              value: ({ month }) => month,
              cell: ({ month }) => monthWords(tools, month),
            },
            {
              key: 'planned',
              header: words.plannedLine,
              align: 'end',
              value: ({ planned }) => planned,
              cell: ({ planned }) => formatNumber(planned),
            },
            {
              key: 'recruited',
              header: words.recruitedLine,
              align: 'end',
              value: ({ recruited }) => recruited,
              cell: ({ recruited }) => (recruited === null ? '–' : formatNumber(recruited)),
            },
          ]}
        />
      }
    />
  );
}

function Sites({ view }: { readonly view: View }) {
  const tools = useText();
  const { formatNumber } = tools;
  const words = useMonitoringText();
  return (
    <DataTable
      caption={words.siteCaption}
      name="sites"
      print
      rows={view.sites}
      rowKey={({ centreId }) => centreId}
      columns={[
        { key: 'site', header: words.site, rowHeader: true, value: ({ name }) => name, cell: ({ name }) => name },
        {
          key: 'state',
          header: words.state,
          value: ({ state }) => words.states[state] ?? state,
          cell: ({ state }) => words.states[state] ?? state,
        },
        {
          key: 'recruited',
          header: words.recruited,
          align: 'end',
          value: ({ curve }) => curve.recruited,
          cell: ({ curve }) => formatNumber(curve.recruited),
        },
        {
          key: 'target',
          header: words.target,
          align: 'end',
          value: ({ curve }) => curve.planned,
          cell: ({ curve }) => formatNumber(curve.planned),
        },
        {
          key: 'pace',
          header: words.perMonth,
          align: 'end',
          value: ({ curve }) => curve.forecast?.perMonth ?? null,
          cell: ({ curve }) => (curve.forecast ? formatNumber(Math.round(curve.forecast.perMonth)) : '–'),
        },
        {
          key: 'reached',
          header: words.reachedBy,
          value: ({ curve }) => curve.forecast?.expected ?? null,
          cell: ({ curve }) => (curve.forecast ? monthWords(tools, curve.forecast.expected) : '–'),
        },
        { key: 'balance', header: words.balanceTitle, cell: ({ balance }) => balanceWords(tools, balance) },
      ]}
    />
  );
}

function forecastWords(tools: TextTools, { forecast }: Curve): string {
  const words = monitoringTexts[tools.written];
  if (!forecast) return words.noForecast;
  const month = (one: string) => monthWords(tools, one);
  return words.forecast(
    month(forecast.expected),
    month(forecast.earliest),
    forecast.latest ? month(forecast.latest) : words.forecastNever,
  );
}

function balanceWords({ written, formatPercent, formatNumber }: TextTools, balance: View['balance']): string {
  const words = monitoringTexts[written].balance;
  if (balance.kind === 'too-few') return words.few(formatNumber(balance.least));
  return balance.within === null ? words.more(formatPercent(0.1, 0)) : words.within(formatPercent(balance.within, 0));
}
