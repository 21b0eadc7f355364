import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roles } from '#core/people/access';
import { noRoutine } from '#programmes/protocols/no-routine';
import {
  aiFact,
  anyHistory,
  anyProtocol,
  generatedProtocol,
  playHistory,
  score,
  stepNames,
} from '#test/arbitrary-protocols';
import { type Facts, noFacts, type ReadFact, type Score } from './facts.ts';
import { openTasks } from './open-tasks.ts';
import { boundBy, type Protocol, stepsOf } from './protocol.ts';
import { verify } from './verify.ts';
import { mayDo, visibleOf } from './visible.ts';

describe('the interpreter, over generated protocols and histories', () => {
  it('comes to rest, and closes unless a machine that must answer has failed', () => {
    fc.assert(
      fc.property(anyHistory, ({ of: { protocol, arm }, given, order }) => {
        const { end } = playHistory(protocol, arm, given, order);
        const holds = stepsOf(protocol, arm).some((s) => 'ai' in s && s.onFail === 'hold');
        if (given.ai.kind === 'result' || !holds) expect(end.kind).toBe('closed');
        else expect(['closed', 'waiting']).toContain(end.kind);
      }),
      { numRuns: 200 },
    );
  });
  it('gives the same outcome whatever the order of independent reads, freezing and the machine', () => {
    fc.assert(
      fc.property(anyHistory, ({ of: { protocol, arm }, given, order, other }) => {
        const one = playHistory(protocol, arm, given, order).end;
        expect(playHistory(protocol, arm, given, other).end).toEqual(one);
      }),
      { numRuns: 200 },
    );
  });
  it('never opens a task twice, nor to a reader who may not have it', () => {
    fc.assert(
      fc.property(anyHistory, ({ of: { protocol, arm }, given, order }) => {
        for (const facts of playHistory(protocol, arm, given, order).all) {
          const now = openTasks(protocol, arm, facts);
          for (const task of now.kind === 'open' ? now.tasks : []) {
            expect([...facts.reads, ...facts.consensus].map((f) => f.step)).not.toContain(task.step);
            const step = stepsOf(protocol, arm).find((s) => 'read' in s && s.read === task.step);
            const barred =
              step && 'read' in step ? (step.not ?? []).map((n) => facts.reads.find((r) => r.step === n)?.reader) : [];
            for (const reader of barred) if (reader) expect(mayDo(task, facts, reader)).toBe(false);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
  it('answers for any facts whatever, also impossible ones', () => {
    const read = fc.record({
      step: fc.constantFrom(...stepNames),
      reader: fc.constantFrom('A', 'B'),
      left: score,
      right: score,
      frozen: fc.boolean(),
    });
    const any = fc.record({
      protocol: anyProtocol,
      reads: fc.array(read, { maxLength: 4 }),
      ai: fc.option(aiFact, { nil: undefined }),
    });
    fc.assert(
      fc.property(any, ({ protocol, reads, ai }) => {
        const facts = { ...noFacts, reads, ai: ai ? { a: ai } : {} };
        expect(['open', 'waiting', 'closed']).toContain(
          openTasks(protocol, Object.keys(protocol.arms)[0] ?? '', facts).kind,
        );
      }),
    );
  });
  it('is never verified without every path ending', () => {
    fc.assert(
      fc.property(generatedProtocol, (protocol) => {
        const codes = verify(protocol).found.map((fault) => fault.code);
        expect(codes.filter((code) => code === 'no-end' || code === 'not-yet')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('blindness, over generated protocols and histories', () => {
  it("shows another's read, a machine's item or a consensus only where a claimed step or the closed case names it", () => {
    fc.assert(
      fc.property(anyHistory, ({ of: { protocol, arm }, given, order }) => {
        for (const facts of playHistory(protocol, arm, given, order).all) checkAll(protocol, arm, facts);
      }),
      { numRuns: 60 },
    );
  });
  it('does not depend on a score that is hidden', () => {
    fc.assert(
      fc.property(score, score, score, score, fc.boolean(), fc.constantFrom(...roles), (a, b, c, d, frozen, role) => {
        const first = (left: Score, right: Score): ReadFact => ({ step: 'r1', reader: 'A', left, right, frozen });
        for (const step of ['r1', 'r2', 'c', undefined]) {
          const viewer = { role, userId: 'B', ...(step ? { step } : {}) };
          const one = visibleOf(noRoutine, 'routine', { ...noFacts, reads: [first(a, b)] }, viewer);
          expect(visibleOf(noRoutine, 'routine', { ...noFacts, reads: [first(c, d)] }, viewer)).toEqual(one);
        }
      }),
    );
  });
});

function checkAll(protocol: Protocol, arm: string, facts: Facts): void {
  const now = openTasks(protocol, arm, facts);
  const steps = [...new Set(stepsOf(protocol, arm).map(boundBy)), 'nothing', undefined];
  const people = [...new Set([...facts.reads.map((r) => r.reader), 'stranger'])];
  for (const role of roles) {
    for (const userId of people) {
      for (const step of steps) {
        const seen = visibleOf(protocol, arm, facts, { role, userId, ...(step ? { step } : {}) });
        const task = now.kind === 'open' ? now.tasks.find((t) => t.step === step) : undefined;
        const working = role === 'radiologist' && task && mayDo(task, facts, userId) ? task.sees : [];
        const named = now.kind === 'closed' ? (protocol.visibility?.[role] ?? []) : working;
        for (const other of seen.others) {
          expect(named).toContain(other.step);
          expect(facts.reads.find((r) => r.step === other.step)?.frozen).toBe(true);
        }
        for (const item of Object.keys(seen.ai.a ?? {}))
          expect(named.includes(`a.${item}`) || named.includes('a.all')).toBe(true);
        for (const c of seen.consensus) expect([named.includes(c.step), c.frozen]).toEqual([true, true]);
        if (seen.outcome !== null) expect(now.kind).toBe('closed');
        for (const own of seen.own) expect([own.reader, role]).toEqual([userId, 'radiologist']);
      }
    }
  }
}
