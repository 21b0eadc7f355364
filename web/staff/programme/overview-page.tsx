import { Heading } from '@digdir/designsystemet-react';
import { type Backlog, overview } from '#contracts/overview';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import { useActor, useSession } from '../session.tsx';
import { useText } from '../text.tsx';
import { BacklogStat, usePlaces } from './backlog-stat.tsx';
import { CentreTable } from './centre-table.tsx';
import { LetterTimes } from './letter-times.tsx';
import './programme.css';
import { RecentWomen } from './recent-women.tsx';
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
            <Backlogs
              id="now"
              title={text.programme.needsPerson}
              backlogs={data.backlogs.filter(({ late }) => late > 0)}
              none={text.programme.nothingElse}
            />
            <Backlogs
              id="backlogs"
              title={text.programme.backlogs}
              backlogs={data.backlogs.filter(({ late, count }) => late === 0 && count > 0)}
              none={text.programme.nothingWaits}
            />
            <Empty kinds={data.backlogs.filter(({ count }) => count === 0).map(({ kind }) => kind)} />
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
              <LetterTimes times={data.letterDays} />
            </div>
            {role === 'office' ? (
              <section aria-labelledby="recent" className="no-print">
                <Heading level={2} data-size="xs" id="recent">
                  {text.office.today.recent}
                </Heading>
                <RecentWomen />
              </section>
            ) : null}
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

function Backlogs(props: {
  readonly id: string;
  readonly title: string;
  readonly backlogs: readonly Backlog[];
  readonly none: string;
}) {
  return (
    <section aria-labelledby={props.id}>
      <Heading level={2} data-size="xs" id={props.id}>
        {props.title}
      </Heading>
      {props.backlogs.length === 0 ? <p>{props.none}</p> : null}
      <Stats label={props.title}>
        {props.backlogs.map((backlog) => (
          <BacklogStat key={backlog.kind} backlog={backlog} />
        ))}
      </Stats>
    </section>
  );
}

/** What has been worked off, of what is the role's to work off, takes no more room than its names. */
function Empty({ kinds }: { readonly kinds: readonly Backlog['kind'][] }) {
  const { text } = useText();
  const placeOf = usePlaces();
  const own = kinds.flatMap((kind) => {
    const place = placeOf(kind);
    return place ? [{ kind, place }] : [];
  });
  if (own.length === 0) return null;
  return (
    <section aria-labelledby="empty">
      <Heading level={2} data-size="xs" id="empty">
        {text.programme.allWell}
      </Heading>
      <ul className="recent-women" aria-labelledby="empty">
        {own.map(({ kind, place }) => (
          <li key={kind}>
            <PageLink to={place}>{text.programme.backlogNames[kind]}</PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
