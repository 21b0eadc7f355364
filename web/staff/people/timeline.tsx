import { Button, Heading, Paragraph, ToggleGroup } from '@digdir/designsystemet-react';
import { z } from 'zod';
import type { TimelineEntry } from '#contracts/people';
import type { Text } from '#web/text/nb';
import { useAddress } from '../address.ts';
import { PageLink } from '../components/page-link.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useActor } from '../session.tsx';
import { type TextTools, useText } from '../text.tsx';
import { filterTimeline, groupTimeline, type TimelineGroup, timelineFilters } from './group-timeline.ts';

export const timelineSearch = z.object({ show: z.enum(timelineFilters).default('all') });

/** What has happened, by round and newest first: when, what, where and by whom; narrowed by what stands in the address. */
export function Timeline({
  personId,
  entries,
}: {
  readonly personId: string;
  readonly entries: readonly TimelineEntry[];
}) {
  const { text } = useText();
  const words = text.office.timeline;
  const [{ show }, setFilter] = useAddress(timelineSearch);
  const groups = groupTimeline(filterTimeline(entries, show));
  return (
    <section aria-labelledby="timeline-heading">
      <div className="timeline-head">
        <Heading level={2} data-size="xs" id="timeline-heading">
          {text.people.timeline}
        </Heading>
        <ToggleGroup
          className="no-print"
          data-size="sm"
          variant="secondary"
          data-toggle-group={words.show}
          value={show}
          onChange={(value: string) => setFilter({ show: value as typeof show })}
        >
          {timelineFilters.map((one) => (
            <ToggleGroup.Item key={one} value={one}>
              {words.filters[one]}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup>
        <Button className="no-print" variant="tertiary" data-size="sm" onClick={() => window.print()}>
          {text.shell.print}
        </Button>
      </div>
      {groups.length === 0 ? <Paragraph>{text.people.noEntries}</Paragraph> : null}
      {groups.map((group) => (
        <Group key={group.key} personId={personId} group={group} />
      ))}
    </section>
  );
}

function Group({ personId, group }: { readonly personId: string; readonly group: TimelineGroup }) {
  const tools = useText();
  const { text, formatDate } = tools;
  const words = text.office.timeline;
  const { episodeOutcome } = text.common;
  const outcome = group.outcome
    ? (episodeOutcome[group.outcome as keyof typeof episodeOutcome] ?? group.outcome)
    : words.open;
  return (
    <section className="timeline-group">
      <Heading level={3} data-size="2xs">
        {group.round === null ? words.between : text.people.round(group.round)}{' '}
        {group.round === null ? null : <StatusTag tone={group.outcome ? 'neutral' : 'info'}>{outcome}</StatusTag>}
      </Heading>
      <ol className="timeline">
        {group.entries.map((entry) => (
          <li key={`${entry.kind}:${entry.key}`} data-kind={entry.kind}>
            <time dateTime={entry.day}>{formatDate(entry.day)}</time>
            <div>
              <strong>{text.people.kinds[entry.kind]}</strong> <What personId={personId} entry={entry} />
              <Paragraph data-size="sm">
                {[moreOf(tools, entry), entry.place, entry.by === '' ? '' : text.people.by(entry.by)]
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

/** The closer word; a message leads to what it said. */
function What({ personId, entry }: { readonly personId: string; readonly entry: TimelineEntry }) {
  const { text } = useText();
  const { role } = useActor();
  const words = whatOf(text, entry);
  const opens = entry.kind === 'message' && (role === 'office' || role === 'coordinator');
  return opens ? <PageLink to={`/messages/${personId}/${entry.key}`}>{words}</PageLink> : words;
}

function whatOf(text: Text, { kind, what }: TimelineEntry): string {
  const { appointmentStatus, episodeOutcome } = text.common;
  if (kind === 'appointment') return (appointmentStatus[what as keyof typeof appointmentStatus] ?? what).toLowerCase();
  if (kind === 'round-closed') return (episodeOutcome[what as keyof typeof episodeOutcome] ?? what).toLowerCase();
  return text.people.words[what] ?? what;
}

function moreOf({ text, formatDate, formatTime }: TextTools, { kind, more }: TimelineEntry): string {
  const parts = more.split(' ').filter((part) => part !== '');
  if (kind === 'appointment') return `${formatDate(parts[0] ?? '')} ${formatTime(parts[1] ?? '')}`;
  return parts.map((part) => text.people.words[part] ?? part).join(', ');
}
