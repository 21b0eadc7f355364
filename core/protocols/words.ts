/**
 * A protocol in words: each step a sentence, each condition a clause, the faults and the differences. The words of a language
 * are a table (words-en.ts; web/text has bokmål and nynorsk), so that the pages and the command line say the same.
 */
import type { Band } from './bands.ts';
import { split } from './evaluate.ts';
import type { Fault } from './fault.ts';
import { isKnownItem, machineItems } from './known.ts';
import type { Point } from './paths.ts';
import {
  type ConsensusStep,
  type Expr,
  type Name,
  type Protocol,
  type ReadStep,
  type Ref,
  type Sees,
  type Step,
  stepsOf,
} from './protocol.ts';
import type { ProtocolWords } from './words-en.ts';

/** What each name of an arm is called, and the words of a language. */
export type Naming = {
  readonly words: ProtocolWords;
  readonly steps: readonly Step[];
  readonly labels: ReadonlyMap<Name, string>;
};

/** 'reader 1', 'reader 1's second look', 'consensus', 'the machine': by their order in the arm, named when there are several. */
export function namingOf(protocol: Protocol, arm: string, words: ProtocolWords): Naming {
  const steps = stepsOf(protocol, arm);
  const labels = new Map<Name, string>();
  const several = (kind: 'ai' | 'consensus') => steps.filter((s) => kind in s).length > 1;
  let readers = 0;
  for (const step of steps) {
    if ('ai' in step) labels.set(step.ai, several('ai') ? words.label.machineNamed(step.ai) : words.label.machine);
    else if ('consensus' in step)
      labels.set(
        step.consensus,
        several('consensus') ? words.label.consensusNamed(step.consensus) : words.label.consensus,
      );
    else if ('read' in step && !labels.has(step.read)) {
      const revised = step.revises === undefined ? undefined : (labels.get(step.revises) ?? step.revises);
      if (revised === undefined) readers++;
      labels.set(step.read, revised === undefined ? words.label.reader(readers) : words.label.again(revised));
    }
  }
  return { words, steps, labels };
}

export function labelOf(name: Name, { labels }: Naming): string {
  return labels.get(name) ?? name;
}

/** 'score', 'score from machine b', 'age', 'score of the left breast from reader 1'. */
export function refInWords(ref: Ref, naming: Naming): string {
  const { words, steps, labels } = naming;
  const [name, field] = split(ref);
  if (!labels.has(name)) return isKnownItem(ref) ? words.items[ref] : ref;
  const item = machineItems.find((one) => one === (field ?? 'score'));
  const what = item ? words.fields[item] : ref;
  const machines = steps.filter((s) => 'ai' in s);
  const only = machines.length === 1 && machines.some((s) => 'ai' in s && s.ai === name);
  return only ? what : words.of(what, labelOf(name, naming));
}

export function conditionInWords(expr: Expr, naming: Naming): string {
  return clause(expr, false, naming);
}

function clause(expr: Expr, not: boolean, naming: Naming): string {
  const { words } = naming;
  const c = words.condition;
  if (typeof expr === 'boolean') return expr === not ? c.never : c.always;
  switch (expr[0]) {
    case 'not':
      return clause(expr[1], !not, naming);
    case 'and':
    case 'or': {
      const parts = expr.slice(1) as Expr[];
      if (parts.length === 0) return (expr[0] === 'and') === not ? c.never : c.always;
      const said = parts.map((part) => {
        const inner = clause(part, not, naming);
        return parts.length > 1 && joins(part) !== undefined && joins(part) !== expr[0] ? `(${inner})` : inner;
      });
      // Not (a and b) is said as: not a or not b.
      return (expr[0] === 'and') === not ? c.or(said) : c.and(said);
    }
    case 'pos': {
      const held = naming.steps.some((s) => 'consensus' in s && s.consensus === expr[1]);
      const say = held ? (not ? c.dismisses : c.recalls) : not ? c.negative : c.positive;
      return say(labelOf(expr[1], naming));
    }
    case 'disagree':
      return (not ? c.agree : c.disagree)(labelOf(expr[1], naming), labelOf(expr[2], naming));
    case 'missing':
      return missing(expr[1], not, naming);
    default:
      return comparison(expr[0], expr[1], expr[2], not, naming);
  }
}

/** How a condition joins several, seen through what negates it; undefined when it is a single one. */
function joins(expr: Expr): 'and' | 'or' | undefined {
  if (typeof expr === 'boolean') return undefined;
  if (expr[0] === 'not') {
    const inner = joins(expr[1]);
    return inner && (inner === 'and' ? 'or' : 'and');
  }
  return (expr[0] === 'and' || expr[0] === 'or') && expr.length > 2 ? expr[0] : undefined;
}

function missing(ref: Ref, not: boolean, naming: Naming): string {
  const c = naming.words.condition;
  const step = naming.steps.find(
    (s) => ('ai' in s && s.ai === ref) || ('read' in s && s.read === ref) || ('consensus' in s && s.consensus === ref),
  );
  const label = labelOf(ref, naming);
  if (!step) return (not ? c.given : c.missing)(refInWords(ref, naming));
  if ('ai' in step) return (not ? c.answers : c.silent)(label);
  return (not ? c.done : c.notDone)(label);
}

function comparison(
  op: 'ge' | 'gt' | 'lt' | 'eq',
  ref: Ref,
  limit: number | string,
  not: boolean,
  naming: Naming,
): string {
  const { words } = naming;
  const c = words.condition;
  const say = not ? { ge: c.lt, gt: c.le, lt: c.ge, eq: c.ne }[op] : c[op];
  return say(refInWords(ref, naming), typeof limit === 'number' ? words.number(limit) : limit);
}

/** 'earlier images, score and marks'. */
export function seesInWords(sees: readonly Sees[], naming: Naming): string {
  const { words } = naming;
  return words.list(
    sees.map((item) => {
      if (item === 'priors') return words.priors;
      const [name, field] = split(item);
      const step = naming.steps.find((s) => 'ai' in s && s.ai === name);
      if (step) return refInWords(field === undefined ? `${name}.all` : item, naming);
      const read = naming.steps.find((s) => 'read' in s && s.read === name);
      const label = labelOf(name, naming);
      return read && 'read' in read && read.revises === undefined ? words.opinion(label) : label;
    }),
  );
}

/** One sentence for each step of an arm, in order. */
export function stepsInWords(protocol: Protocol, arm: string, words: ProtocolWords): readonly string[] {
  const naming = namingOf(protocol, arm, words);
  return naming.steps.map((step) => sentence(stepInWords(step, naming)));
}

export function stepInWords(step: Step, naming: Naming): string {
  const what = action(step, naming);
  return step.when === undefined ? what : naming.words.step.when(conditionInWords(step.when, naming), what);
}

/** What a step does, without its condition. */
export function action(step: Step, naming: Naming): string {
  const { words } = naming;
  if ('ai' in step) {
    const sealed = isSealed(step.ai, naming.steps);
    const failing = sealed ? words.step.sealed : step.onFail === 'hold' ? words.step.hold : words.step.standard;
    return `${words.step.machine(labelOf(step.ai, naming), step.model)}; ${failing}`;
  }
  if ('read' in step) return readAction(step, naming);
  if ('consensus' in step) return consensusAction(step, naming);
  if (typeof step.end === 'boolean') return step.end ? words.step.ends.recall : words.step.ends.negative;
  return words.step.ends.by(conditionInWords(step.end, naming));
}

function readAction(step: ReadStep, naming: Naming): string {
  const { words } = naming;
  const who = labelOf(step.revises ?? step.read, naming);
  const others = (step.not ?? []).map((n) => labelOf(n, naming));
  return [
    step.revises === undefined ? words.step.read(who) : words.step.again(who),
    ...(step.grade === 'senior' ? [words.step.senior] : []),
    ...(others.length > 0 && step.revises === undefined ? [words.step.notSame(words.list(others))] : []),
    step.sees.length > 0 ? words.step.sees(seesInWords(step.sees, naming)) : words.step.seesNothing,
  ].join(', ');
}

function consensusAction(step: ConsensusStep, naming: Naming): string {
  const { words } = naming;
  return [
    words.step.consensus(labelOf(step.consensus, naming), step.min, step.max),
    step.sees.length > 0 ? words.step.sees(seesInWords(step.sees, naming)) : words.step.seesNothing,
    ...(step.default ? [words.step.proposed[step.default]] : []),
  ].join(', ');
}

/** A machine that no other step shows or asks about. */
export function isSealed(name: Name, steps: readonly Step[]): boolean {
  const speaksOf = (value: unknown): boolean =>
    typeof value === 'string' ? split(value)[0] === name : Array.isArray(value) && value.some(speaksOf);
  return !steps.some((s) => speaksOf('sees' in s ? s.sees : []) || speaksOf(s.when) || ('end' in s && speaksOf(s.end)));
}

export function bandInWords(what: string, { value, from, to }: Band, { words }: Naming): string {
  const n = words.number;
  if (value === null) return words.condition.missing(what);
  if (typeof value === 'string' || (from !== null && from === to))
    return words.band.exactly(what, typeof value === 'number' ? n(value) : value);
  if (from === null) return to === null ? what : words.band.under(what, n(to));
  return to === null ? words.band.over(what, n(from)) : words.band.between(what, n(from), n(to));
}

/** What was answered on a path. */
export function pathInWords(when: readonly Point[], naming: Naming): string {
  const { words } = naming;
  if (when.length === 0) return words.condition.always;
  return words.path.when(words.list(when.map((point) => pointInWords(point, naming))));
}

function pointInWords(point: Point, naming: Naming): string {
  const c = naming.words.condition;
  switch (point.kind) {
    case 'machine':
      return bandInWords(refInWords(`${point.name}.${point.field}`, naming), point.band, naming);
    case 'item':
      return bandInWords(refInWords(point.ref, naming), point.band, naming);
    case 'answers':
      return c.answers(labelOf(point.name, naming));
    case 'fails':
      return c.silent(labelOf(point.name, naming));
    case 'read':
      return (point.positive ? c.positive : c.negative)(labelOf(point.name, naming));
    default:
      return (point.recall ? c.recalls : c.dismisses)(labelOf(point.name, naming));
  }
}

/** A fault in words, with the arm it is in and a path on which it happens. */
export function faultInWords(fault: Fault, protocol: Protocol, words: ProtocolWords): string {
  const naming: Naming =
    fault.arm !== null && fault.arm in protocol.arms
      ? namingOf(protocol, fault.arm, words)
      : { words, steps: [], labels: new Map() };
  const at = typeof fault.at === 'number' ? words.label.end(fault.at) : (fault.at ?? '');
  const about = Object.fromEntries(
    Object.entries(fault.about).map(([key, value]) => [key, typeof value === 'number' ? words.number(value) : value]),
  );
  const said = words.faults[fault.code]({ at, ...about });
  const where = fault.when === null ? '' : `${pathInWords(fault.when, naming)}: `;
  const more = fault.more > 0 ? ` (${words.path.more(fault.more)})` : '';
  return fault.arm === null ? sentence(said, '') : `${fault.arm}: ${where}${said}${more}`;
}

/** With a capital, and a full stop. */
export function sentence(text: string, stop = '.'): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${stop}`;
}
