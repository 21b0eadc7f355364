/** What must hold on every path through an arm: it ends, enough people read, and every step can happen. */
import { evaluate, split, type Standing } from './evaluate.ts';
import type { Facts } from './facts.ts';
import { type Fault, fault } from './fault.ts';
import { openTasks } from './open-tasks.ts';
import { type Path, type Point, refsOf } from './paths.ts';
import type { ProtocolPolicy } from './policy.ts';
import { boundBy, type Expr, type Name, type Protocol, type Step, stepsOf } from './protocol.ts';

export function checkPaths(
  protocol: Protocol,
  arm: string,
  paths: readonly Path[],
  policy: ProtocolPolicy,
): readonly Fault[] {
  return [
    ...paths.flatMap((path) => endFaults(protocol, arm, path, policy)),
    ...bandFaults(protocol, arm, paths),
    ...neverFaults(protocol, arm, paths),
  ];
}

function endFaults(protocol: Protocol, arm: string, path: Path, policy: ProtocolPolicy): readonly Fault[] {
  const place = { arm, when: path.when };
  // A held case waits for its machine: that is its way out.
  if (path.end === 'held') return [];
  if (path.end === 'no-end') return [fault('no-end', place)];
  const reads = path.facts.reads.length;
  const failed = Object.values(path.facts.ai).some((a) => a.kind === 'failed');
  const faults: Fault[] = [];
  if (reads < policy.minReads) faults.push(fault('too-few-reads', place, { reads, least: policy.minReads }));
  if (failed && reads < policy.minReadsWhenAiFails)
    faults.push(fault('too-few-when-failed', place, { reads, least: policy.minReadsWhenAiFails }));
  if (!failed && reads === 0 && closingStep(protocol, arm, path.facts)?.when === undefined)
    faults.push(fault('not-read', place));
  const decided = path.facts.consensus.some((c) => c.decision === 'recall');
  if (policy.recallOnlyByConsensus && path.end === 'recall' && !decided) faults.push(fault('recall-alone', place));
  return faults;
}

/** The protocol with the first steps of an arm only. */
function upTo(protocol: Protocol, arm: string, steps: readonly Step[]): Protocol {
  return { ...protocol, arms: { [arm]: { steps } } };
}

function closingStep(protocol: Protocol, arm: string, facts: Facts): Step | undefined {
  const steps = stepsOf(protocol, arm);
  return steps.find(
    (s, i) => 'end' in s && openTasks(upTo(protocol, arm, steps.slice(0, i + 1)), arm, facts).kind === 'closed',
  );
}

/** Reads of one name in several bands: no two may hold at once, and nothing may be left between them. */
function bandFaults(protocol: Protocol, arm: string, paths: readonly Path[]): readonly Fault[] {
  const steps = stepsOf(protocol, arm);
  const names = new Set(steps.map(boundBy));
  return [...names].flatMap((name) => {
    const bands = name ? steps.filter((s) => boundBy(s) === name) : [];
    if (!name || bands.length < 2) return [];
    const place = { at: name, arm };
    const held = paths.map((path) => ({
      path,
      holding: bands.filter((s) => evaluate(s.when ?? true, standing(names, path.facts)) === true).length,
    }));
    const twice = held.find(({ holding }) => holding > 1);
    const hole = holeBetween(
      bands.map((s) => s.when ?? true),
      held,
    );
    return [
      ...(twice ? [fault('overlap', { ...place, when: asking(bands, twice.path.when) })] : []),
      ...(hole ? [fault('hole', { ...place, when: asking(bands, hole.when) })] : []),
    ];
  });
}

/** Everything that has been answered on a path that has ended. */
function standing(names: ReadonlySet<Name | undefined>, facts: Facts): Standing {
  const statusOf = (name: Name) => {
    if (facts.ai[name]) return facts.ai[name].kind === 'failed' ? ('failed' as const) : ('done' as const);
    const done = [...facts.reads, ...facts.consensus].some((fact) => fact.step === name);
    return done ? ('done' as const) : ('skipped' as const);
  };
  return { facts, status: new Map([...names].flatMap((n) => (n ? [[n, statusOf(n)] as const] : []))) };
}

type Held = { readonly path: Path; readonly holding: number };

/** A value with no band that has bands on both sides. Bands of more than one value are not looked at. */
function holeBetween(conditions: readonly Expr[], held: readonly Held[]): Path | undefined {
  const refs = new Set(conditions.flatMap(refsOf));
  const [ref] = refs;
  if (ref === undefined || refs.size > 1) return undefined;
  const at = held.flatMap((one) => {
    const value = answerTo(ref, one.path.when);
    return typeof value === 'number' ? [{ ...one, value }] : [];
  });
  const within = at.filter((one) => one.holding > 0).map((one) => one.value);
  const [low, high] = [Math.min(...within), Math.max(...within)];
  return at.find((one) => one.holding === 0 && one.value > low && one.value < high)?.path;
}

function answerTo(ref: string, when: readonly Point[]): number | string | null | undefined {
  const [name, field] = split(ref);
  const point = when.find((p) =>
    p.kind === 'machine' ? p.name === name && p.field === field : p.kind === 'item' && p.ref === ref,
  );
  return point && (point.kind === 'machine' || point.kind === 'item') ? point.band.value : undefined;
}

/** The points of a path that the bands ask about. */
function asking(bands: readonly Step[], when: readonly Point[]): readonly Point[] {
  const refs = new Set(bands.flatMap((s) => refsOf(s.when ?? true)));
  return when.filter((p) =>
    p.kind === 'machine' ? refs.has(`${p.name}.${p.field}`) : p.kind === 'item' ? refs.has(p.ref) : refs.has(p.name),
  );
}

/** Steps that no path comes to: asked of the interpreter, with the arm cut off after the step. */
function neverFaults(protocol: Protocol, arm: string, paths: readonly Path[]): readonly Fault[] {
  const steps = stepsOf(protocol, arm);
  const names = new Set(steps.map(boundBy));
  const happens = (i: number): boolean => {
    const step = steps[i] as Step;
    const name = boundBy(step);
    if ('ai' in step)
      return (
        step.when === undefined || paths.some((p) => evaluate(step.when ?? true, standing(names, p.facts)) !== false)
      );
    const cut = upTo(
      protocol,
      arm,
      steps.slice(0, i + 1).filter((s) => s === step || name === undefined || boundBy(s) !== name),
    );
    const shorter = upTo(protocol, arm, steps.slice(0, i));
    return paths.some((path) => {
      if (name === undefined)
        return (
          openTasks(cut, arm, path.facts).kind === 'closed' && openTasks(shorter, arm, path.facts).kind !== 'closed'
        );
      const now = openTasks(cut, arm, without(name, path.facts));
      return now.kind === 'open' && now.tasks.some((task) => task.step === name);
    });
  };
  return steps.flatMap((step, i) => (happens(i) ? [] : [fault('never', { at: boundBy(step) ?? i + 1, arm })]));
}

function without(name: Name, facts: Facts): Facts {
  return {
    ...facts,
    reads: facts.reads.filter((r) => r.step !== name),
    consensus: facts.consensus.filter((c) => c.step !== name),
  };
}
