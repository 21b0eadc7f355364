import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { z } from 'zod';
import type { OutputOf } from '#contracts/endpoint';
import { type ReplayAnswer, type ReplayResult, showReplay } from '#contracts/replay';
import { useAddress, usePathParam } from '../address.ts';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { Loading } from '../components/loading.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { Choice } from '../quality/scope-filters.tsx';
import { useText } from '../text.tsx';
import { AssumptionPart } from './assumption-part.tsx';
import { BreakdownPart } from './breakdown-part.tsx';
import { CurvePart } from './curve-part.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { MeasurePart } from './measure-part.tsx';
import { SideBySide } from './side-by-side.tsx';
import '#web/charts/charts.css';
import './replay.css';

type Shown = OutputOf<typeof showReplay>;

/** A replay: its progress while it runs, then what each protocol would have done. */
export default function ResultPage() {
  const { text, formatDate } = useText();
  const words = text.replay;
  const id = usePathParam('runId');
  const run = useLoad(showReplay, { id }, { every: (data) => (data && data.run.state !== 'running' ? false : 700) });
  const asked = run.data?.run;
  const trace =
    asked &&
    words.trace(asked.snapshot, formatDate(asked.dataCut), asked.codeVersion, asked.askedBy, formatDate(asked.askedOn));
  return (
    <>
      <PageHeading title={words.resultTitle} lead={trace} />
      <p className="no-print">
        <PageLink to="/replay">← {words.back}</PageLink>
      </p>
      <Loaded query={run}>{(data) => <Result shown={data} />}</Loaded>
    </>
  );
}

const address = z.object({ product: z.string().optional() });

function Result({ shown }: { readonly shown: Shown }) {
  const { text } = useText();
  const words = text.replay;
  const [{ product }, setAddress] = useAddress(address);
  if (shown.failure !== null) return <Alert data-color="danger">{words.failed(shown.failure)}</Alert>;
  if (!shown.result) return <Loading label={words.steps[shown.what ?? 'waiting']} share={shown.progress} />;
  const { answers } = shown.result;
  const answer = answers.find((one) => one.product === product) ?? answers[0];
  if (!answer) return null;
  return (
    <div className="stack">
      {answers.length > 1 ? (
        <div className="filters no-print">
          <Choice label={words.product} value={answer.product} onChange={(to) => setAddress({ product: to })}>
            {answers.map((one) => (
              <option key={one.product}>{one.product}</option>
            ))}
          </Choice>
        </div>
      ) : null}
      <Population result={shown.result} answer={answer} />
      <SideBySide answer={answer} result={shown.result} cases={shown.mayOpenCases ? shown.run.id : undefined} />
      <MeasurePart answer={answer} />
      {answer.comparisons.length > 0 ? <DifferenceTable answer={answer} /> : null}
      <CurvePart answer={answer} />
      <BreakdownPart answer={answer} />
      <AssumptionPart answer={answer} />
    </div>
  );
}

/** How many examinations, and which were left out and why. */
function Population({ result, answer }: { readonly result: ReplayResult; readonly answer: ReplayAnswer }) {
  const { text, formatNumber } = useText();
  const words = text.replay;
  const left = [
    ...result.leftOut.map(({ fault, count }) => ({ count, why: words.faults[fault] })),
    { count: result.notFollowed, why: words.notFollowed },
    { count: answer.withoutResult, why: words.withoutResult },
    { count: result.unread, why: words.unread },
  ].filter(({ count }) => count > 0);
  return (
    <Paragraph>
      <strong>{words.finding(formatNumber(answer.examinations), answer.product)}.</strong>{' '}
      {left.map(({ count, why }) => `${words.leftOut(formatNumber(count), why)}. `)}
      {answer.ownPercentiles ? words.ownPercentiles : null}
    </Paragraph>
  );
}
