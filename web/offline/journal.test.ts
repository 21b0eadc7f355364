import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nothingToReport } from '#core/examination/interview';
import { allTaken } from '#core/examination/views';
import { afterAnswer, arrive, type Done, entriesOf, finish, type Journal, takeBack } from './journal.ts';

const who = (n: number) => ({ personId: `p${n}`, appointmentId: `a${n}`, name: `Prøve ${n}`, performedBy: 'R-1' });
const examined: Done = { kind: 'examined', interview: nothingToReport, views: allTaken() };
type Step = { readonly act: 'arrive' | 'finish' | 'back'; readonly woman: number };

function run(steps: readonly Step[]): Journal {
  return steps.reduce<Journal>((journal, { act, woman }, i) => {
    if (act === 'arrive') return arrive(journal, who(woman), '09:00', `id${i}`);
    if (act === 'finish') return finish(journal, who(woman), '09:10', `id${i}`, examined);
    return takeBack(journal, `a${woman}`);
  }, []);
}
const steps = fc.array(
  fc.record({ act: fc.constantFrom('arrive' as const, 'finish' as const, 'back' as const), woman: fc.nat(3) }),
  { maxLength: 25 },
);

describe('the journal on the device', () => {
  it('has one entry a woman at most, each with an id of its own', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const entries = entriesOf(run(all));
        expect(new Set(entries.map((entry) => entry.personId)).size).toBe(entries.length);
        expect(new Set(entries.map((entry) => entry.entryId)).size).toBe(entries.length);
      }),
    );
  });

  it('never sends under an id what is not what was sent under it before', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const sent = new Map<string, string>();
        for (let n = 1; n <= all.length; n++) {
          for (const { entryId, personId, content } of entriesOf(run(all.slice(0, n)))) {
            const words = `${personId} ${content.kind}`;
            expect(sent.get(entryId) ?? words).toBe(words);
            sent.set(entryId, words);
          }
        }
      }),
    );
  });

  it('examines a woman who was here already as the list was taken along, and takes it back whole', () => {
    const journal = run([{ act: 'finish', woman: 1 }]);
    expect(entriesOf(journal)).toMatchObject([{ entryId: 'id0', arrivedAt: null, doneAt: '09:10' }]);
    expect(takeBack(journal, 'a1')).toEqual([]);
  });

  it('keeps what was not answered or was refused, and lets go of what was taken in', () => {
    const journal = run(
      [0, 1, 2].flatMap(
        (woman) =>
          [
            { act: 'arrive', woman },
            { act: 'finish', woman },
          ] as const,
      ),
    );
    const [first, second] = entriesOf(journal);
    const left = afterAnswer(journal, [
      { entryId: first?.entryId ?? '', state: 'recorded', refusal: null },
      { entryId: second?.entryId ?? '', state: 'refused', refusal: 'too-long-ago' },
    ]);
    expect(left.map((item) => [item.name, item.refusal])).toEqual([
      ['Prøve 1', 'too-long-ago'],
      ['Prøve 2', undefined],
    ]);
  });
});
