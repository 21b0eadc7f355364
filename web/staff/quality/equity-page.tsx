import { Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import { z } from 'zod';
import type { OutputOf } from '#contracts/endpoint';
import { showEquity } from '#contracts/quality';
import { IntervalDots } from '#web/charts/interval-dots.tsx';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import { formatInterval, formatScale } from '#web/text/format-scale';
import { type TextTools, useText } from '../text.tsx';
import { ChartPart } from './chart-part.tsx';
import { EquityMap } from './equity-map.tsx';
import { periodWords, placeWords, yearWords } from './figure-words.ts';
import { ScopeFilters } from './scope-filters.tsx';
import '#web/charts/charts.css';

const address = z.object({
  region: z.string().optional(),
  centre: z.string().optional(),
  period: z.string().default('newest'),
});
type Equity = OutputOf<typeof showEquity>;
type Part = Equity['parts'][number];
type Row = Part['rows'][number];

/** Who comes and who does not. */
export default function EquityPage() {
  const tools = useText();
  const words = tools.text.quality;
  const [scope, setScope] = useAddress(address);
  const view = useLoad(showEquity, scope, { keep: true });
  return (
    <>
      <PageHeading title={words.equityTitle} lead={words.equityLead} />
      <Paragraph className="no-print page-links">
        <PageLink to="/figures">← {words.title}</PageLink>
      </Paragraph>
      <Loaded query={view}>
        {(data) =>
          data.whole ? (
            <div className="stack">
              <ScopeFilters
                places={data.places}
                years={data.years}
                scope={{ ...scope, kind: 'all', age: 'all' }}
                setScope={(change) => setScope(change)}
                short
              />
              <Stats label={words.equityWhole}>
                <Stat
                  label={`${placeWords(tools, data.places, scope)} ${periodWords(tools, data.periodYears, { dataCut: data.snapshot?.dataCut, followUpMonths: data.followUpMonths })}`}
                  value={percent(tools, data.whole.value)}
                  note={words.countsOf(
                    tools.formatNumber(data.whole.numerator),
                    tools.formatNumber(data.whole.denominator),
                  )}
                />
              </Stats>
              {data.parts.map((part) => (
                <EquityPart
                  key={part.by}
                  part={part}
                  whole={data.whole?.value ?? null}
                  mapTitle={words.equityMapTitle(placeWords(tools, data.places, scope), yearWords(data.periodYears))}
                />
              ))}
              <Paragraph data-size="sm">{words.equityNote}</Paragraph>
            </div>
          ) : (
            <Paragraph>{words.noSnapshot}</Paragraph>
          )
        }
      </Loaded>
    </>
  );
}

function percent(tools: TextTools, value: number | null, decimals?: number): string {
  return formatScale(tools.language, 'percent', value, decimals);
}

/** What a group comes to: adjusted for age where that can be done. */
function shown({ standardised, crude }: Row) {
  return (
    standardised ?? (crude.value === null || !crude.limits ? undefined : { value: crude.value, limits: crude.limits })
  );
}

/** Groups smaller than this are in the table, but say nothing of the lowest or the highest. */
const FEWEST = 50;

function EquityPart(props: { readonly part: Part; readonly whole: number | null; readonly mapTitle: string }) {
  const { part, whole } = props;
  const tools = useText();
  const words = tools.text.quality;
  const heading = words.equityParts[part.by];
  if (part.rows.length === 0) return null;
  const shownRows = part.rows.filter((row) => row.crude.denominator >= FEWEST);
  // The lowest and the highest of many small places are where chance puts them.
  const finding = part.by === 'municipality' ? heading : `${heading}: ${findingOf(tools, part)}`;
  const table = <EquityTable part={part} caption={finding} />;
  if (part.by === 'municipality')
    return (
      <section className="stack">
        <Heading level={2} data-size="xs">
          {finding}
        </Heading>
        <EquityMap rows={part.rows} title={props.mapTitle} />
        <Details>
          <Details.Summary>{words.equityMunicipalities}</Details.Summary>
          <Details.Content>{table}</Details.Content>
        </Details>
      </section>
    );
  return (
    <ChartPart
      finding={finding}
      file={`participation-${part.by}`}
      chart={
        <IntervalDots
          title={finding}
          whole={whole}
          wholeLabel={words.equityWhole}
          format={(value, decimals) => percent(tools, value, decimals)}
          dots={shownRows.flatMap((row) => {
            const value = shown(row);
            return value
              ? [{ key: row.group, label: nameOf(tools, part, row), value: value.value, ...value.limits }]
              : [];
          })}
        />
      }
      how={shownRows.length < part.rows.length ? `${words.equityHow} ${words.equityFewLeftOut}` : words.equityHow}
      table={table}
    />
  );
}

/** A group's name as the page words it: ages stand in the texts, the rest come with the figures. */
function nameOf({ text, written }: TextTools, part: Pick<Part, 'by'>, row: Row): string {
  const ages: Readonly<Record<string, string>> = text.quality.ages;
  return (part.by === 'age' ? ages[row.group] : undefined) ?? row.name[written];
}

function findingOf(tools: TextTools, part: Part): string {
  const known = part.rows
    .filter((row) => row.crude.denominator >= FEWEST && shown(row))
    .toSorted((a, b) => (shown(a)?.value ?? 0) - (shown(b)?.value ?? 0));
  const [low, high] = [known[0], known.at(-1)];
  if (!low || !high || low === high) return tools.text.quality.equityEmpty;
  return tools.text.quality.equityFinding(
    percent(tools, shown(low)?.value ?? null),
    nameOf(tools, part, low),
    percent(tools, shown(high)?.value ?? null),
    nameOf(tools, part, high),
  );
}

function EquityTable({ part, caption }: { readonly part: Part; readonly caption: string }) {
  const tools = useText();
  const { formatNumber } = tools;
  const words = tools.text.quality;
  const interval = (limits: { lower: number; upper: number } | null | undefined) =>
    limits ? formatInterval(tools.language, 'percent', limits) : '–';
  const columns: Column<Row>[] = [
    {
      key: 'group',
      header: words.equityParts[part.by],
      rowHeader: true,
      cell: (row) => nameOf(tools, part, row),
      value: (row) => nameOf(tools, part, row),
    },
    {
      key: 'invited',
      header: words.invited,
      align: 'end',
      cell: (row) => formatNumber(row.crude.denominator),
      value: (row) => row.crude.denominator,
    },
    {
      key: 'screened',
      header: words.screened,
      align: 'end',
      cell: (row) => formatNumber(row.crude.numerator),
      value: (row) => row.crude.numerator,
    },
    {
      key: 'crude',
      header: words.crude,
      align: 'end',
      cell: (row) => percent(tools, row.crude.value),
      value: (row) => row.crude.value,
    },
    {
      key: 'crudeInterval',
      header: words.interval,
      align: 'end',
      cell: (row) => interval(row.crude.limits),
      value: (row) => interval(row.crude.limits),
    },
    {
      key: 'adjusted',
      header: words.adjusted,
      align: 'end',
      cell: (row) => percent(tools, row.standardised?.value ?? null),
      value: (row) => row.standardised?.value ?? null,
    },
    {
      key: 'adjustedInterval',
      header: words.interval,
      align: 'end',
      cell: (row) => interval(row.standardised?.limits),
      value: (row) => interval(row.standardised?.limits),
    },
  ];
  return (
    <DataTable
      caption={caption}
      name={part.by}
      csv={`participation-${part.by}`}
      rows={part.rows}
      rowKey={(row) => row.group}
      columns={columns}
      {...(part.by === 'municipality' ? { filter: true } : {})}
    />
  );
}
