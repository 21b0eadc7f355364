import { Details, Paragraph } from '@digdir/designsystemet-react';
import type { OutputOf } from '#contracts/endpoint';
import { figuresReproduced } from '#contracts/statistics';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';

type Source = OutputOf<typeof figuresReproduced>['sources'][number];
type Figure = Source['figures'][number];

/** Published figures and ours, source by source: why the figures of this system may be believed. */
export default function ReproducedPage() {
  const { text } = useText();
  const found = useLoad(figuresReproduced, {});
  return (
    <>
      <PageHeading title={text.statistics.reproducedTitle} lead={text.statistics.reproducedLead} />
      <Loaded query={found}>{({ sources, codeVersion }) => <Sources sources={sources} version={codeVersion} />}</Loaded>
    </>
  );
}

function Sources({ sources, version }: { readonly sources: readonly Source[]; readonly version: string }) {
  const words = useText().text.statistics;
  const all = sources.flatMap((source) => source.figures);
  const agreeing = all.filter((figure) => figure.agrees).length;
  return (
    <div className="stack">
      <Paragraph>{words.reproducedCount(agreeing, all.length, sources.length, version)}</Paragraph>
      {sources.map((source) => (
        <Details key={source.id}>
          <Details.Summary>
            <span>
              <span lang="en">{source.source}</span> <SourceStanding figures={source.figures} />
            </span>
          </Details.Summary>
          <Details.Content>
            <Paragraph>
              {words.reproducedFrom} <span lang="en">{source.from}</span>
            </Paragraph>
            <Figures source={source} />
          </Details.Content>
        </Details>
      ))}
    </div>
  );
}

function SourceStanding({ figures }: { readonly figures: readonly Figure[] }) {
  const words = useText().text.statistics;
  const agreeing = figures.filter((figure) => figure.agrees).length;
  const unexplained = figures.some((figure) => !figure.agrees && figure.doesNotFollow === null);
  const tone = unexplained ? 'danger' : agreeing < figures.length ? 'warning' : 'success';
  return <StatusTag tone={tone}>{words.reproducedOf(agreeing, figures.length)}</StatusTag>;
}

function Figures({ source }: { readonly source: Source }) {
  const { text, formatNumber } = useText();
  const words = text.statistics;
  // As many decimals as the printed figure has: more would promise an accuracy that the source does not give.
  const columns: readonly Column<Figure>[] = [
    {
      key: 'what',
      header: words.reproducedWhat,
      cell: (row) => <span lang="en">{row.what}</span>,
      value: (row) => row.what,
      rowHeader: true,
    },
    {
      key: 'published',
      header: words.reproducedPublished,
      cell: (row) => formatNumber(row.published, row.decimals),
      value: (row) => row.published,
      align: 'end',
    },
    {
      key: 'computed',
      header: words.reproducedComputed,
      cell: (row) => formatNumber(row.computed, row.decimals),
      value: (row) => row.computed,
      align: 'end',
    },
    {
      key: 'unit',
      header: words.reproducedUnit,
      cell: (row) => <span lang="en">{row.unit}</span>,
      value: (row) => row.unit,
    },
    {
      key: 'agrees',
      header: words.reproducedAgrees,
      cell: (row) => <Verdict figure={row} />,
      value: (row) => (row.agrees ? words.reproducedYes : words.reproducedNo),
    },
  ];
  return (
    <DataTable
      caption={source.source}
      csv={source.id}
      name={source.id}
      columns={columns}
      rows={source.figures}
      rowKey={(row) => row.what}
    />
  );
}

function Verdict({ figure }: { readonly figure: Figure }) {
  const words = useText().text.statistics;
  if (figure.agrees) return <StatusTag tone="success">{words.reproducedYes}</StatusTag>;
  return (
    <>
      <StatusTag tone={figure.doesNotFollow ? 'warning' : 'danger'}>{words.reproducedNo}</StatusTag>{' '}
      {figure.doesNotFollow ? <span lang="en">{figure.doesNotFollow}</span> : null}
    </>
  );
}
