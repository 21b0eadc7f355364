import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { z } from 'zod';
import { showBoardReport } from '#contracts/study-safety';
import { useAddress, usePathParam } from '../../address.ts';
import { useLoad } from '../../api.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useText } from '../../text.tsx';
import { Frame } from './frame.tsx';
import { SafetyBody } from './safety-body.tsx';
import { SafetyReports } from './safety-reports.tsx';
import { useMonitoringText } from './monitoring-text.ts';

/** What has been made for the safety board, read by its members: the newest report, or the one that is chosen. */
export default function BoardPage() {
  const { text, formatDate } = useText();
  const words = useMonitoringText();
  const studyId = usePathParam('studyId');
  const [{ report: chosen }, setAddress] = useAddress(z.object({ report: z.coerce.number().int().optional() }));
  const board = useLoad(showBoardReport, { studyId, number: chosen });
  return (
    <Loaded query={board} title={text.studies.monitoring.boardTitle}>
      {({ head, sees, reports, number, report }) => (
        <Frame
          head={head}
          part="board"
          title={text.studies.monitoring.boardTitle}
          lead={report && number !== null ? words.boardLead(number, formatDate(report.dataDay)) : null}
        >
          <Alert data-color="warning" data-size="sm">
            {words.boardSees[sees]} {words.boardSeen}
          </Alert>
          {report ? <SafetyBody view={report} /> : <Paragraph>{words.noReports}</Paragraph>}
          {reports.length > 0 ? (
            <SafetyReports reports={reports} studyId={studyId} onOpen={(one) => setAddress({ report: one })} />
          ) : null}
        </Frame>
      )}
    </Loaded>
  );
}
