import { Alert, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { OutputOf } from '#contracts/endpoint';
import type { showConsort } from '#contracts/study-monitoring';
import { PageHeading } from '../../components/page-heading.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { useText } from '../../text.tsx';
import '#web/charts/charts.css';
import './monitoring.css';
import { useMonitoringText } from './monitoring-text.ts';

export type Head = OutputOf<typeof showConsort>['head'];
const parts = ['flow', 'recruitment', 'analysis', 'reveals', 'safety', 'board', 'dry-run'] as const;
type Part = (typeof parts)[number];

/** Who may open a part; to the others its page would only say no. */
const mayOpen: Readonly<Record<Part, (head: Head) => boolean>> = {
  flow: (head) => head.mayFollow,
  recruitment: (head) => head.mayFollow,
  analysis: (head) => head.mayFollow,
  reveals: (head) => head.mayFollow,
  safety: (head) => head.mayArms,
  // What she sees there the statistician has on her own page.
  board: (head) => head.mayBoard && !head.mayArms,
  'dry-run': () => true,
};

/** Heading, what kind of study it is, and the way to the other parts of its monitoring. */
export function Frame(props: {
  readonly head: Head;
  readonly part: Part;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const { written } = useText();
  const words = useMonitoringText();
  const { head } = props;
  return (
    <>
      <PageHeading title={`${head.title[written]}: ${lower(props.title)}`} lead={props.lead}>
        {props.actions}
      </PageHeading>
      <nav className="study-parts no-print" aria-label={words.tabsLabel}>
        {parts
          .filter((part) => mayOpen[part](head))
          .map((part) =>
            part === props.part ? (
              <span key={part} aria-current="page">
                {words.tabs[part]}
              </span>
            ) : (
              <PageLink key={part} to={`/study-monitoring/${head.studyId}/${part}`}>
                {words.tabs[part]}
              </PageLink>
            ),
          )}
      </nav>
      <div className="stack">
        {head.invented ? (
          <Alert data-color="info" data-size="sm">
            {words.invented}
          </Alert>
        ) : null}
        {head.centres ? <Paragraph data-size="sm">{words.ownOnly(head.centres.join(', '))}</Paragraph> : null}
        {props.children}
      </div>
    </>
  );
}

/** After a colon; a word all in capitals stays. */
function lower(title: string): string {
  return /^[A-ZÆØÅ]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}
