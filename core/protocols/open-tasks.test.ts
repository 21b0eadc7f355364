import { describe, expect, it } from 'vitest';
import { noRoutine } from '#programmes/protocols/no-routine';
import { workedProtocol } from '#programmes/protocols/worked';
import { type Facts, noFacts, type ReadFact, type Score } from './facts.ts';
import { openTasks } from './open-tasks.ts';
import type { Protocol } from './protocol.ts';

const aims1 = workedProtocol('aims-1');
const aiStream = workedProtocol('ai-stream');
const bandPass = workedProtocol('band-pass');
const edith = workedProtocol('edith');
const masai = workedProtocol('masai');
const praim = workedProtocol('praim');

const read = (step: string, left: Score, right: Score = 1, frozen = true): ReadFact => ({
  step,
  reader: `L-${step}`,
  left,
  right,
  frozen,
});
const facts = (...reads: ReadFact[]): Facts => ({ ...noFacts, reads });
const scored = (score: number, pct: number, ...reads: ReadFact[]): Facts => ({
  ...facts(...reads),
  ai: { a: { kind: 'result', values: { score, pct } } },
});
const failed = (...reads: ReadFact[]): Facts => ({ ...facts(...reads), ai: { a: { kind: 'failed' } } });
const decided = (f: Facts, decision: 'recall' | 'dismiss', step = 'c'): Facts => ({
  ...f,
  consensus: [
    ...f.consensus,
    { step, members: ['L-1', 'L-2'], decision, breasts: decision === 'recall' ? ['left'] : [], frozen: true },
  ],
});
/** The open steps, 'waiting for ...', or the outcome. */
function now(protocol: Protocol, f: Facts, arm = Object.keys(protocol.arms)[0] ?? ''): readonly string[] | string {
  const opened = openTasks(protocol, arm, f);
  if (opened.kind === 'open') return opened.tasks.map((t) => t.step);
  return opened.kind === 'closed' ? opened.outcome : `waiting for ${opened.for}`;
}

describe("today's routine", () => {
  it('has both reads open at once; the second is not for the reader of the first', () => {
    expect(now(noRoutine, noFacts)).toEqual(['r1', 'r2']);
    const opened = openTasks(noRoutine, 'routine', facts(read('r1', 1)));
    expect(opened).toMatchObject({
      kind: 'open',
      tasks: [{ step: 'r2', kind: 'read', not: ['L-r1'], sees: ['priors'] }],
    });
  });
  it('lets the second read come first', () => expect(now(noRoutine, facts(read('r2', 1)))).toEqual(['r1']));
  it('closes two normal reads without consensus', () =>
    expect(now(noRoutine, facts(read('r1', 1), read('r2', 1)))).toBe('negative'));
  it.each([
    [2, 1, 1, 1],
    [1, 2, 1, 1],
    [1, 1, 2, 1],
    [1, 1, 1, 2],
    [5, 5, 5, 5],
  ] as [Score, Score, Score, Score][])(
    'sends %i/%i and %i/%i to consensus: any breast, either reader',
    (a, b, c, d) => {
      expect(now(noRoutine, facts(read('r1', a, b), read('r2', c, d)))).toEqual(['c']);
    },
  );
  it('waits while a read may still be changed', () => {
    expect(now(noRoutine, facts(read('r1', 1), read('r2', 1, 1, false)))).toBe('waiting for freeze');
    expect(now(noRoutine, facts(read('r1', 3), read('r2', 1, 1, false)))).toBe('waiting for freeze');
    expect(now(noRoutine, facts(read('r1', 3, 1, false)))).toEqual(['r2']);
  });
  it('recalls and dismisses by consensus alone', () => {
    const positive = facts(read('r1', 5), read('r2', 5));
    expect(now(noRoutine, decided(positive, 'recall'))).toBe('recall');
    expect(now(noRoutine, decided(positive, 'dismiss'))).toBe('dismissed');
  });
  it('waits while the decision may still be taken back', () => {
    const positive = facts(read('r1', 5), read('r2', 5));
    for (const decision of ['recall', 'dismiss'] as const) {
      const { consensus, ...rest } = decided(positive, decision);
      const fresh = { ...rest, consensus: consensus.map((one) => ({ ...one, frozen: false })) };
      expect(now(noRoutine, fresh)).toBe('waiting for freeze');
    }
  });
});

describe('AIMS', () => {
  it('waits for the score in the AI arm, not in the control arm where it is sealed', () => {
    expect(now(aims1, noFacts, 'ai')).toBe('waiting for ai');
    expect(now(aims1, noFacts, 'control')).toEqual(['r1', 'r2']);
    expect(now(aims1, facts(read('r1', 1), read('r2', 1)), 'control')).toBe('negative');
  });
  it('has one reader for 1-7 and two for 8-10', () => {
    expect(now(aims1, scored(7, 50), 'ai')).toEqual(['r1']);
    expect(now(aims1, scored(7, 50, read('r1', 1)), 'ai')).toBe('negative');
    expect(now(aims1, scored(8, 80), 'ai')).toEqual(['r1', 'r2']);
    expect(now(aims1, scored(7, 50, read('r1', 2)), 'ai')).toEqual(['c']);
  });
  it('falls back to two readers when the machine fails', () => {
    expect(now(aims1, failed(), 'ai')).toEqual(['r1', 'r2']);
    expect(now(aims1, failed(read('r1', 1), read('r2', 1)), 'ai')).toBe('negative');
  });
});

describe('MASAI', () => {
  it('shows marks only from score 8', () => {
    const sees = (f: Facts) => {
      const opened = openTasks(masai, 'ai', f);
      return opened.kind === 'open' ? opened.tasks.map((t) => [t.step, t.sees]) : [];
    };
    expect(sees(scored(3, 30))).toEqual([['r1', ['priors', 'a.score']]]);
    expect(sees(scored(8, 80))).toEqual([['r1', ['priors', 'a.score', 'a.marks']]]);
    expect(now(masai, scored(10, 95), 'ai')).toEqual(['r1', 'r2']);
  });
  it('takes the highest hundredth to consensus although the readers found nothing', () => {
    expect(now(masai, scored(10, 99.2, read('r1', 1), read('r2', 1)), 'ai')).toEqual(['c']);
    expect(now(masai, scored(10, 98, read('r1', 1), read('r2', 1)), 'ai')).toBe('negative');
    expect(now(masai, scored(10, 98, read('r1', 2), read('r2', 1)), 'ai')).toEqual(['d']);
  });
});

describe('other designs', () => {
  it('band-pass: low closes, high is recalled, the middle and a failure are read by two', () => {
    expect(now(bandPass, scored(1, 20))).toBe('negative');
    expect(now(bandPass, scored(10, 99.9))).toBe('recall');
    expect(now(bandPass, scored(5, 70))).toEqual(['r1', 'r2']);
    expect(now(bandPass, failed())).toEqual(['r1', 'r2']);
  });
  it('PRAIM: the same reader, and no other, looks again', () => {
    const opened = openTasks(praim, 'ai', scored(10, 99, read('r1', 1)));
    expect(opened).toMatchObject({
      tasks: [
        { step: 'r1b', only: 'L-r1' },
        { step: 'r2', not: ['L-r1'] },
      ],
    });
    expect(now(praim, scored(10, 99, read('r1', 3)))).toEqual(['r2']);
  });
  it('EDITH 2: the machine looks after the humans, and only where they did not recall', () => {
    const negative = facts(read('r1', 1), read('r2', 1));
    expect(now(edith, negative, 'after')).toBe('waiting for ai');
    expect(now(edith, { ...negative, ai: { a: { kind: 'result', values: { pct: 98 } } } }, 'after')).toEqual(['x']);
    expect(now(edith, decided(facts(read('r1', 4), read('r2', 4)), 'recall'), 'after')).toBe('recall');
  });
  it('AI-STREAM: the case is held when the machine fails', () => {
    expect(now(aiStream, noFacts)).toEqual(['r1']);
    expect(now(aiStream, failed(read('r1', 1)))).toBe('waiting for ai');
    expect(now(aiStream, scored(10, 90, read('r1', 1), { ...read('r1b', 3), reader: 'L-r1' }))).toBe('recall');
  });
});
