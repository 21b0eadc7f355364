import { Alert, Button } from '@digdir/designsystemet-react';
import { makeSafetyReport, showSafety } from '#contracts/study-safety';
import { usePathParam } from '../../address.ts';
import { useLoad, useSend } from '../../api.ts';
import { ErrorBox } from '../../components/error-box.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { useToast } from '../../components/toast.tsx';
import { useText } from '../../text.tsx';
import { Frame } from './frame.tsx';
import { SafetyBody } from './safety-body.tsx';
import { SafetyReports } from './safety-reports.tsx';
import { useMonitoringText } from './monitoring-text.ts';

/** What the safety board is shown: by arm, so for the unblinded statistician alone. */
export default function SafetyPage() {
  const { text, formatDate } = useText();
  const words = useMonitoringText();
  const toast = useToast();
  const studyId = usePathParam('studyId');
  const safety = useLoad(showSafety, { studyId });
  const make = useSend(makeSafetyReport);
  const report = () =>
    make.mutate({ studyId }, { onSuccess: ({ number }) => toast({ text: words.madeReport(number) }) });
  return (
    <Loaded query={safety} title={text.studies.monitoring.safetyTitle}>
      {(view) => (
        <Frame
          head={view.head}
          part="safety"
          title={text.studies.monitoring.safetyTitle}
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
          <SafetyBody view={view} />
          <SafetyReports reports={view.reports} studyId={studyId} />
        </Frame>
      )}
    </Loaded>
  );
}
