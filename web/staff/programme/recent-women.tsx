import { Paragraph } from '@digdir/designsystemet-react';
import { recentWomen } from '#contracts/centre-day';
import { useLoad } from '../api.ts';
import { PageLink } from '../components/page-link.tsx';
import { useText } from '../text.tsx';
import './programme.css';

/** The women whose pages one has opened last today, to come back to. */
export function RecentWomen() {
  const { text, formatDate } = useText();
  const words = text.office.today;
  const recent = useLoad(recentWomen, {});
  if (!recent.data) return null;
  if (recent.data.women.length === 0) return <Paragraph data-size="sm">{words.noRecent}</Paragraph>;
  return (
    <ul className="recent-women no-print" aria-label={words.recent}>
      {recent.data.women.map((woman) => (
        <li key={woman.personId}>
          <PageLink to={`/people/${woman.personId}`}>{woman.name}</PageLink>{' '}
          <span className="table-note">{formatDate(woman.birthDate, 'short')}</span>
        </li>
      ))}
    </ul>
  );
}
