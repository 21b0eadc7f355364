import { Heading } from '@digdir/designsystemet-react';
import { overview } from '#contracts/overview';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import { useActor, useSession } from '../session.tsx';
import { useText } from '../text.tsx';
import { BacklogStat } from './backlog-stat.tsx';
import { CentreTable } from './centre-table.tsx';
import { RunDays } from './run-days.tsx';

/** The office's first page: what waits and how long, letters' delay, the day, and a line for each centre. */
export default function OverviewPage() {
  const { text, formatNumber } = useText();
  const { demo } = useSession();
  const { role } = useActor();
  const query = useLoad(overview, {}, { every: 60_000 });
  return (
    <>
      <PageHeading title={text.programme.title} lead={text.programme.lead}>
        {demo && (role === 'office' || role === 'administrator') ? <RunDays /> : null}
      </PageHeading>
      <Loaded query={query}>
        {(data) => (
          <>
            <section aria-labelledby="backlogs">
              <Heading level={2} data-size="xs" id="backlogs">
                {text.programme.backlogs}
              </Heading>
              <Stats label={text.programme.backlogs}>
                {data.backlogs.map((backlog) => (
                  <BacklogStat key={backlog.kind} backlog={backlog} />
                ))}
              </Stats>
            </section>
            <div className="columns section">
              <section aria-labelledby="day">
                <Heading level={2} data-size="xs" id="day">
                  {text.programme.dayTitle}
                </Heading>
                <Stats label={text.programme.dayTitle}>
                  <Stat label={text.programme.appointments} value={formatNumber(data.day.appointments)} />
                  <Stat label={text.programme.screened} value={formatNumber(data.day.screened)} />
                  <Stat label={text.programme.reads} value={formatNumber(data.day.reads)} />
                  <Stat label={text.programme.messagesSent} value={formatNumber(data.day.messagesSent)} />
                </Stats>
              </section>
              <LetterDays {...data.letterDays} />
            </div>
            <section aria-labelledby="centres">
              <Heading level={2} data-size="xs" id="centres" className="visually-hidden">
                {text.programme.centresTitle}
              </Heading>
              <CentreTable centres={data.centres} />
            </section>
          </>
        )}
      </Loaded>
    </>
  );
}

function LetterDays(props: { readonly letters: number; readonly median: number | null; readonly p90: number | null }) {
  const { text, formatNumber } = useText();
  const days = (value: number) => text.common.days(Math.round(value));
  return (
    <section aria-labelledby="letters">
      <Heading level={2} data-size="xs" id="letters">
        {text.programme.letterTitle}
      </Heading>
      {props.median === null || props.p90 === null ? (
        <p>{text.programme.noLetters}</p>
      ) : (
        <Stats label={text.programme.letterTitle}>
          <Stat
            label={text.programme.letterMedian}
            value={days(props.median)}
            note={text.programme.letterCount(formatNumber(props.letters))}
          />
          <Stat label={text.programme.letterP90} value={days(props.p90)} />
        </Stats>
      )}
    </section>
  );
}
