/** What a protocol must hold before anybody is read by it; the faults in words that the one who wrote it understands. */
import { split } from './evaluate.ts';
import { type Path, pathsOf, refsOf } from './paths.ts';
import { boundBy, type Name, type Protocol, type ReadStep, type Step, stepsOf } from './protocol.ts';

export type ProtocolPolicy = {
  /** Fewest human reads that any case may get. */
  readonly minReads: number;
  /** Fewest human reads when the machine has failed. */
  readonly minReadsWhenAiFails: number;
  readonly recallOnlyByConsensus: boolean;
  /** A read may not show another's read (a revising read shows its reader her own). */
  readonly blindReads: boolean;
};

/** The least that is asked of any protocol: independent reads, and two people when the machine fails. */
export const leastPolicy: ProtocolPolicy = {
  minReads: 0,
  minReadsWhenAiFails: 2,
  recallOnlyByConsensus: false,
  blindReads: true,
};

export type ArmSummary = { readonly paths: number; readonly fewestReads: number; readonly mostReads: number };
export type Verified = { readonly faults: readonly string[]; readonly arms: Readonly<Record<string, ArmSummary>> };

/**
 * Checks every arm: each path ends, whatever is answered and whatever fails; every band of a machine's score is met by a
 * read or by an end that says so; readers are distinct; nothing is shown before it exists or against blindness; enough
 * people read. `faults` is empty for a protocol that may be used.
 */
export function verify(protocol: Protocol, policy: ProtocolPolicy = leastPolicy): Verified {
  const faults: string[] = [];
  const arms: Record<string, ArmSummary> = {};
  const names = Object.keys(protocol.arms);
  if (names.length === 0) faults.push('The protocol has no arm');
  for (const extra of Object.keys(protocol.ratio ?? {}).filter((n) => !names.includes(n)))
    faults.push(`ratio names "${extra}", which is no arm`);
  for (const arm of names) {
    const inSteps = stepFaults(protocol, arm, policy);
    faults.push(...inSteps.map((f) => `${arm}: ${f}`));
    if (inSteps.length > 0) continue;
    const paths = pathsOf(protocol, arm);
    faults.push(
      ...unique(paths.flatMap((p) => pathFaults(stepsOf(protocol, arm), p, policy))).map((f) => `${arm}: ${f}`),
    );
    const reads = paths.map((p) => p.facts.reads.length);
    arms[arm] = { paths: paths.length, fewestReads: Math.min(...reads), mostReads: Math.max(...reads) };
  }
  return { faults, arms };
}

function stepFaults(protocol: Protocol, arm: string, policy: ProtocolPolicy): readonly string[] {
  const steps = stepsOf(protocol, arm);
  const faults: string[] = [];
  const all = new Map(steps.flatMap((s) => (boundBy(s) ? [[boundBy(s) as Name, s] as const] : [])));
  const before = new Map<Name, Step>();
  steps.forEach((step, i) => {
    const at = boundBy(step) ?? `end (step ${i + 1})`;
    const asked = [...(step.when === undefined ? [] : refsOf(step.when)), ...('end' in step ? refsOf(step.end) : [])];
    for (const ref of asked) {
      const [name] = split(ref);
      if (all.has(name) && !before.has(name)) faults.push(`${at} asks about ${name}, which has not happened by then`);
    }
    const shown = 'sees' in step ? step.sees : [];
    for (const item of shown.filter((s) => s !== 'priors')) faults.push(...seesFault(at, item, step, before, policy));
    if ('read' in step) faults.push(...readerFaults(step, before));
    if ('consensus' in step && step.min > step.max)
      faults.push(`${at} asks for at least ${step.min} but at most ${step.max} members`);
    const bound = boundBy(step);
    const earlier = bound ? before.get(bound) : undefined;
    if (bound && earlier && !('read' in step && 'read' in earlier)) faults.push(`${bound} is bound twice`);
    if (bound) before.set(bound, step);
  });
  if (!steps.some((s) => 'end' in s)) faults.push('nothing ends the case');
  return faults;
}

function seesFault(
  at: string,
  item: string,
  step: Step,
  before: ReadonlyMap<Name, Step>,
  policy: ProtocolPolicy,
): readonly string[] {
  const source = before.get(split(item)[0]);
  if (!source) return [`${at} sees ${item}, which does not exist by then`];
  if (policy.blindReads && 'read' in step && !('ai' in source) && step.revises !== split(item)[0]) {
    return [`${at} sees ${item}: a read is blind to other people's opinions`];
  }
  return [];
}

function readerFaults(step: ReadStep, before: ReadonlyMap<Name, Step>): readonly string[] {
  if (step.revises !== undefined)
    return before.has(step.revises) ? [] : [`${step.read} revises ${step.revises}, which does not exist by then`];
  const unknown = (step.not ?? [])
    .filter((n) => !before.has(n))
    .map((n) => `${step.read} excludes the reader of ${n}, who has not read by then`);
  const independent = [...before.values()].flatMap((s) =>
    'read' in s && s.revises === undefined && s.read !== step.read ? [s.read] : [],
  );
  const shared = independent.filter((n) => !(step.not ?? []).includes(n));
  return [...unknown, ...shared.map((n) => `${step.read} may be done by the reader of ${n}: add not: ['${n}']`)];
}

function pathFaults(steps: readonly Step[], path: Path, policy: ProtocolPolicy): readonly string[] {
  const when = path.when.length > 0 ? `when ${path.when.join(', ')}` : 'always';
  if (path.end === 'held') return [];
  if (path.end === 'no-end') return [`${when}: no end is reached`];
  const reads = path.facts.reads.length;
  const failed = Object.values(path.facts.ai).some((a) => a.kind === 'failed');
  const faults: string[] = [];
  if (reads < policy.minReads) faults.push(`${when}: ${reads} human reads, at least ${policy.minReads} are required`);
  if (failed && reads < policy.minReadsWhenAiFails) {
    faults.push(
      `${when}: ${reads} human reads, at least ${policy.minReadsWhenAiFails} are required when the machine fails; or hold the case (onFail: 'hold')`,
    );
  }
  if (!failed && reads === 0 && !steps.some((s) => 'end' in s && s.when !== undefined))
    faults.push(`${when}: nobody reads the case, and no end says so`);
  if (
    policy.recallOnlyByConsensus &&
    path.end === 'recall' &&
    !path.facts.consensus.some((c) => c.decision === 'recall')
  ) {
    faults.push(`${when}: recalled without consensus`);
  }
  return faults;
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
