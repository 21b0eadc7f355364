import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { manualReport, showManual, type Manual } from '#contracts/manual';
import { usePathParam } from '../address.ts';
import { call, useLoad } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { saveFile } from '../portal/save-file.ts';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { Criterion } from './criterion.tsx';
import { FollowUp } from './follow-up.tsx';
import { Log } from './log.tsx';
import './manual.css';
import { stageTones } from './stage-tones.ts';
import { SubmitAnswers } from './submit-answers.tsx';

/** One centre's year of the manual: each criterion with its figures and answer, and what has happened. */
export default function CentrePage() {
  const year = Number(usePathParam('year'));
  const centreId = usePathParam('centreId');
  const manual = useLoad(showManual, { year, centreId }, { keep: true });
  return <Loaded query={manual}>{(data) => <CentreManual manual={data} />}</Loaded>;
}

function CentreManual({ manual }: { readonly manual: Manual }) {
  const { text, formatDate, written } = useText();
  const words = text.manual;
  const isOffice = useActor().role === 'office';
  const answered = manual.criteria.filter((one) => one.answer).length;
  const mayAnswer = !isOffice && (manual.stage === 'open' || manual.stage === 'returned');
  const { edition, centre, year } = manual;
  return (
    <>
      <PageHeading
        title={words.centreTitle(centre.name, year)}
        lead={
          <>
            {words.centreLead(edition.name[written], edition.version, formatDate(manual.dueOn))}{' '}
            <StatusTag tone={stageTones[manual.stage]}>{words.stages[manual.stage]}</StatusTag>
          </>
        }
      >
        <ReportButton manual={manual} />
      </PageHeading>
      <Paragraph>
        <progress className="manual-progress" max={manual.criteria.length} value={answered} aria-hidden="true" />{' '}
        {words.progress(answered, manual.criteria.length)}
        {manual.dataCut ? ` · ${words.dataCut(formatDate(manual.dataCut))}` : ''}
      </Paragraph>
      <ol className="criteria">
        {edition.criteria.map((criterion) => {
          const state = manual.criteria.find((one) => one.id === criterion.id);
          return state ? (
            <Criterion
              key={criterion.id}
              manual={manual}
              criterion={criterion}
              state={state}
              mayAnswer={mayAnswer}
              isOffice={isOffice}
            />
          ) : null;
        })}
      </ol>
      {mayAnswer ? <SubmitAnswers manual={manual} /> : null}
      {isOffice ? <FollowUp manual={manual} /> : null}
      <section>
        <Heading level={2} data-size="xs">
          {words.log}
        </Heading>
        <Log manual={manual} />
      </section>
    </>
  );
}

function ReportButton({ manual }: { readonly manual: Manual }) {
  const { text, written } = useText();
  const [error, setError] = useState<unknown>();
  const fetchReport = () =>
    call(manualReport, { year: manual.year, centreId: manual.centre.id, language: written }).then(
      ({ fileName, pdf }) => saveFile(fileName, 'application/pdf', pdf),
      setError,
    );
  return (
    <>
      <ErrorBox error={error} />
      <Button variant="secondary" data-size="sm" onClick={() => void fetchReport()}>
        {text.manual.report}
      </Button>
    </>
  );
}
