import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '#contracts/people';
import { day } from '#core/kernel/day';
import { filterTimeline, groupTimeline } from './group-timeline.ts';

const entry = (on: string, kind: TimelineEntry['kind'], round: number | null, what = ''): TimelineEntry => ({
  key: `${on} ${kind}`,
  day: day(on),
  kind,
  what,
  by: '',
  place: '',
  more: '',
  round,
});
const entries = [
  entry('2026-11-20', 'appointment', 2),
  entry('2026-11-10', 'register', null),
  entry('2026-11-01', 'round-opened', 2),
  entry('2025-06-01', 'register', null),
  entry('2024-12-01', 'round-closed', 1, 'negative'),
  entry('2024-11-01', 'round-opened', 1),
];

describe('a timeline by round', () => {
  it('keeps everything once, newest first, and what falls within a round stands in it', () => {
    const groups = groupTimeline(entries);
    expect(groups.map(({ round, entries: own }) => [round, own.length])).toEqual([
      [2, 3],
      [null, 1],
      [1, 2],
    ]);
    expect(groups.flatMap((group) => group.entries)).toEqual(entries);
    expect(groups[2]).toMatchObject({ outcome: 'negative', from: '2024-11-01', to: '2024-12-01' });
    expect(groups[0]?.outcome).toBeNull();
  });

  it('can be narrowed to one kind of thing', () => {
    expect(filterTimeline(entries, 'registers')).toHaveLength(2);
    expect(filterTimeline(entries, 'messages')).toEqual([]);
    expect(filterTimeline(entries, 'all')).toBe(entries);
  });
});
