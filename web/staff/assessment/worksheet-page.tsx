import { Button, Heading } from '@digdir/designsystemet-react';
import { worksheet, type Worksheet } from '#contracts/assessment';
import { usePathParam } from '../address.ts';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { AssessmentForm } from './assessment-form.tsx';
import { AssessmentTime } from './assessment-time.tsx';
import { PathologyForm } from './pathology-form.tsx';
import { TreatmentForm } from './treatment-form.tsx';
import { DoneSoFar, WhyRecalled } from './worksheet-facts.tsx';
import { WorksheetSteps } from './worksheet-steps.tsx';

/** One woman's assessment on one page: why, when, what was done, what pathology answered. Only what is next is open. */
export default function WorksheetPage() {
  const input = { personId: usePathParam('personId'), episodeId: usePathParam('episodeId') };
  const sheet = useLoad(worksheet, input);
  return <Loaded query={sheet}>{(data) => <Sheet sheet={data} key={data.episodeId} />}</Loaded>;
}

function Sheet({ sheet }: { readonly sheet: Worksheet }) {
  const { text, formatDate } = useText();
  const words = text.assessment;
  const { role } = useActor();
  const standing = sheet.outcome ? text.common.episodeOutcome[sheet.outcome] : text.common.episodeState[sheet.state];
  const next = nextOf(sheet);
  const writes = role === 'radiologist' || role === 'coordinator';
  return (
    <div className="worksheet">
      <PageHeading
        title={words.worksheet(sheet.name)}
        lead={`${text.common.born} ${formatDate(sheet.birthDate)} · ${standing}`}
      >
        <Button variant="secondary" onClick={() => window.print()}>
          {text.shell.print}
        </Button>
      </PageHeading>
      <WorksheetSteps sheet={sheet} />
      <div className="columns">
        <WhyRecalled sheet={sheet} />
        <section>
          <Heading level={2} data-size="2xs">
            {words.appointment}
          </Heading>
          <AssessmentTime sheet={sheet} />
          <DoneSoFar sheet={sheet} />
        </section>
      </div>
      {next === 'assess' && role === 'radiologist' ? <AssessmentForm sheet={sheet} /> : null}
      {next === 'answer' && writes ? <PathologyForm sheet={sheet} key={sheet.pathology.length} /> : null}
      {next === 'answer' && role === 'radiologist' && sheet.pathology.some((p) => p.conclusion === 'insufficient') ? (
        <AssessmentForm sheet={sheet} />
      ) : null}
      {sheet.outcome === 'cancer' && writes ? (
        <div className="columns">
          <PathologyForm sheet={sheet} key={sheet.pathology.length} />
          <TreatmentForm sheet={sheet} key={`t${sheet.treatments.length}`} />
        </div>
      ) : null}
    </div>
  );
}

/** What the worksheet waits for: her coming, pathology's answer, or nothing more. */
function nextOf(sheet: Worksheet): 'assess' | 'answer' | 'nothing' {
  if (sheet.state !== 'assessment') return 'nothing';
  if (sheet.assessments.at(-1)?.result === 'awaiting-pathology') return 'answer';
  const { appointment } = sheet;
  return appointment?.status === 'booked' && appointment.day <= sheet.today ? 'assess' : 'nothing';
}
