import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { OutputOf } from '#contracts/endpoint';
import { type showBoardReport, safetyReportFile } from '#contracts/study-safety';
import { call } from '../../api.ts';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { saveFile } from '../../portal/save-file.ts';
import { useText } from '../../text.tsx';
import { useMonitoringText } from './monitoring-text.ts';

type Report = OutputOf<typeof showBoardReport>['reports'][number];

/** The reports that have been made, each as a PDF; and on the page, where it can be read there. */
export function SafetyReports(props: {
  readonly reports: readonly Report[];
  readonly studyId: string;
  readonly onOpen?: (number: number) => void;
}) {
  const { reports, studyId, onOpen } = props;
  const { written, formatDate, formatPercent } = useText();
  const words = useMonitoringText();
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
        rows={reports}
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
              <>
                {onOpen ? (
                  <Button variant="tertiary" data-size="sm" onClick={() => onOpen(row.number)}>
                    {words.readReport}
                    <span className="visually-hidden"> {row.number}</span>
                  </Button>
                ) : null}
                <Button variant="tertiary" data-size="sm" onClick={() => fetchPdf(row.number)}>
                  {words.pdf}
                  <span className="visually-hidden"> {row.number}</span>
                </Button>
              </>
            ),
          },
        ]}
      />
      {onOpen ? null : <Paragraph data-size="sm">{words.makeReportHelp}</Paragraph>}
    </section>
  );
}
