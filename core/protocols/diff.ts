/** What is different between two versions of a protocol, and the differences in words. */
import { split } from './evaluate.ts';
import { type Expr, boundBy, type Protocol, type Sees, type Step } from './protocol.ts';
import { conditionInWords, type Naming, namingOf, labelOf, seesInWords, sentence, stepInWords } from './words.ts';
import type { ProtocolWords } from './words-en.ts';

type WholePart = keyof ProtocolWords['change']['whole'];
type StepPart = Exclude<keyof ProtocolWords['change']['part'], 'modality'>;

export type Change =
  | { readonly kind: 'whole'; readonly part: WholePart; readonly from: unknown; readonly to: unknown }
  | { readonly kind: 'arm-added' | 'arm-removed'; readonly arm: string }
  | { readonly kind: 'modality'; readonly arm: string; readonly from: unknown; readonly to: unknown }
  | { readonly kind: 'added' | 'removed' | 'moved'; readonly arm: string; readonly step: Step }
  | {
      readonly kind: 'sees';
      readonly arm: string;
      readonly step: Step;
      readonly more: readonly Sees[];
      readonly less: readonly Sees[];
    }
  | {
      readonly kind: 'part';
      readonly arm: string;
      readonly step: Step;
      readonly part: StepPart;
      readonly from: unknown;
      readonly to: unknown;
    };

const wholeParts: readonly WholePart[] = ['unit', 'ratio', 'strata', 'paired', 'derived', 'assume', 'visibility'];
const stepParts: readonly StepPart[] = [
  'model',
  'scale',
  'onFail',
  'not',
  'grade',
  'revises',
  'seats',
  'default',
  'when',
  'end',
];

/** Empty when the two say the same, whatever their ids and versions. What a step sees, and whom it is not for, has no order. */
export function diff(before: Protocol, after: Protocol): readonly Change[] {
  const whole = wholeParts.flatMap((part): readonly Change[] =>
    same(before[part], after[part]) ? [] : [{ kind: 'whole', part, from: before[part], to: after[part] }],
  );
  const gone = Object.keys(before.arms).filter((arm) => !(arm in after.arms));
  const arms = Object.entries(after.arms).flatMap(([arm, now]): readonly Change[] => {
    const old = before.arms[arm];
    if (!old) return [{ kind: 'arm-added', arm }];
    const modality: readonly Change[] = same(old.modality, now.modality)
      ? []
      : [{ kind: 'modality', arm, from: old.modality, to: now.modality }];
    return [...modality, ...stepChanges(arm, old.steps, now.steps)];
  });
  return [...whole, ...gone.map((arm): Change => ({ kind: 'arm-removed', arm })), ...arms];
}

function stepChanges(arm: string, before: readonly Step[], after: readonly Step[]): readonly Change[] {
  const [old, now] = [keyed(before), keyed(after)];
  const removed = [...old].filter(([key]) => !now.has(key));
  const kept = [...old.keys()].filter((key) => now.has(key));
  const inOrder = longestCommon(
    kept,
    [...now.keys()].filter((key) => old.has(key)),
  );
  return [
    ...removed.map(([, step]): Change => ({ kind: 'removed', arm, step })),
    ...[...now].flatMap(([key, step]): readonly Change[] => {
      const was = old.get(key);
      if (!was) return [{ kind: 'added', arm, step }];
      const moved: readonly Change[] = inOrder.has(key) ? [] : [{ kind: 'moved', arm, step }];
      return [...moved, ...partChanges(arm, was, step)];
    }),
  ];
}

/** Steps by what they bind, the first, second ... of a name apart; ends by their order. */
function keyed(steps: readonly Step[]): ReadonlyMap<string, Step> {
  const seen = new Map<string, number>();
  return new Map(
    steps.map((step) => {
      const kind = 'ai' in step ? 'ai' : 'read' in step ? 'read' : 'consensus' in step ? 'consensus' : 'end';
      const base = `${kind} ${boundBy(step) ?? ''}`;
      const n = seen.get(base) ?? 0;
      seen.set(base, n + 1);
      return [`${base} ${n}`, step];
    }),
  );
}

function partChanges(arm: string, was: Step, step: Step): readonly Change[] {
  const [old, now] = [partsOf(was), partsOf(step)];
  const parts = stepParts.flatMap((part): readonly Change[] =>
    same(old[part], now[part]) ? [] : [{ kind: 'part', arm, step, part, from: old[part], to: now[part] }],
  );
  const [saw, sees] = ['sees' in was ? was.sees : [], 'sees' in step ? step.sees : []];
  const more = sees.filter((item) => !saw.includes(item));
  const less = saw.filter((item) => !sees.includes(item));
  return more.length + less.length > 0 ? [...parts, { kind: 'sees', arm, step, more, less }] : parts;
}

/** Parts that mean the same written and not written are the same. */
function partsOf(step: Step): Readonly<Partial<Record<StepPart, unknown>>> {
  const when = step.when ?? true;
  if ('ai' in step) return { model: step.model, scale: step.scale, onFail: step.onFail ?? 'standard', when };
  if ('read' in step)
    return { not: [...new Set(step.not ?? [])].sort(), grade: step.grade ?? 'any', revises: step.revises, when };
  if ('consensus' in step) return { seats: [step.min, step.max], default: step.default, when };
  return { end: step.end, when };
}

function longestCommon(a: readonly string[], b: readonly string[]): ReadonlySet<string> {
  const at = new Map(b.map((key, i) => [key, i] as const));
  const best: string[][] = [];
  a.forEach((key, i) => {
    const before = best.filter((_, j) => j < i && (at.get(a[j] ?? '') ?? -1) < (at.get(key) ?? -1));
    best.push([...before.reduce<string[]>((x, y) => (y.length > x.length ? y : x), []), key]);
  });
  return new Set(best.reduce<string[]>((x, y) => (y.length > x.length ? y : x), []));
}

function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** JSON with the keys in order: a definition that has been stored has lost the order it was written in. */
export function canonical(value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
    .join()}}`;
}

/** The differences, each a sentence. */
export function diffInWords(before: Protocol, after: Protocol, words: ProtocolWords): readonly string[] {
  return diff(before, after).map((change) => {
    const said = changeInWords(change, before, after, words);
    return 'arm' in change && Object.keys(after.arms).length > 1 ? `${change.arm}: ${said}.` : sentence(said);
  });
}

function changeInWords(change: Change, before: Protocol, after: Protocol, words: ProtocolWords): string {
  const c = words.change;
  if (change.kind === 'whole') return c.was(c.whole[change.part], plain(change.from, words), plain(change.to, words));
  if (change.kind === 'modality') return c.was(c.part.modality, plain(change.from, words), plain(change.to, words));
  if (!('step' in change)) return (change.kind === 'arm-added' ? c.armAdded : c.armRemoved)(change.arm);
  const [was, now] = [namingOf(before, change.arm, words), namingOf(after, change.arm, words)];
  if (change.kind === 'removed') return c.removed(stepInWords(change.step, was));
  const label = stepLabel(change.step, now);
  if (change.kind === 'moved') return c.moved(label);
  if (change.kind === 'sees') {
    const { more, less } = change;
    return [
      ...(more.length > 0 ? [c.seesMore(label, seesInWords(more, now))] : []),
      ...(less.length > 0 ? [c.seesLess(label, seesInWords(less, was))] : []),
    ].join('; ');
  }
  if (change.kind !== 'part') return c.added(stepInWords(change.step, now));
  const say = (value: unknown, naming: Naming) => partInWords(change.part, value, naming);
  return `${label}: ${c.was(c.part[change.part], say(change.from, was), say(change.to, now))}`;
}

function stepLabel(step: Step, naming: Naming): string {
  const name = boundBy(step);
  return name === undefined ? naming.words.label.end(naming.steps.indexOf(step) + 1) : labelOf(name, naming);
}

function partInWords(part: StepPart, value: unknown, naming: Naming): string {
  if (part === 'when' || part === 'end') return conditionInWords(value as Expr, naming);
  if (part === 'not' || part === 'revises')
    return (
      naming.words.list([value ?? []].flat().map((name) => labelOf(split(String(name))[0], naming))) ||
      naming.words.change.none
    );
  if (part === 'scale' || part === 'seats')
    return Array.isArray(value) ? value.map((n) => naming.words.number(Number(n))).join('–') : naming.words.change.none;
  return plain(value, naming.words);
}

/** Values without words of their own are said as they are written. */
function plain(value: unknown, words: ProtocolWords): string {
  if (value === undefined) return words.change.none;
  if (value === true) return words.change.yes;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((v) => plain(v, words)).join(', ');
  return canonical(value)
    .replaceAll('"', '')
    .replace(/^\{|\}$/g, '');
}
