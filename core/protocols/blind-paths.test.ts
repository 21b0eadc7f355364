/**
 * Blinding by enumeration, without a server: for every worked protocol, arm and path, at every moment on the way, for every
 * role, person and step, what may be seen is exactly what `sees` says. What is expected is written out from the protocol here,
 * not by the function that is tested.
 */
import { describe, expect, it } from 'vitest';
import { roles } from '#core/people/access';
import { workedProtocols } from '#programmes/protocols/worked';
import type { AiFact, Facts } from './facts.ts';
import { type OpenTask, openTasks } from './open-tasks.ts';
import { pathsOf } from './paths.ts';
import { boundBy, type Protocol, type Sees, stepsOf } from './protocol.ts';
import { visibleOf } from './visible.ts';

const arms = workedProtocols.flatMap(({ protocol }) =>
  Object.keys(protocol.arms).map((arm) => ({ protocol, arm, name: `${protocol.id} ${protocol.version} ${arm}` })),
);
/** The moments of a path, from nothing to its end: what the machine says first, then each read and consensus. */
function momentsOf(facts: Facts): readonly Facts[] {
  const done = [...facts.reads, ...facts.consensus];
  const moments: Facts[] = [{ ...facts, ai: {}, reads: [], consensus: [] }];
  for (let n = 0; n <= done.length; n++) {
    const sofar = new Set(done.slice(0, n));
    const reads = facts.reads.filter((r) => sofar.has(r));
    const last = reads.at(-1);
    const consensus = facts.consensus.filter((c) => sofar.has(c));
    moments.push({ ...facts, reads, consensus });
    // Written, and not final yet.
    if (last && consensus.length === 0) {
      moments.push({ ...facts, reads: reads.map((r) => (r === last ? { ...r, frozen: false } : r)), consensus });
    }
    const decided = consensus.at(-1);
    if (decided)
      moments.push({ ...facts, reads, consensus: consensus.map((c) => (c === decided ? { ...c, frozen: false } : c)) });
  }
  return moments;
}
/** The machine says everything it could, also what no condition asks for. */
function full(facts: Facts): Facts {
  const ai = Object.fromEntries(
    Object.entries(facts.ai).map(([name, fact]): [string, AiFact] => {
      if (fact.kind === 'failed') return [name, fact];
      const values = {
        score: 5,
        left: 5,
        right: 2,
        pct: 50,
        normalTag: 'none',
        density: 'b',
        quality: 1,
        risk: 0.4,
        ...fact.values,
      };
      return [name, { kind: 'result', values, marks: [{ view: 'RCC', kind: 'mass', x: 0.5, y: 0.5 }] }];
    }),
  );
  return { ...facts, ai };
}
/** What `sees` names of a machine's result: 'a.score', 'a.marks' ... */
function namedItems(facts: Facts, sees: readonly Sees[]): readonly string[] {
  return Object.entries(facts.ai).flatMap(([name, fact]) =>
    fact.kind === 'failed'
      ? []
      : [...Object.keys(fact.values), 'marks']
          .map((item) => `${name}.${item}`)
          .filter((item) => sees.includes(item) || sees.includes(`${name}.all`) || sees.includes(name)),
  );
}

const stateOf = (tasks: readonly OpenTask[]) => (tasks.some((t) => t.kind === 'consensus') ? 'consensus' : 'reading');

/** How many looks were held against `sees`. Compared as text, and asserted only when they differ: there are a million of them. */
function check(protocol: Protocol, arm: string, facts: Facts): number {
  const now = openTasks(protocol, arm, facts);
  const tasks = now.kind === 'open' ? now.tasks : [];
  const machines = new Set(stepsOf(protocol, arm).flatMap((s) => ('ai' in s ? [s.ai] : [])));
  const steps = [...new Set(stepsOf(protocol, arm).flatMap((s) => boundBy(s) ?? []))].filter((s) => !machines.has(s));
  const people = [...facts.reads.map((r) => r.reader), 'stranger'];
  let looks = 0;
  for (const role of roles) {
    for (const userId of new Set(people)) {
      for (const step of [...steps, undefined]) {
        for (const senior of tasks.some((t) => t.senior) ? [true, false] : [false]) {
          looks++;
          // Who is not said to be senior is not.
          const viewer = { role, userId, ...(senior ? { senior } : {}), ...(step ? { step } : {}) };
          const seen = visibleOf(protocol, arm, facts, viewer);
          const task = tasks.find((t) => t.step === step);
          const may =
            role === 'radiologist' &&
            task !== undefined &&
            (task.kind === 'consensus' ||
              ((senior || !task.senior) &&
                (task.only === null
                  ? !task.not.includes(userId) && !facts.reads.some((r) => r.reader === userId)
                  : task.only === userId)));
          const sees = now.kind === 'closed' ? (protocol.visibility?.[role] ?? []) : may ? task.sees : [];
          const shown = [
            ...Object.entries(seen.ai).flatMap(([name, values]) =>
              Object.keys(values).map((item) => `${name}.${item}`),
            ),
            ...Object.keys(seen.marks).map((name) => `${name}.marks`),
          ];
          const staff = !['physicist', 'researcher', 'administrator', 'participant'].includes(role);
          const own = role === 'radiologist' ? facts.reads.filter((r) => r.reader === userId) : [];
          const others = facts.reads.filter((r) => r.frozen && sees.includes(r.step) && !own.includes(r));
          const got = {
            shown: shown.toSorted(),
            own: seen.own.map((r) => r.step),
            others: seen.others.map((r) => r.step),
            priors: seen.priors,
            consensus: seen.consensus.map((c) => c.step),
            outcome: seen.outcome !== null,
            state: seen.state,
          };
          const allowed = {
            shown: namedItems(facts, sees).toSorted(),
            own: own.map((r) => r.step),
            others: others.map((r) => r.step),
            priors: sees.includes('priors'),
            consensus: facts.consensus.filter((c) => sees.includes(c.step)).map((c) => c.step),
            outcome: now.kind === 'closed' && staff,
            state: staff ? (now.kind === 'open' ? stateOf(tasks) : now.kind) : null,
          };
          if (JSON.stringify(got) !== JSON.stringify(allowed)) expect({ role, userId, step, ...got }).toEqual(allowed);
        }
      }
    }
  }
  return looks;
}

describe('what may be seen on every path of every worked protocol', () => {
  it.each(arms)('$name', ({ protocol, arm }) => {
    const paths = pathsOf(protocol, arm);
    if (paths === 'too-many') throw new Error('too many paths to enumerate');
    const moments = new Map(
      paths.flatMap((path) => momentsOf(full(path.facts))).map((facts) => [JSON.stringify(facts), facts] as const),
    );
    let looks = 0;
    for (const facts of moments.values()) looks += check(protocol, arm, facts);
    expect(looks).toBeGreaterThan(100);
  });
  it('shows nothing of the machine in a control arm, to anybody at any moment', () => {
    const control = arms.filter(({ protocol, arm }) =>
      stepsOf(protocol, arm).every((s) => !('sees' in s) || s.sees.every((item) => !item.startsWith('a.'))),
    );
    expect(control.map((one) => one.name)).toContain('aims-1 1 control');
    for (const { protocol, arm } of control) {
      const paths = pathsOf(protocol, arm);
      if (paths === 'too-many') throw new Error('too many paths to enumerate');
      for (const facts of paths.flatMap((path) =>
        momentsOf(full({ ...path.facts, ai: { a: { kind: 'result', values: {} } } })),
      )) {
        for (const role of roles) {
          for (const step of ['r1', 'r2', 'c', undefined]) {
            const seen = visibleOf(protocol, arm, facts, {
              role,
              userId: 'stranger',
              senior: true,
              ...(step ? { step } : {}),
            });
            const shown = Object.keys(seen.ai).length + Object.keys(seen.marks).length;
            if (shown > 0) expect(seen).toMatchObject({ ai: {}, marks: {} });
          }
        }
      }
    }
  });
});
