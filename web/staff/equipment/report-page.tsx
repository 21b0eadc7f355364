import { Button, Field, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { equipmentReport, equipmentReportPdf } from '#contracts/equipment';
import type { OutputOf } from '#contracts/endpoint';
import { yearOf } from '#core/kernel/day';
import { useAddress } from '../address.ts';
import { call, useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { saveFile } from '../portal/save-file.ts';
import { useText } from '../text.tsx';
import { useFigureWords } from './finding-table.tsx';
import { reportSearch } from './search.ts';

type Data = OutputOf<typeof equipmentReport>;
type Line = Data['items'][number]['tests'][number] & { readonly item: Data['items'][number] };
type Failure = Data['failures'][number];

/** A centre's equipment in a year, to be printed: tests done against those asked for, and failures with what came of them. */
export default function ReportPage() {
  const { text } = useText();
  const words = text.equipment;
  const [filter, setFilter] = useAddress(reportSearch);
  const report = useLoad(equipmentReport, filter, { keep: true });
  return (
    <Loaded query={report}>
      {(data) => (
        <>
          <PageHeading title={words.reportTitle(data.centre.name, data.year)} lead={words.reportLead}>
            <ReportPdf data={data} />
            <Button variant="secondary" onClick={() => window.print()}>
              {text.shell.print}
            </Button>
          </PageHeading>
          <div className="filters no-print">
            {data.centres.length > 1 ? (
              <Field>
                <Label>{text.common.centre}</Label>
                <Select value={data.centre.id} onChange={(event) => setFilter({ centre: event.currentTarget.value })}>
                  {data.centres.map((centre) => (
                    <option key={centre.id} value={centre.id}>
                      {centre.name}
                    </option>
                  ))}
                </Select>
              </Field>
            ) : null}
            <Field>
              <Label>{words.year}</Label>
              <Select value={data.year} onChange={(event) => setFilter({ year: Number(event.currentTarget.value) })}>
                {[0, 1, 2, 3, 4].map((back) => (
                  <option key={back} value={yearOf(data.today) - back}>
                    {yearOf(data.today) - back}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
          <Lines data={data} />
          <Failures data={data} />
          <Paragraph data-size="sm">{words.configured}</Paragraph>
        </>
      )}
    </Loaded>
  );
}

function ReportPdf({ data }: { readonly data: Data }) {
  const { text, written } = useText();
  const [error, setError] = useState<unknown>();
  const fetchReport = () =>
    call(equipmentReportPdf, { centre: data.centre.id, year: data.year, language: written }).then(
      ({ fileName, pdf }) => saveFile(fileName, 'application/pdf', pdf),
      setError,
    );
  return (
    <>
      <ErrorBox error={error} />
      <Button onClick={() => void fetchReport()}>{text.equipment.reportPdf}</Button>
    </>
  );
}

function Lines({ data }: { readonly data: Data }) {
  const { text, formatDate, formatNumber } = useText();
  const words = text.equipment;
  const rows = data.items.flatMap((item) => item.tests.map((test): Line => ({ ...test, item })));
  const number = (key: 'done' | 'expected' | 'passed', header: string): Column<Line> => ({
    key,
    header,
    align: 'end',
    cell: (row) => formatNumber(row[key]),
    value: (row) => row[key],
  });
  const columns: readonly Column<Line>[] = [
    { key: 'item', header: words.item, rowHeader: true, cell: (row) => row.item.name, value: (row) => row.item.name },
    { key: 'place', header: words.place, cell: (row) => row.item.place ?? '', value: (row) => row.item.place },
    {
      key: 'test',
      header: words.test,
      cell: (row) => words.tests[row.test] ?? row.test,
      value: (row) => words.tests[row.test] ?? row.test,
    },
    number('done', words.done),
    number('expected', words.expected),
    number('passed', words.passed),
    {
      key: 'failed',
      header: words.notPassed,
      align: 'end',
      cell: (row) => formatNumber(row.failed + row.suspended),
      value: (row) => row.failed + row.suspended,
    },
    {
      key: 'last',
      header: words.last,
      cell: (row) =>
        row.lastDone ? (
          <>
            {formatDate(row.lastDone, 'short')}{' '}
            <StatusTag tone={row.lastResult === 'passed' ? 'success' : 'danger'}>
              {words.results[row.lastResult ?? 'passed']}
            </StatusTag>
          </>
        ) : (
          ''
        ),
      value: (row) => row.lastDone,
    },
  ];
  return (
    <DataTable
      caption={words.due}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.item.equipmentId} ${row.test}`}
      empty={words.none}
      csv="utstyr-rapport"
      note={words.reportTitle(data.centre.name, data.year)}
      rowTone={(row) => (row.done < row.expected ? 'warning' : undefined)}
    />
  );
}

function Failures({ data }: { readonly data: Data }) {
  const { text, formatDate } = useText();
  const words = text.equipment;
  const say = useFigureWords();
  const columns: readonly Column<Failure>[] = [
    { key: 'day', header: words.doneOn, rowHeader: true, cell: (row) => formatDate(row.doneOn, 'short') },
    { key: 'item', header: words.item, cell: (row) => row.name },
    { key: 'test', header: words.test, cell: (row) => words.tests[row.test] ?? row.test },
    { key: 'result', header: text.common.status, cell: (row) => words.results[row.result] },
    {
      key: 'values',
      header: words.values,
      cell: (row) =>
        row.findings
          .filter((one) => !one.within)
          .map(say(data.definitions.find((one) => one.id === row.test)).measured)
          .join('; '),
    },
    {
      key: 'closed',
      header: words.outcome,
      cell: (row) =>
        row.closedOn
          ? `${words.closedOn} ${formatDate(row.closedOn, 'short')}: ${row.closedBecause ?? words.closedByTest}`
          : `${words.stillOpen}, ${words.mendBy.toLowerCase()} ${formatDate(row.dueOn, 'short')}`,
    },
  ];
  return (
    <DataTable
      caption={words.failures}
      columns={columns}
      rows={data.failures}
      rowKey={(row) => `${row.doneOn} ${row.name} ${row.test}`}
      empty={words.noFailures}
      note={words.reportTitle(data.centre.name, data.year)}
    />
  );
}
