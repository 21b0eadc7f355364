import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { TimelineEntry } from '#contracts/people';
import type { Text } from '#web/text/nb';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';

/** What has happened, newest first: when, what, where and by whom. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { text, formatDate } = useText();
  return (
    <section aria-labelledby="timeline-heading">
      <Heading level={2} data-size="xs" id="timeline-heading">
        {text.people.timeline}
      </Heading>
      {entries.length === 0 ? <Paragraph>{text.people.noEntries}</Paragraph> : null}
      <ol className="timeline">
        {entries.map((entry) => (
          <li key={`${entry.kind}:${entry.key}`} data-kind={entry.kind}>
            <time dateTime={entry.day}>{formatDate(entry.day)}</time>
            <div>
              <strong>{text.people.kinds[entry.kind]}</strong> {whatOf(text, entry)}
              {entry.round === null ? null : <StatusTag>{text.people.round(entry.round)}</StatusTag>}
              <Paragraph data-size="sm">
                {[moreOf(text, entry, formatDate), entry.place, entry.by === '' ? '' : text.people.by(entry.by)]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </Paragraph>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function whatOf(text: Text, { kind, what }: TimelineEntry): string {
  const { appointmentStatus, episodeOutcome } = text.common;
  if (kind === 'appointment') return (appointmentStatus[what as keyof typeof appointmentStatus] ?? what).toLowerCase();
  if (kind === 'round-closed') return (episodeOutcome[what as keyof typeof episodeOutcome] ?? what).toLowerCase();
  return text.people.words[what] ?? what;
}

function moreOf(text: Text, { kind, more }: TimelineEntry, formatDate: (day: string) => string): string {
  const parts = more.split(' ').filter((part) => part !== '');
  if (kind === 'appointment') return `${formatDate(parts[0] ?? '')} ${parts[1] ?? ''}`;
  return parts.map((part) => text.people.words[part] ?? part).join(', ');
}
