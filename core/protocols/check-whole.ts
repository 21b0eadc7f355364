/** What a protocol must hold as a whole: its arms, how they are drawn, its strategies, and who sees a closed case. */
import { checkCondition } from './check-condition.ts';
import { split } from './evaluate.ts';
import { type Fault, fault } from './fault.ts';
import { boundBy, type Name, type Protocol, type Sees, type Step, stepsOf } from './protocol.ts';
import { hiddenKind, type ProtocolPolicy } from './policy.ts';

/** Roles that may see something of a case that is closed (visible.ts). */
const viewers: readonly string[] = ['office', 'coordinator', 'radiographer', 'radiologist'];

/** Drawn, or chosen, when the images are there already. */
const late: readonly Protocol['unit'][] = ['exam', 'readingDay', 'readerChoice'];

export function checkWhole(protocol: Protocol, policy: ProtocolPolicy): readonly Fault[] {
  return [...armFaults(protocol), ...strategyFaults(protocol), ...viewerFaults(protocol, policy)];
}

function armFaults({ arms, ratio, unit, paired }: Protocol): readonly Fault[] {
  const names = Object.keys(arms);
  const faults: Fault[] = names.length === 0 ? [fault('no-arm')] : [];
  for (const arm of Object.keys(ratio ?? {}).filter((n) => !names.includes(n)))
    faults.push(fault('ratio-no-arm', {}, { arm }));
  for (const arm of ratio ? names.filter((n) => !(n in ratio)) : []) faults.push(fault('ratio-missing', {}, { arm }));
  if (ratio && (paired || unit === 'readerChoice')) faults.push(fault('ratio-not-drawn'));
  if (paired && names.length > 1) faults.push(fault('paired-arms'));
  if (names.length === 1 && (unit === 'readingDay' || unit === 'readerChoice')) faults.push(fault('one-arm'));
  const modalities = new Set(Object.values(arms).map((arm) => arm.modality ?? ''));
  if (modalities.size > 1 && late.includes(unit)) faults.push(fault('modality-late'));
  return faults;
}

/** A strategy of a paired design speaks of what is bound when the case ends, in every arm. */
function strategyFaults(protocol: Protocol): readonly Fault[] {
  const strategies = Object.entries(protocol.derived ?? {});
  if (protocol.paired && strategies.length === 0) return [fault('paired-no-strategy')];
  return Object.keys(protocol.arms).flatMap((arm) => {
    const bound = boundIn(protocol, arm);
    return strategies.flatMap(([at, expr]) => checkCondition(expr, { at, arm, before: bound, all: bound }));
  });
}

function viewerFaults(protocol: Protocol, policy: ProtocolPolicy): readonly Fault[] {
  return Object.entries(protocol.visibility ?? {}).flatMap(([role, sees]) => {
    if (!viewers.includes(role)) return [fault('visibility-role', {}, { role })];
    // An arm may lack what another has (a machine's result): it is enough that one has it.
    const arms = Object.keys(protocol.arms).map((arm) => boundIn(protocol, arm));
    const faults = sees.map((item) => viewerFault(role, item, arms, policy));
    return faults.filter((f) => f !== undefined);
  });
}

function viewerFault(
  role: string,
  item: Sees,
  arms: readonly ReadonlyMap<Name, Step>[],
  policy: ProtocolPolicy,
): Fault | undefined {
  const source = arms.map((bound) => bound.get(split(item)[0])).find(Boolean);
  if (item !== 'priors' && !source) return fault('sees-unbound', { at: role }, { item });
  const kind = hiddenKind(item, source);
  return kind && policy.hidden[role]?.includes(kind) ? fault('forbidden', { at: role }, { item }) : undefined;
}

function boundIn(protocol: Protocol, arm: string): ReadonlyMap<Name, Step> {
  return new Map(stepsOf(protocol, arm).flatMap((s) => (boundBy(s) ? [[boundBy(s) as Name, s] as const] : [])));
}
