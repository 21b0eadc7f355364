import { Alert, Field, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { z } from 'zod';
import type { OutputOf } from '#contracts/endpoint';
import { listManuals } from '#contracts/manual';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { LoadEdition } from './load-edition.tsx';
import { OpenYear } from './open-year.tsx';
import { stageTones } from './stage-tones.ts';

type Manuals = OutputOf<typeof listManuals>;
type Row = Manuals['centres'][number];

const search = z.object({ year: z.coerce.number().optional() });

/** How the centres' answers to the manual stand; the office asks for a year and loads the manual here. */
export default function ManualsPage() {
  const { text } = useText();
  const words = text.manual;
  const [{ year }, setFilter] = useAddress(search);
  const list = useLoad(listManuals, { year }, { keep: true });
  const isOffice = useActor().role === 'office';
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <Loaded query={list}>
        {(data) => (
          <div className="stack">
            {data.edition.placeholder ? (
              <Alert data-color="warning">
                <Paragraph>{words.placeholder}</Paragraph>
              </Alert>
            ) : null}
            {data.years.length > 1 ? (
              <div className="filters no-print">
                <Field data-size="sm">
                  <Label>{words.year}</Label>
                  <Select value={data.year ?? ''} onChange={(event) => setFilter({ year: event.currentTarget.value })}>
                    {data.years.map((one) => (
                      <option key={one.year}>{one.year}</option>
                    ))}
                  </Select>
                </Field>
              </div>
            ) : null}
            {data.year === null ? <Paragraph>{words.noYear}</Paragraph> : <Centres data={data} year={data.year} />}
            {isOffice ? (
              <>
                <OpenYear />
                <LoadEdition />
              </>
            ) : null}
          </div>
        )}
      </Loaded>
    </>
  );
}

function Centres(props: { readonly data: Manuals; readonly year: number }) {
  const { text, formatDate, formatNumber } = useText();
  const words = text.manual;
  const { data, year } = props;
  const criteria = formatNumber(data.edition.criteria);
  const columns: readonly Column<Row>[] = [
    {
      key: 'centre',
      header: text.common.centre,
      rowHeader: true,
      cell: (row) => <PageLink to={`/manual/${year}/${row.centreId}`}>{row.name}</PageLink>,
      value: (row) => row.name,
    },
    { key: 'region', header: text.common.region, cell: (row) => row.region, value: (row) => row.region },
    {
      key: 'stage',
      header: words.stage,
      cell: (row) => <StatusTag tone={stageTones[row.stage]}>{words.stages[row.stage]}</StatusTag>,
      value: (row) => words.stages[row.stage],
    },
    {
      key: 'due',
      header: words.dueOn,
      cell: (row) => (
        <>
          {formatDate(row.dueOn, 'short')} {row.overdue ? <StatusTag tone="danger">{words.overdue}</StatusTag> : null}
        </>
      ),
      value: (row) => row.dueOn,
    },
    {
      key: 'answered',
      header: words.answered,
      align: 'end',
      cell: (row) => words.of(formatNumber(row.answered), criteria),
      value: (row) => row.answered,
    },
    { key: 'notMet', header: words.notMet, align: 'end', cell: (row) => row.notMet, value: (row) => row.notMet },
    {
      key: 'questions',
      header: words.questions,
      align: 'end',
      cell: (row) => row.questions,
      value: (row) => row.questions,
    },
    {
      key: 'measures',
      header: words.openMeasures,
      align: 'end',
      cell: (row) => (
        <>
          {row.openMeasures}{' '}
          {row.overdueMeasures > 0 ? (
            <StatusTag tone="danger">{words.overdueMeasures(row.overdueMeasures)}</StatusTag>
          ) : null}
        </>
      ),
      value: (row) => row.openMeasures,
    },
  ];
  return (
    <DataTable
      caption={`${words.title} ${year}`}
      columns={columns}
      rows={data.centres}
      rowKey={(row) => row.centreId}
      csv={`kvalitetsmanual-${year}`}
      print
    />
  );
}
