/** Every path through an arm, found by the interpreter itself: each answer that could make a difference is tried. */
import { type Asked, askedOf, type Band, bandsOf, conditionsOf, scaleOf } from './bands.ts';
import { split } from './evaluate.ts';
import { type AiFact, type Facts, noFacts, POSITIVE_FROM, type Score, withDecision } from './facts.ts';
import { isKnownItem, knownItems } from './known.ts';
import { type CaseOutcome, openTasks } from './open-tasks.ts';
import { boundBy, type Expr, type Name, type Protocol, type Ref, stepsOf } from './protocol.ts';

/** One answer on the way. */
export type Point =
  | { readonly kind: 'machine'; readonly name: Name; readonly field: string; readonly band: Band }
  | { readonly kind: 'answers' | 'fails'; readonly name: Name }
  | { readonly kind: 'item'; readonly ref: Ref; readonly band: Band }
  | { readonly kind: 'read'; readonly name: Name; readonly positive: boolean; readonly score: number }
  | { readonly kind: 'consensus'; readonly name: Name; readonly recall: boolean };

export type Path = {
  readonly when: readonly Point[];
  readonly facts: Facts;
  readonly end: CaseOutcome | 'no-end' | 'held';
};

type Asking = ReadonlyMap<Ref, Asked>;
type Way = { readonly protocol: Protocol; readonly arm: string; readonly asked: Asking };
type Branch = readonly [readonly Point[], Facts];

/** More than this no protocol for people has. */
const MOST = 20_000;

/** All paths, or 'too-many'. */
export function pathsOf(protocol: Protocol, arm: string, most = MOST): readonly Path[] | 'too-many' {
  const way: Way = { protocol, arm, asked: askedOf(conditionsOf(protocol, arm)) };
  const found: Path[] = [];
  const walk = (facts: Facts, when: readonly Point[]): boolean => {
    if (found.length >= most) return false;
    const next = nextFacts(way, facts);
    if (typeof next !== 'string') return next.every(([points, then]) => walk(then, [...when, ...points]));
    found.push({ when, facts, end: next });
    return true;
  };
  const starts = startsOf(way);
  return starts !== 'too-many' && starts.every(([points, facts]) => walk(facts, points)) ? found : 'too-many';
}

/** What may be known of the woman. */
function startsOf({ protocol, arm, asked }: Way): readonly Branch[] | 'too-many' {
  const bound = new Set(stepsOf(protocol, arm).map(boundBy));
  const items = [...asked].filter(([ref]) => !bound.has(split(ref)[0]));
  const choices = items.map(([ref, one]) => {
    const always = isKnownItem(ref) && knownItems[ref].always;
    return bandsOf({ ...one, missing: !always }).map((band): Point => ({ kind: 'item', ref, band }));
  });
  if (choices.reduce((n, list) => n * list.length, 1) > MOST) return 'too-many';
  return products(choices).map((points) => {
    const values = points.flatMap((p) => (p.kind === 'item' && p.band.value !== null ? [[p.ref, p.band.value]] : []));
    return [points, { ...noFacts, items: Object.fromEntries(values) }];
  });
}

function nextFacts(way: Way, facts: Facts): Path['end'] | readonly Branch[] {
  const now = openTasks(way.protocol, way.arm, facts);
  if (now.kind === 'closed') return now.outcome;
  if (now.kind === 'waiting') return now.for === 'ai' ? machineBranches(way, facts) : 'no-end';
  const task = now.tasks[0];
  if (!task) return 'no-end';
  const name = task.step;
  if (task.kind === 'consensus') {
    return (['recall', 'dismiss'] as const).map((decision) => {
      const point: Point = { kind: 'consensus', name, recall: decision === 'recall' };
      return [[point], withDecision(facts, name, decision)];
    });
  }
  const reader = task.only ?? `reader of ${name}`;
  return scorePairs(name, way.asked).map(([left, right]) => {
    const score = Math.max(left, right);
    const point: Point = { kind: 'read', name, positive: score >= POSITIVE_FROM, score };
    return [[point], { ...facts, reads: [...facts.reads, { step: name, reader, left, right, frozen: true }] }];
  });
}

function machineBranches({ protocol, arm, asked }: Way, facts: Facts): 'held' | 'no-end' | readonly Branch[] {
  const step = stepsOf(protocol, arm).find((s) => 'ai' in s && !(s.ai in facts.ai));
  if (!step || !('ai' in step)) return 'held';
  const name = step.ai;
  const fields = [...asked].filter(([ref]) => split(ref)[0] === name && split(ref)[1] !== undefined);
  const choices = fields.map(([ref, one]) => {
    const field = split(ref)[1] ?? 'score';
    return bandsOf(one, scaleOf(protocol, arm, name, field)).map(
      (band): Point => ({ kind: 'machine', name, field, band }),
    );
  });
  const given = (fact: AiFact): Facts => ({ ...facts, ai: { ...facts.ai, [name]: fact } });
  const answers = products(choices).map((points): Branch => {
    const values = points.flatMap((p) =>
      p.kind === 'machine' && p.band.value !== null ? [[p.field, p.band.value] as const] : [],
    );
    const said: readonly Point[] = points.length > 0 ? points : [{ kind: 'answers', name }];
    return [said, given({ kind: 'result', values: Object.fromEntries(values) })];
  });
  return [...answers, [[{ kind: 'fails', name }], given({ kind: 'failed' })]];
}

/** Scores that make a difference: normal and positive, and those beside each limit that is asked. */
function scorePairs(step: Name, asked: Asking): readonly (readonly [Score, Score])[] {
  const refs = ([undefined, 'left', 'right'] as const).map((f) => (f ? `${step}.${f}` : step));
  const limits = refs.flatMap((ref) => asked.get(ref)?.limits ?? []);
  const marks = [1, POSITIVE_FROM, ...limits.flatMap((v) => (typeof v === 'number' ? [v - 1, v, v + 1] : []))];
  const scores = [...new Set(marks)].filter((v): v is Score => Number.isInteger(v) && v >= 1 && v <= 5);
  if (!asked.has(`${step}.right`)) return scores.map((v) => [v, 1]);
  return scores.flatMap((left) => scores.map((right) => [left, right] as const));
}

function products<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>((all, list) => all.flatMap((p) => list.map((v) => [...p, v])), [[]]);
}

/** Names and references that a condition speaks of. */
export function refsOf(expr: Expr): readonly Ref[] {
  if (typeof expr === 'boolean') return [];
  const [op, ...rest] = expr;
  if (op === 'and' || op === 'or' || op === 'not') return (rest as Expr[]).flatMap(refsOf);
  return op === 'disagree' ? (rest as Ref[]) : [rest[0] as Ref];
}
