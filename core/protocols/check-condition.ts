/** What a condition may ask: only of what has happened by then, only what that thing can answer, only within its scale. */
import { split } from './evaluate.ts';
import { type Fault, type FaultCode, fault } from './fault.ts';
import { isKnownItem, isMachineField, knownItems, wordFields } from './known.ts';
import type { Expr, Name, Ref, Step } from './protocol.ts';

export type Asker = {
  readonly at: string | number;
  readonly arm: string;
  /** Steps before this one, by what they bind. */
  readonly before: ReadonlyMap<Name, Step>;
  /** All steps of the arm. */
  readonly all: ReadonlyMap<Name, Step>;
};

export function checkCondition(expr: Expr, asker: Asker): readonly Fault[] {
  if (typeof expr === 'boolean') return [];
  switch (expr[0]) {
    case 'and':
    case 'or':
    case 'not':
      return (expr.slice(1) as Expr[]).flatMap((inner) => checkCondition(inner, asker));
    case 'pos':
      return opinion(expr[1], asker);
    case 'disagree':
      return [...opinion(expr[1], asker), ...opinion(expr[2], asker)];
    case 'missing':
      return known(expr[1], asker);
    default:
      return [...known(expr[1], asker), ...limit(expr[1], expr[2], asker)];
  }
}

const about = (code: FaultCode, { at, arm }: Asker, more: Fault['about']): readonly Fault[] => [
  fault(code, { at, arm }, more),
];

function opinion(name: Name, asker: Asker): readonly Fault[] {
  const step = asker.all.get(name);
  if (!step) return about(isKnownItem(name) ? 'not-an-opinion' : 'unknown', asker, { ref: name });
  if ('ai' in step) return about('not-an-opinion', asker, { ref: name });
  return asker.before.has(name) ? [] : about('not-yet', asker, { ref: name });
}

function known(ref: Ref, asker: Asker): readonly Fault[] {
  const [name, field] = split(ref);
  const step = asker.all.get(name);
  if (!step) return isKnownItem(ref) ? [] : about('unknown', asker, { ref });
  if (!asker.before.has(name)) return about('not-yet', asker, { ref: name });
  if (field === undefined) return [];
  const has = 'ai' in step ? isMachineField(field) : 'read' in step && (field === 'left' || field === 'right');
  return has ? [] : about('unknown-field', asker, { ref });
}

/** A limit is a number where the value is one, and lies within the scale: else the condition never, or always, holds. */
function limit(ref: Ref, value: number | string, asker: Asker): readonly Fault[] {
  const [name, field] = split(ref);
  const step = asker.all.get(name);
  if (step && 'consensus' in step) return about('no-number', asker, { ref });
  if (step && 'ai' in step && field === undefined) return about('no-number', asker, { ref });
  const words = isKnownItem(ref) ? knownItems[ref].words : wordFields.has(field ?? '');
  if ((typeof value === 'string') !== words) return about('wrong-limit', asker, { ref, value });
  const scale = scaleFor(step, field);
  if (!scale || typeof value === 'string' || (value >= scale[0] && value <= scale[1])) return [];
  return about('outside-scale', asker, { ref, value, low: scale[0], high: scale[1] });
}

function scaleFor(step: Step | undefined, field: string | undefined): readonly [number, number] | undefined {
  if (!step) return undefined;
  if ('read' in step) return [1, 5];
  if (!('ai' in step)) return undefined;
  if (field === 'pct') return [0, 100];
  return field === 'score' || field === 'left' || field === 'right' ? step.scale : undefined;
}
