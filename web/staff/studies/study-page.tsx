import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import { showStudy, type ShownStudy } from '#contracts/studies';
import { usePathParam } from '../address.ts';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { Approvals } from './approvals.tsx';
import { Design } from './design.tsx';
import { NextStep } from './next-step.tsx';
import { WriteOn } from './plan/write-on.tsx';
import { Sites } from './sites.tsx';
import { StudyLog } from './study-log.tsx';
import { studyPages } from './study-pages.ts';
import './studies.css';
import { Team } from './team.tsx';
import { stateTones } from './tones.ts';
import { Versions } from './versions.tsx';

/** One study: where it stands, what is missing, sites, approvals, team, versions and log. */
export default function StudyPage() {
  const studyId = usePathParam('studyId');
  const study = useLoad(showStudy, { studyId }, { keep: true });
  return <Loaded query={study}>{(data) => <StudyParts data={data} />}</Loaded>;
}

function StudyParts({ data }: { readonly data: ShownStudy }) {
  const { text, written } = useText();
  const words = text.studies;
  const { role } = useActor();
  // To those who may not see what is there, the page would only say no.
  const { counts, arms, board, plans } = data.sees;
  const mayOpen = (path: string) => {
    if (path.endsWith('/safety')) return arms;
    if (path.endsWith('/board')) return board && !arms;
    return counts || (plans && path.endsWith('/dry-run'));
  };
  const more = studyPages.filter((page) => (page.roles as readonly string[]).includes(role) && mayOpen(page.path));
  const { plan } = data;
  const lead = [plan.sponsor, `${words.registration}: ${plan.registration ?? words.noRegistration}`];
  return (
    <>
      <PageHeading title={plan.title[written]} lead={lead.join(' · ')} />
      <div className="stack">
        {plan.invented ? <Alert data-color="info">{words.inventedNote}</Alert> : null}
        <div className="study-standing">
          <StatusTag tone={stateTones[data.state]}>{words.states[data.state]}</StatusTag>
          <span>
            {words.version} {plan.version}
          </span>
        </div>
        <Paragraph className="study-purpose">{plan.purpose[written]}</Paragraph>
        {more.length > 0 ? (
          <nav aria-label={words.pages} className="no-print">
            <Heading level={2} data-size="2xs">
              {words.pages}
            </Heading>
            <ul className="study-links">
              {more.map((page) => (
                <li key={page.path}>
                  <PageLink to={page.path.replace('$studyId', data.studyId)}>{page.title(text)}</PageLink>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <NextStep data={data} />
        <Sites data={data} />
        <Approvals data={data} />
        <Team data={data} />
        <Design plan={plan} />
        <WriteOn data={data} />
        <Versions data={data} />
        <StudyLog data={data} />
      </div>
    </>
  );
}
