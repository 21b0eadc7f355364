import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#core/kernel/day';
import { compareRecords, numberedRounds, type PersonRecord } from './merge-persons.ts';

const record: PersonRecord = {
  personId: 'a',
  identityNumber: '01856000001',
  name: 'Prøve Lampe',
  birthDate: day('1960-05-01'),
  sex: 'female',
  address: 'Eksempelveien 1',
  municipality: '4601',
  status: 'resident',
  statusOn: day('1960-05-01'),
  rounds: 3,
  openRound: false,
  timeToCome: false,
  lastScreenedOn: day('2024-03-05'),
  lastSeenOn: day('2024-03-05'),
};
const of = (change: Partial<PersonRecord>): PersonRecord => ({ ...record, personId: 'b', ...change });
const d = fc.nat({ max: 9000 }).map((n) => addDays(day('2000-01-01'), n));
const anyRecord = fc.record({
  personId: fc.constantFrom('a', 'b', 'c'),
  identityNumber: fc.constantFrom('01856000001', '41856000001'),
  status: fc.constantFrom('resident' as const, 'emigrated' as const, 'dead' as const),
  rounds: fc.nat({ max: 4 }),
  openRound: fc.boolean(),
  timeToCome: fc.boolean(),
  statusOn: d,
  lastSeenOn: fc.option(d),
});

describe('which record stands', () => {
  it.each([
    ['a national number before a D-number', { identityNumber: '41856000001', rounds: 9 }, 'a'],
    ['one who lives here before one who has left', { status: 'emigrated', rounds: 9 }, 'a'],
    ['the longer history', { rounds: 4 }, 'b'],
    ['the lower id when nothing else tells them apart', {}, 'a'],
  ] as const)('%s', (_, change, survivor) => {
    expect(compareRecords(record, of(change)).survivor).toBe(survivor);
  });
});

describe('what is in the way', () => {
  it.each([
    ['nothing when one is invited', { openRound: true, timeToCome: true }, {}, []],
    ['two open rounds', { openRound: true }, { openRound: true }, ['both-open']],
    ['two times to come', { timeToCome: true }, { timeToCome: true }, ['both-times']],
    ['one was seen after the other died', { status: 'dead', statusOn: day('2023-01-01') }, {}, ['seen-after-death']],
    ['not when the last visit was before the death', { status: 'dead', statusOn: day('2025-01-01') }, {}, []],
  ] as const)('%s', (_, a, b, obstacles) => {
    expect(compareRecords({ ...record, ...a }, of(b)).obstacles).toEqual(obstacles);
  });

  it('shows where the records differ', () => {
    expect(compareRecords(record, of({ address: 'Nyveien 2', birthDate: day('1960-05-02') })).differences).toEqual([
      'birthDate',
      'address',
    ]);
  });

  it('is the same whichever record is named first', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (x, y) => {
        const [a, b] = [of(x), of(y)];
        const [one, other] = [compareRecords(a, b), compareRecords(b, a)];
        expect(one.obstacles).toEqual(other.obstacles);
        expect(one.obstacles.includes('same-record')).toBe(a.personId === b.personId);
        if (a.personId !== b.personId) expect(one.survivor).toBe(other.survivor);
      }),
    );
  });
});

it('numbers the rounds of both by the day they were opened, each once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(fc.uuid(), d), { selector: ([id]) => id, maxLength: 12 }), (pairs) => {
      const rounds = pairs.map(([episodeId, openedOn]) => ({ episodeId, openedOn }));
      const numbered = numberedRounds(rounds);
      expect(numbered.map((r) => r.number)).toEqual(rounds.map((_, i) => i + 1));
      const opened = numbered.map((r) => rounds.find((each) => each.episodeId === r.episodeId)?.openedOn ?? '');
      expect(opened).toEqual([...opened].sort());
    }),
  );
});
