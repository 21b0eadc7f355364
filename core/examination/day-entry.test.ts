import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appointmentStatuses } from '#core/invitation/appointment';
import { episodeStates } from '#core/invitation/episode';
import { day } from '#core/kernel/day';
import { checkEntryDay, decideEntry, type EntryKind, type EntryStanding, mayRecordAllTheSame } from './day-entry.ts';

/** A woman as the server knows her, and what has been taken in about her. */
type Woman = EntryStanding & { readonly examinations: number };
type Entry = { readonly id: string; readonly woman: number; readonly kind: EntryKind };
type World = { readonly women: readonly Woman[]; readonly taken: Readonly<Record<string, string>> };

/** What the server does with a delivery: each entry once by its id, by the rule. */
function take(world: World, entry: Entry): World {
  if (entry.id in world.taken) return world;
  const woman = world.women[entry.woman];
  if (!woman) return world;
  const decision = decideEntry(entry.kind, woman);
  const became =
    decision.act === 'conflict' ? decision.because : decision.act === 'nothing' ? 'nothing-new' : 'recorded';
  return {
    women: world.women.map((one, i) => (i === entry.woman ? after(one, entry.kind, decision.act) : one)),
    taken: { ...world.taken, [entry.id]: became },
  };
}

function after(woman: Woman, kind: EntryKind, act: string): Woman {
  if (act === 'check-in') return { ...woman, status: 'checked-in' };
  if (act !== 'record') return woman;
  return kind === 'examined'
    ? { ...woman, status: 'screened', episode: 'reading', examinations: woman.examinations + 1 }
    : { ...woman, status: 'attended-not-screened', episode: 'closed' };
}

const standing = fc.record({
  status: fc.constantFrom(...appointmentStatuses),
  episode: fc.constantFrom(...episodeStates),
  otherTime: fc.boolean(),
  examinations: fc.constant(0),
});
/** One device: of each woman at most an arrival and one thing that was done. */
const device = fc.array(standing, { minLength: 1, maxLength: 6 }).chain((women) =>
  fc.record({
    women: fc.constant(women),
    entries: fc
      .tuple(...women.map(() => fc.tuple(fc.boolean(), fc.constantFrom('examined', 'not-screened', undefined))))
      .map((each) =>
        each.flatMap(([arrived, done], woman): Entry[] => [
          ...(arrived ? [{ id: `${woman}-a`, woman, kind: 'arrived' as const }] : []),
          ...(done ? [{ id: `${woman}-d`, woman, kind: done as EntryKind }] : []),
        ]),
      ),
  }),
);

describe('entries from a day without the system', () => {
  it('come to the same in any order, sent twice, or sent in parts', () => {
    fc.assert(
      fc.property(
        device.chain(({ women, entries }) =>
          fc.record({
            women: fc.constant(women),
            entries: fc.constant(entries),
            // Any sequence of sendings that in the end has sent everything: parts, repeats, another order.
            sent: fc
              .array(fc.shuffledSubarray(entries), { maxLength: 4 })
              .chain((parts) =>
                fc.shuffledSubarray(entries, { minLength: entries.length }).map((all) => [...parts.flat(), ...all]),
              ),
          }),
        ),
        ({ women, entries, sent }) => {
          const start: World = { women, taken: {} };
          const once = entries.reduce(take, start);
          const otherwise = sent.reduce(take, start);
          expect(otherwise.women).toEqual(once.women);
          const done = (world: World) =>
            Object.fromEntries(Object.entries(world.taken).filter(([id]) => id.endsWith('-d')));
          expect(done(otherwise)).toEqual(done(once));
          expect(Object.keys(otherwise.taken).sort()).toEqual(entries.map((entry) => entry.id).sort());
        },
      ),
    );
  });

  it('never make two examinations of one woman, and never lose one, whoever else sends', () => {
    fc.assert(
      fc.property(
        standing,
        fc.array(fc.constantFrom<EntryKind>('arrived', 'examined', 'not-screened')),
        (woman, kinds) => {
          const entries = kinds.map((kind, i): Entry => ({ id: String(i), woman: 0, kind }));
          const world = entries.reduce(take, { women: [woman], taken: {} });
          expect(world.women[0]?.examinations).toBeLessThanOrEqual(1);
          // Everything done is recorded or waits for a person; only an arrival may say nothing new.
          for (const { id, kind } of entries) if (kind !== 'arrived') expect(world.taken[id]).not.toBe('nothing-new');
        },
      ),
    );
  });

  it('are what happened: an appointment written off at the end of the day is taken up again', () => {
    expect(decideEntry('examined', { status: 'did-not-attend', episode: 'invited', otherTime: false })).toEqual({
      act: 'record',
      reopen: true,
    });
  });

  it.each([
    ['moved', 'invited', true, 'moved', true],
    ['cancelled', 'invited', false, 'cancelled', true],
    ['cancelled', 'closed', false, 'round-over', false],
    ['did-not-attend', 'invited', true, 'new-time', true],
    ['moved', 'reading', false, 'already-examined', false],
    ['screened', 'reading', false, 'already-examined', false],
  ] as const)('find her %s, round %s: a person settles it', (status, episode, otherTime, because, may) => {
    const found = { status, episode, otherTime };
    expect(decideEntry('examined', found)).toEqual({ act: 'conflict', because });
    expect(mayRecordAllTheSame(found)).toBe(may);
  });

  it('are taken for so many days', () => {
    const codeOf = (on: string) => {
      const checked = checkEntryDay(day(on), day('2026-03-10'), 7);
      return checked.ok ? 'ok' : checked.refusal.code;
    };
    expect(['2026-03-10', '2026-03-03', '2026-03-02', '2026-03-11'].map(codeOf)).toEqual([
      'ok',
      'ok',
      'too-long-ago',
      'not-yet',
    ]);
  });
});
