import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { placeholderManual } from '#programmes/manuals/placeholder';
import { readEdition } from './edition.ts';
import { begin, decide, type Entry, evolve, openMeasures, type Standing, standingOf, unanswered } from './progress.ts';

const due = day('2026-03-31');
const edition = { ...placeholderManual, criteria: placeholderManual.criteria.slice(0, 3) };
const [first, second] = edition.criteria.map((one) => one.id) as [string, string, string];

const answered = (criterionId: string, verdict: 'met' | 'partly' = 'met'): Entry => ({
  kind: 'answered',
  criterionId,
  verdict,
  account: 'Prosedyren er gjennomgått.',
  documents: [],
  measure: verdict === 'partly' ? { text: 'Nytt kurs i posisjonering', dueOn: '2026-09-01' } : null,
});
const given = (...entries: Entry[]) => standingOf(due, entries);
const all = (verdict: 'met' | 'partly' = 'met') => edition.criteria.map((one) => answered(one.id, verdict));
const refusal = (now: Standing, entry: Entry) => {
  const decided = decide(edition, now, entry);
  return decided.ok ? undefined : decided.refusal.code;
};

describe('a centre answers the manual', () => {
  it('and cannot submit before every criterion is answered', () => {
    const now = given(answered(first));
    expect(unanswered(edition, now)).toEqual([second, edition.criteria[2]?.id]);
    expect(refusal(now, { kind: 'submitted' })).toBe('unanswered');
  });

  it('and says what it will do about what is not met', () => {
    expect(refusal(begin(due), { ...answered(first), verdict: 'not-met' } as Entry)).toBe('no-measure');
    expect(refusal(begin(due), answered(first, 'partly'))).toBeUndefined();
  });

  it('and cannot answer what it has submitted', () => {
    expect(refusal(given(...all(), { kind: 'submitted' }), answered(first))).toBe('wrong-stage');
  });

  it('and is not asked about a criterion that the manual lacks', () => {
    expect(refusal(begin(due), answered('Z99'))).toBe('no-criterion');
  });
});

describe('the office follows up', () => {
  const submitted = given(...all('partly'), { kind: 'submitted' });
  const asked = evolve(submitted, { kind: 'asked', criterionId: second, question: 'Hvem har ansvaret?' });
  const returned = evolve(asked, { kind: 'returned', dueOn: '2026-05-15' });

  it('returns answers only with a question', () => {
    expect(refusal(submitted, { kind: 'returned', dueOn: '2026-05-15' })).toBe('no-questions');
    expect(returned).toMatchObject({
      stage: 'returned',
      dueOn: '2026-05-15',
      questions: { [second]: 'Hvem har ansvaret?' },
    });
  });

  it('accepts nothing while a question stands open', () => {
    expect(refusal(asked, { kind: 'accepted' })).toBe('open-questions');
  });

  it('gets its question answered by answering the criterion again', () => {
    expect(refusal(returned, { kind: 'submitted' })).toBe('open-questions');
    const again = evolve(returned, answered(second));
    expect(again.questions).toEqual({});
    expect(refusal(again, { kind: 'submitted' })).toBeUndefined();
  });

  it('sees measures until they are reported done, the first due first', () => {
    expect(openMeasures(submitted).map((one) => one.criterionId)).toEqual(edition.criteria.map((one) => one.id));
    const done = evolve(submitted, { kind: 'measure-done', criterionId: first, account: 'Kurset er holdt.' });
    expect(openMeasures(done).map((one) => one.criterionId)).not.toContain(first);
    expect(
      refusal(given(...all(), { kind: 'submitted' }), { kind: 'measure-done', criterionId: first, account: 'Holdt' }),
    ).toBe('nothing-to-report');
  });
});

const anyEntry = fc.oneof(
  fc
    .record({ id: fc.constantFrom(first, second, 'Z99'), verdict: fc.constantFrom('met' as const, 'partly' as const) })
    .map(({ id, verdict }) => answered(id, verdict)),
  fc.constantFrom(...all()),
  fc.constantFrom<Entry>(
    { kind: 'submitted' },
    { kind: 'asked', criterionId: first, question: 'Hvorfor?' },
    { kind: 'returned', dueOn: '2026-05-15' },
    { kind: 'accepted' },
    { kind: 'reopened', reason: 'Feil tall' },
    { kind: 'measure-done', criterionId: first, account: 'Ferdig' },
  ),
);

it('whatever is tried: accepted means that all is answered and no question is open, and every entry has its number', () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.boolean(), fc.array(anyEntry, { minLength: 40, maxLength: 60 }), (answered, later) => {
      const tried = answered ? [...all(), ...later] : later;
      let now = begin(due);
      let written = 0;
      for (const entry of tried) {
        const decided = decide(edition, now, entry);
        if (!decided.ok) continue;
        now = decided.value;
        written += 1;
        expect(now.seq).toBe(written);
        if (now.stage !== 'accepted') continue;
        accepted += 1;
        expect(unanswered(edition, now)).toEqual([]);
        expect(now.questions).toEqual({});
      }
    }),
  );
  expect(accepted).toBeGreaterThan(0);
});

describe('an edition', () => {
  it('can be loaded again from its own JSON, and says that it is a placeholder', () => {
    const read = readEdition(JSON.parse(JSON.stringify(placeholderManual)));
    expect(read.ok && read.value.criteria).toHaveLength(20);
    expect(placeholderManual.placeholder).toBe(true);
  });

  it('is refused with where it is wrong', () => {
    const [one] = placeholderManual.criteria;
    const wrong = readEdition({ ...placeholderManual, criteria: [{ ...one, title: { nb: 'x', en: 'Title' } }] });
    expect(!wrong.ok && wrong.refusal.what).toMatch(/criteria\.0\.title\.nn/);
    const twice = readEdition({ ...placeholderManual, criteria: [one, one] });
    expect(!twice.ok && twice.refusal.what).toMatch(/C01 stands more than once/);
  });
});
