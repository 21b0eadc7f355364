import { Field, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { ownFigures, type OwnFigures } from '#contracts/own-figures';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import { type TextTools, useText } from '../text.tsx';
import { figuresAddress } from './figures-address.ts';
import { FigureTable } from './figure-table.tsx';
import './reading.css';

type Case = OwnFigures['cases'][number];

const periods = [1, 3, 5, 10] as const;

/** A radiologist's own figures: only she sees them, and each says from which volume it means anything. */
export default function OwnFiguresPage() {
  const { text } = useText();
  const words = text.reading.figures;
  const [{ years }, setAddress] = useAddress(figuresAddress);
  const figures = useLoad(ownFigures, { years }, { keep: true });
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <div className="filters no-print">
        <Field>
          <Label data-size="sm">{words.period}</Label>
          <Select
            data-size="sm"
            value={String(years)}
            onChange={(event) => setAddress({ years: Number(event.currentTarget.value) })}
          >
            {periods.map((one) => (
              <Select.Option key={one} value={String(one)}>
                {words.lastYears(one)}
              </Select.Option>
            ))}
          </Select>
        </Field>
      </div>
      <Loaded query={figures}>
        {(data) => (data.snapshot ? <Figures data={data} /> : <Paragraph>{words.noSnapshot}</Paragraph>)}
      </Loaded>
    </>
  );
}

function Figures({ data }: { readonly data: OwnFigures }) {
  const tools = useText();
  const { text, formatDate } = tools;
  const words = text.reading.figures;
  return (
    <>
      <Volume data={data} />
      <FigureTable figures={data.figures} />
      <Paragraph className="figure-text">{words.explained}</Paragraph>
      <DataTable
        caption={words.cases}
        columns={columnsOf(tools)}
        rows={data.cases}
        rowKey={(row) => row.caseId}
        empty={words.noCases}
        note={words.casesNote}
      />
      <Paragraph>
        {words.source(formatDate(data.from), formatDate(data.snapshot?.dataCut ?? data.from), data.snapshot?.id ?? '')}
      </Paragraph>
    </>
  );
}

/** Reads in each of the last years, beside what the guidelines ask for. */
function Volume({ data }: { readonly data: OwnFigures }) {
  const { text, formatNumber } = useText();
  const words = text.reading.figures;
  const { reads: wanted, lower, upper } = data.volumeWanted;
  const cut = Number(data.snapshot?.dataCut.slice(0, 4));
  return (
    <>
      <Stats label={words.volume}>
        {data.volume.slice(0, 4).map(({ year, reads }) => (
          <Stat
            key={year}
            label={year === cut ? words.yearSoFar(year) : String(year)}
            value={formatNumber(reads)}
            note={words.ofWanted(formatNumber(wanted))}
          />
        ))}
      </Stats>
      <Paragraph className="figure-text">
        {words.volumeSource(formatNumber(wanted), formatNumber(lower), formatNumber(upper))}
      </Paragraph>
    </>
  );
}

function columnsOf({ text, formatDate }: TextTools): readonly Column<Case>[] {
  const words = text.reading.figures;
  return [
    {
      key: 'read',
      header: text.reading.day,
      rowHeader: true,
      cell: (r) => <PageLink to={`/my-figures/${r.personId}/${r.caseId}`}>{formatDate(r.readOn)}</PageLink>,
      value: (r) => r.readOn,
    },
    { key: 'kind', header: text.reading.kind, cell: (r) => words.kinds[r.kind], value: (r) => r.kind },
    {
      key: 'own',
      header: words.ownScore,
      cell: (r) => words.scores(r.own.right, r.own.left),
      value: (r) => Math.max(r.own.left, r.own.right),
    },
    {
      key: 'other',
      header: words.other,
      cell: (r) => (r.otherPositive ? words.otherPositive : words.otherNegative),
      value: (r) => (r.otherPositive ? 1 : 0),
    },
    {
      key: 'diagnosed',
      header: words.diagnosedOn,
      cell: (r) => formatDate(r.diagnosedOn, 'short'),
      value: (r) => r.diagnosedOn,
    },
  ];
}
