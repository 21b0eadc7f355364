import type { TimelineEntry } from '#contracts/people';

export type TimelineGroup = {
  /** Number of the round; null = between rounds. */
  readonly round: number | null;
  readonly key: string;
  /** How the round ended; null while it is open, and between rounds. */
  readonly outcome: string | null;
  readonly from: string;
  readonly to: string;
  readonly entries: readonly TimelineEntry[];
};

/** What one wishes to see of a timeline. */
export const timelineFilters = ['all', 'appointments', 'messages', 'findings', 'registers'] as const;
export type TimelineFilter = (typeof timelineFilters)[number];

const kindsOf: Readonly<Record<Exclude<TimelineFilter, 'all'>, readonly TimelineEntry['kind'][]>> = {
  appointments: ['appointment', 'round-opened', 'round-closed'],
  messages: ['message'],
  findings: ['examination', 'reading-closed', 'assessment', 'pathology', 'treatment', 'cancer', 'round-closed'],
  registers: ['register', 'stop', 'stop-lifted', 'reservation', 'reservation-lifted', 'reservation-carried-out'],
};

export function filterTimeline(entries: readonly TimelineEntry[], filter: TimelineFilter): readonly TimelineEntry[] {
  return filter === 'all' ? entries : entries.filter(({ kind }) => kindsOf[filter].includes(kind));
}

/**
 * The timeline by round, newest first as it is given. What belongs to no round stands in the round within whose days it
 * fell, else in a group of its own between rounds.
 */
export function groupTimeline(entries: readonly TimelineEntry[]): readonly TimelineGroup[] {
  const spans = new Map<number, { from: string; to: string }>();
  for (const { round, day } of entries) {
    if (round === null) continue;
    const span = spans.get(round);
    spans.set(round, { from: span && span.from < day ? span.from : day, to: span && span.to > day ? span.to : day });
  }
  const roundOf = ({ round, day }: TimelineEntry): number | null =>
    round ?? [...spans].find(([, { from, to }]) => from <= day && day <= to)?.[0] ?? null;
  const groups: { round: number | null; entries: TimelineEntry[] }[] = [];
  for (const entry of entries) {
    const round = roundOf(entry);
    const last = groups.at(-1);
    const same =
      round === null ? (last?.round === null ? last : undefined) : groups.find((group) => group.round === round);
    if (same) same.entries.push(entry);
    else groups.push({ round, entries: [entry] });
  }
  return groups.map(({ round, entries: own }) => ({
    round,
    key: round === null ? `between ${own[0]?.day} ${own[0]?.key}` : `round ${round}`,
    outcome: own.find(({ kind }) => kind === 'round-closed')?.what ?? null,
    from: own.at(-1)?.day ?? '',
    to: own[0]?.day ?? '',
    entries: own,
  }));
}
