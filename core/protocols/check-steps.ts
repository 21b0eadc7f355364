/** What each step must hold, in its place: it asks about and shows only what is there, and its readers are distinct. */
import { askedOf, conditionsIn, conditionsOf } from './bands.ts';
import { checkCondition } from './check-condition.ts';
import { split } from './evaluate.ts';
import { type Fault, fault } from './fault.ts';
import { isKnownItem, knownItems, machineItems } from './known.ts';
import { hiddenKind, type ProtocolPolicy } from './policy.ts';
import { boundBy, type Name, type Protocol, type ReadStep, type Step, stepsOf } from './protocol.ts';

type Place = { readonly at: string | number; readonly arm: string };

export function checkSteps(protocol: Protocol, arm: string, policy: ProtocolPolicy): readonly Fault[] {
  const steps = stepsOf(protocol, arm);
  const all = new Map(steps.flatMap((s) => (boundBy(s) ? [[boundBy(s) as Name, s] as const] : [])));
  const before = new Map<Name, Step>();
  const faults: Fault[] = [];
  steps.forEach((step, i) => {
    const bound = boundBy(step);
    const place: Place = { at: bound ?? i + 1, arm };
    for (const condition of conditionsIn(step)) faults.push(...checkCondition(condition, { ...place, before, all }));
    if ('sees' in step) for (const item of step.sees) faults.push(...checkSees(item, step, place, before, policy));
    if ('read' in step) faults.push(...checkReader(step, place, before));
    if ('consensus' in step && step.min > step.max)
      faults.push(fault('seats', place, { min: step.min, max: step.max }));
    if ('ai' in step && step.scale && step.scale[0] >= step.scale[1]) faults.push(fault('empty-scale', place));
    const earlier = bound === undefined ? undefined : before.get(bound);
    if (earlier && !('read' in step && 'read' in earlier)) faults.push(fault('bound-twice', place));
    if (bound) before.set(bound, step);
  });
  if (!steps.some((s) => 'end' in s)) faults.push(fault('nothing-ends', { arm }));
  return [...faults, ...missingFaults(protocol, arm)];
}

/**
 * A comparison with what is not known does not hold, so that a woman of unknown risk would be treated as one of low risk without
 * anybody having said so. A fact that is not always known must be asked about with `missing` too, somewhere in the arm.
 */
function missingFaults(protocol: Protocol, arm: string): readonly Fault[] {
  const asked = askedOf(conditionsOf(protocol, arm));
  return [...asked].flatMap(([ref, { limits, missing }]) => {
    if (!isKnownItem(ref) || knownItems[ref].always || missing || limits.length === 0) return [];
    const first = stepsOf(protocol, arm).findIndex((s) => askedOf(conditionsIn(s)).has(ref));
    return [fault('missing-unsaid', { arm, at: boundBy(stepsOf(protocol, arm)[first] as Step) ?? first + 1 }, { ref })];
  });
}

function checkSees(
  item: string,
  step: Step,
  place: Place,
  before: ReadonlyMap<Name, Step>,
  policy: ProtocolPolicy,
): readonly Fault[] {
  if (item === 'priors') return [];
  const [name, field] = split(item);
  const source = before.get(name);
  if (!source) return [fault('sees-unbound', place, { item })];
  const isItem = 'ai' in source ? machineItems.some((one) => one === (field ?? 'all')) : field === undefined;
  if (!isItem) return [fault('sees-unknown', place, { item })];
  if (policy.blindReads && 'read' in step && !('ai' in source) && !isOwn(name, step, before))
    return [fault('sees-opinion', place, { item })];
  const kind = hiddenKind(item, source);
  return kind && policy.hidden.radiologist?.includes(kind) ? [fault('forbidden', place, { item })] : [];
}

/** Whether a read is one that this step revises, directly or further back. */
function isOwn(name: Name, step: ReadStep, before: ReadonlyMap<Name, Step>): boolean {
  if (step.revises === undefined) return false;
  if (step.revises === name) return true;
  const revised = before.get(step.revises);
  return revised !== undefined && 'read' in revised && revised.revises !== step.revises && isOwn(name, revised, before);
}

function checkReader(step: ReadStep, place: Place, before: ReadonlyMap<Name, Step>): readonly Fault[] {
  if (step.revises !== undefined) {
    const revised = before.get(step.revises);
    if (!revised) return [fault('revises-unbound', place, { name: step.revises })];
    return 'read' in revised && step.revises !== step.read
      ? []
      : [fault('revises-no-read', place, { name: step.revises })];
  }
  const isRead = (name: Name) => 'read' in (before.get(name) ?? {});
  const unknown = (step.not ?? []).filter((n) => !isRead(n)).map((name) => fault('not-unbound', place, { name }));
  const independent = [...before.values()].flatMap((s) =>
    'read' in s && s.revises === undefined && s.read !== step.read ? [s.read] : [],
  );
  const shared = independent.filter((n) => !(step.not ?? []).includes(n));
  return [...unknown, ...shared.map((name) => fault('same-reader', place, { name }))];
}
