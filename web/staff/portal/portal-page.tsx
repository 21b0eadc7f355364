import { showPortal } from '#contracts/portal';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { CallMeeting } from './call-meeting.tsx';
import { Documents } from './documents.tsx';
import { Meetings } from './meetings.tsx';
import { News } from './news.tsx';
import { OwnFigures } from './own-figures.tsx';
import './portal.css';
import { PublishNews } from './publish-news.tsx';

/** What the programme has to say to the centres, and how the centre stands; the office writes it here. */
export default function PortalPage() {
  const { text } = useText();
  const words = text.portal;
  const portal = useLoad(showPortal, {});
  const { role, centre } = useActor();
  const isOffice = role === 'office';
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <Loaded query={portal}>
        {(data) => (
          <>
            <div className="columns">
              <section>
                <News news={data.news} isOffice={isOffice} />
                {isOffice ? <PublishNews /> : null}
              </section>
              <section>
                <Meetings meetings={data.meetings} documents={data.documents} isOffice={isOffice} />
                {isOffice ? <CallMeeting /> : null}
              </section>
            </div>
            {centre ? <OwnFigures centreId={centre.id} /> : null}
            <Documents documents={data.documents} isOffice={isOffice} />
          </>
        )}
      </Loaded>
    </>
  );
}
