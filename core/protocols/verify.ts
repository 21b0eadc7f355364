/** What a protocol must hold before anybody is read by it. The faults are said in words by words.ts. */
import { checkPaths } from './check-paths.ts';
import { checkSteps } from './check-steps.ts';
import { checkWhole } from './check-whole.ts';
import { type Fault, fault, together } from './fault.ts';
import { type Path, type Point, pathsOf } from './paths.ts';
import { leastPolicy, type ProtocolPolicy } from './policy.ts';
import type { Protocol } from './protocol.ts';
import { faultInWords } from './words.ts';
import { english } from './words-en.ts';

export type ArmSummary = {
  readonly paths: number;
  readonly fewestReads: number;
  readonly mostReads: number;
  /** The first path with the fewest reads. */
  readonly fewestWhen: readonly Point[];
  /** Paths and human reads by how they end: [reads, end, paths]. */
  readonly ends: readonly { readonly reads: number; readonly end: Path['end']; readonly paths: number }[];
};
export type Verified = {
  /** In English words; empty for a protocol that may be used. */
  readonly faults: readonly string[];
  /** The same faults, to be said in another language by words.ts. */
  readonly found: readonly Fault[];
  readonly arms: Readonly<Record<string, ArmSummary>>;
};

/**
 * Checks the whole and every arm: each path ends, whatever is answered and whatever fails; bands meet and do not overlap;
 * every step can happen; readers are distinct; nothing is asked or shown before it exists, against blindness or against the
 * policy; a machine that fails has a way out; enough people read.
 */
export function verify(protocol: Protocol, policy: ProtocolPolicy = leastPolicy): Verified {
  const all: Fault[] = [...checkWhole(protocol, policy)];
  const arms: Record<string, ArmSummary> = {};
  for (const arm of Object.keys(protocol.arms)) {
    const inSteps = checkSteps(protocol, arm, policy);
    all.push(...inSteps);
    if (inSteps.length > 0) continue;
    const paths = pathsOf(protocol, arm);
    if (paths === 'too-many') all.push(fault('too-many-paths', { arm }));
    else {
      all.push(...checkPaths(protocol, arm, paths, policy));
      arms[arm] = summary(paths);
    }
  }
  const found = together(all);
  return { faults: found.map((one) => faultInWords(one, protocol, english)), found, arms };
}

function summary(paths: readonly Path[]): ArmSummary {
  const reads = paths.map((p) => p.facts.reads.length);
  const fewestReads = Math.min(...reads);
  const ends = new Map<string, { reads: number; end: Path['end']; paths: number }>();
  for (const { facts, end } of paths) {
    const key = `${facts.reads.length} ${end}`;
    const before = ends.get(key) ?? { reads: facts.reads.length, end, paths: 0 };
    ends.set(key, { ...before, paths: before.paths + 1 });
  }
  return {
    paths: paths.length,
    fewestReads,
    mostReads: Math.max(...reads),
    fewestWhen: paths[reads.indexOf(fewestReads)]?.when ?? [],
    ends: [...ends.values()].sort((a, b) => a.reads - b.reads || a.end.localeCompare(b.end)),
  };
}
