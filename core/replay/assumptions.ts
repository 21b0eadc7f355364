/** What a replay takes for granted, as data: the page and the command line put it in words, and a stored run keeps it. */
import { split } from '#core/protocols/evaluate';
import { type Protocol, type Step, stepsOf } from '#core/protocols/protocol';
import { refsOf } from '#core/protocols/paths';
import { type ExtraId, extraItems, type History, productFields } from './history.ts';
import { conditionsOf, type ProductOf } from './needs.ts';
import { slotsOf } from './slots.ts';
import type { Totals } from './totals.ts';

export const assumptionCodes = [
  'consensus-as-decided',
  'unseen-recalls-cancers',
  'unseen-dismissed',
  'unseen-not-said',
  'unseen-share',
  'looks-keep-opinion',
  'read-lacked',
  'senior-as-any',
  'readers-saw-no-machine',
  'ai-lacked',
  'held',
  'recalls-new',
  'modality',
  'not-in-history',
] as const;
export type AssumptionCode = (typeof assumptionCodes)[number];

/** `count` = examinations (or reads, meetings) it touches; `steps` = names in the protocol; `share` 0-1. */
export type Assumption = {
  readonly what: AssumptionCode;
  readonly count?: number;
  readonly share?: number;
  readonly steps?: readonly string[];
};

/** Everything assumed in one protocol's result, the most consequential first. */
export function assumptionsOf(
  protocol: Protocol,
  arm: string,
  totals: Totals,
  { extras }: Pick<History, 'extras'>,
  productOf: ProductOf,
): readonly Assumption[] {
  const steps = stepsOf(protocol, arm);
  const slots = slotsOf(steps);
  const all: Assumption[] = [];
  if (totals.consensusLacked > 0) all.push(onUnseen(protocol, totals.consensusLacked));
  if (steps.some((s) => 'consensus' in s))
    all.push({ what: 'consensus-as-decided', count: totals.consensus - totals.consensusLacked });
  if (totals.recallsNew > 0) all.push({ what: 'recalls-new', count: totals.recallsNew });
  const shown = steps.filter(
    (s) => 'read' in s && s.revises === undefined && s.sees.some((item) => isMachine(steps, item)),
  );
  if (shown.length > 0) all.push({ what: 'readers-saw-no-machine', steps: namesOf(shown) });
  if (totals.looks > 0) all.push({ what: 'looks-keep-opinion', count: totals.looks, steps: [...slots.looks] });
  if (totals.readsLacked > 0) all.push({ what: 'read-lacked', count: totals.readsLacked });
  const senior = steps.filter((s) => 'read' in s && s.grade === 'senior');
  if (senior.length > 0) all.push({ what: 'senior-as-any', steps: namesOf(senior) });
  if (totals.aiLacked > 0) all.push({ what: 'ai-lacked', count: totals.aiLacked });
  if (totals.held > 0) all.push({ what: 'held', count: totals.held });
  const { modality } = protocol.arms[arm] ?? {};
  if (modality !== undefined && modality !== 'DM') all.push({ what: 'modality', steps: [modality] });
  const unknown = notInHistory(steps, extras, productOf);
  if (unknown.length > 0) all.push({ what: 'not-in-history', steps: unknown });
  return all;
}

function onUnseen({ assume }: Protocol, count: number): Assumption {
  if (!assume) return { what: 'unseen-not-said', count };
  if (assume.consensusOnUnseen === 'dismiss') return { what: 'unseen-dismissed', count };
  if (assume.consensusOnUnseen === 'recallCancers')
    return { what: 'unseen-recalls-cancers', count, share: assume.detectInterval ?? 1 };
  return { what: 'unseen-share', count, share: assume.consensusOnUnseen };
}

function isMachine(steps: readonly Step[], item: string): boolean {
  return steps.some((s) => 'ai' in s && s.ai === split(item)[0]);
}

function namesOf(steps: readonly Step[]): readonly string[] {
  return [...new Set(steps.flatMap((s) => ('read' in s ? [s.read] : [])))];
}

/** What conditions ask about that this history has of nobody: density, a tag, a field that no product gives. */
function notInHistory(steps: readonly Step[], extras: History['extras'], productOf: ProductOf): readonly string[] {
  const bound = new Set(steps.flatMap((s) => ('read' in s ? [s.read] : 'consensus' in s ? [s.consensus] : [])));
  const refs = conditionsOf(steps).flatMap(refsOf);
  const known = (ref: string) => {
    const [name, field] = split(ref);
    const machine = steps.find((s) => 'ai' in s && s.ai === name);
    if (machine && 'ai' in machine) {
      const known = field === undefined || productFields.some((f) => f === field);
      return known || extras[`${field}.${productOf(machine.model)}` as ExtraId] !== undefined;
    }
    return bound.has(name) || ref === 'age' || extraItems.some((item) => item === ref && extras[item] !== undefined);
  };
  return [...new Set(refs.filter((ref) => !known(ref)))];
}
