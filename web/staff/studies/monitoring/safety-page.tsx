import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { OutputOf } from '#contracts/endpoint';
import { makeSafetyReport, safetyReportFile, showSafety } from '#contracts/study-monitoring';
import { usePathParam } from '../../address.ts';
import { call, useLoad, useSend } from '../../api.ts';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { useToast } from '../../components/toast.tsx';
import { saveFile } from '../../portal/save-file.ts';
import { useText } from '../../text.tsx';
import { BoundaryPart } from './boundary-part.tsx';
import { Frame } from './frame.tsx';
import { ArmTables, ComparisonTable } from './safety-tables.tsx';

export type SafetyView = OutputOf<typeof showSafety>;

/** What the safety board is shown: by arm, so for the unblinded statistician alone. */
export default function SafetyPage() {
  const { text, formatDate } = useText();
  const words = text.studyMonitoring;
  const toast = useToast();
  const studyId = usePathParam('studyId');
  const safety = useLoad(showSafety, { studyId });
  const make = useSend(makeSafetyReport);
  const report = () =>
    make.mutate({ studyId }, { onSuccess: ({ number }) => toast({ text: words.madeReport(number) }) });
  return (
    <Loaded query={safety} title={words.safetyTitle}>
      {(view) => (
        <Frame
          head={view.head}
          part="safety"
          title={words.safetyTitle}
          lead={words.dataDay(formatDate(view.dataDay))}
          actions={
            <Button onClick={report} loading={make.isPending}>
              {words.makeReport}
            </Button>
          }
        >
          <ErrorBox error={make.error} />
          <Alert data-color="warning" data-size="sm">
            {words.safetyBlind} {words.armsSeen}
          </Alert>
          <BoundaryPart view={view} />
          <ArmTables view={view} />
          <ComparisonTable view={view} />
          <Guidance view={view} />
          <Balance view={view} />
          <Reports view={view} studyId={studyId} />
        </Frame>
      )}
    </Loaded>
  );
}

const tones = { 'too-few': 'neutral', below: 'success', near: 'warning', passed: 'danger' } as const;

function Guidance({ view }: { readonly view: SafetyView }) {
  const { text, written, formatNumber } = useText();
  const words = text.studyMonitoring;
  return (
    <DataTable
      caption={words.guidance}
      name="guidance"
      note={words.guidanceHelp}
      rows={view.guidance}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'rule',
          header: words.rule,
          rowHeader: true,
          cell: (row) => row.words[written],
          value: (row) => row.words[written],
        },
        {
          key: 'found',
          header: words.found,
          align: 'end',
          cell: (row) => `${formatNumber(row.events)} / ${formatNumber(row.total)}`,
        },
        {
          key: 'standing',
          header: words.state,
          value: (row) => words.standing[row.standing] ?? row.standing,
          cell: (row) => <StatusTag tone={tones[row.standing]}>{words.standing[row.standing]}</StatusTag>,
        },
      ]}
    />
  );
}

function Balance({ view }: { readonly view: SafetyView }) {
  const { text, written, formatNumber } = useText();
  const words = text.studyMonitoring;
  return (
    <DataTable
      caption={words.balanceArms}
      name="balance"
      rows={view.balance}
      rowKey={({ stratum }) => stratum}
      {...(view.largestImbalance === null ? {} : { note: words.largest(formatNumber(view.largestImbalance, 1)) })}
      columns={[
        {
          key: 'stratum',
          header: words.stratum,
          rowHeader: true,
          value: (row) => row.stratum,
          cell: (row) => row.stratum,
        },
        ...view.arms.map(({ arm }) => ({
          key: arm,
          header: view.armNames[arm]?.[written] ?? arm,
          align: 'end' as const,
          value: (row: SafetyView['balance'][number]) => row.counts[arm] ?? 0,
          cell: (row: SafetyView['balance'][number]) => formatNumber(row.counts[arm] ?? 0),
        })),
        {
          key: 'off',
          header: words.off,
          align: 'end',
          value: (row) => row.off,
          cell: (row) => formatNumber(row.off, 1),
        },
      ]}
    />
  );
}

function Reports({ view, studyId }: { readonly view: SafetyView; readonly studyId: string }) {
  const { text, written, formatDate, formatPercent } = useText();
  const words = text.studyMonitoring;
  const [failed, setFailed] = useState<unknown>();
  const fetchPdf = (number: number) => {
    setFailed(undefined);
    call(safetyReportFile, { studyId, number, language: written }).then(
      ({ fileName, pdf }) => saveFile(fileName, 'application/pdf', pdf),
      setFailed,
    );
  };
  return (
    <section className="stack">
      <ErrorBox error={failed} />
      <DataTable
        caption={words.reports}
        name="reports"
        empty={words.noReports}
        rows={view.reports}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: 'number',
            header: words.number,
            rowHeader: true,
            align: 'end',
            value: (row) => row.number,
            cell: (row) => row.number,
          },
          { key: 'day', header: words.day, value: (row) => row.dataDay, cell: (row) => formatDate(row.dataDay) },
          {
            key: 'information',
            header: words.information,
            align: 'end',
            value: (row) => row.information,
            cell: (row) => formatPercent(row.information, 1),
          },
          { key: 'by', header: words.by, value: (row) => row.by, cell: (row) => row.by },
          {
            key: 'pdf',
            header: words.report,
            cell: (row) => (
              <Button variant="tertiary" data-size="sm" onClick={() => fetchPdf(row.number)}>
                {words.pdf}
                <span className="visually-hidden"> {row.number}</span>
              </Button>
            ),
          },
        ]}
      />
      <Paragraph data-size="sm">{words.makeReportHelp}</Paragraph>
    </section>
  );
}
