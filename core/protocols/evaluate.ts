/**
 * Conditions over the facts, in four values: true, false, `pending` (something awaited decides it) and `failed` (a machine
 * gave no result, so it will never be known). A step that was not asked for is not positive, and comparisons with it are
 * false. Kleene's strong three-valued logic, with the unknown split in two: pending wins, because it may still resolve.
 */
import { type Facts, isPositive } from './facts.ts';
import type { Expr, Name, Ref } from './protocol.ts';

export type Truth = boolean | 'pending' | 'failed';

/** What the interpreter knows about the names bound so far. */
export type Standing = {
  readonly facts: Facts;
  readonly status: ReadonlyMap<Name, 'done' | 'pending' | 'failed' | 'skipped'>;
};

export function evaluate(expr: Expr, at: Standing): Truth {
  if (typeof expr === 'boolean') return expr;
  switch (expr[0]) {
    case 'and':
      return both(expr.slice(1) as Expr[], at);
    case 'or':
      return not(
        both(
          (expr.slice(1) as Expr[]).map((e): Expr => ['not', e]),
          at,
        ),
      );
    case 'not':
      return not(evaluate(expr[1], at));
    case 'pos':
      return positive(expr[1], at);
    case 'missing':
      return missing(expr[1], at);
    case 'disagree':
      return differ(positive(expr[1], at), positive(expr[2], at));
    default:
      return compare(expr[0], expr[1], expr[2], at);
  }
}

function both(all: readonly Expr[], at: Standing): Truth {
  const values = all.map((e) => evaluate(e, at));
  if (values.includes(false)) return false;
  if (values.includes('pending')) return 'pending';
  return values.includes('failed') ? 'failed' : true;
}

function not(value: Truth): Truth {
  return typeof value === 'boolean' ? !value : value;
}

function differ(a: Truth, b: Truth): Truth {
  if (a === 'pending' || b === 'pending') return 'pending';
  return a === 'failed' || b === 'failed' ? 'failed' : a !== b;
}

function positive(name: Name, { facts, status }: Standing): Truth {
  const standing = status.get(name);
  if (standing === 'pending' || standing === 'failed') return standing;
  const read = facts.reads.find((r) => r.step === name);
  if (read) return isPositive(read);
  return facts.consensus.find((c) => c.step === name)?.decision === 'recall';
}

function missing(ref: Ref, { facts, status }: Standing): Truth {
  const [name, field] = split(ref);
  const standing = status.get(name);
  if (standing === undefined) return facts.items[ref] === undefined;
  if (standing !== 'done') return standing === 'pending' ? 'pending' : true;
  return field !== undefined && fieldOf(ref, facts) === undefined;
}

function compare(op: 'ge' | 'gt' | 'lt' | 'eq', ref: Ref, limit: number | string, at: Standing): Truth {
  const standing = at.status.get(split(ref)[0]);
  if (standing === 'pending' || standing === 'failed') return standing;
  const value = fieldOf(ref, at.facts);
  if (value === undefined || typeof value !== typeof limit) return false;
  if (op === 'eq') return value === limit;
  if (op === 'lt') return value < limit;
  return op === 'gt' ? value > limit : value >= limit;
}

/** A read's plain value is its highest score; 'r1.left' is one breast's. */
function fieldOf(ref: Ref, facts: Facts): number | string | undefined {
  const [name, field] = split(ref);
  const read = facts.reads.find((r) => r.step === name);
  if (read) {
    if (field === undefined) return Math.max(read.left, read.right);
    return field === 'left' || field === 'right' ? read[field] : undefined;
  }
  const ai = facts.ai[name];
  if (ai) return ai.kind === 'result' ? ai.values[field ?? 'score'] : undefined;
  return facts.items[ref];
}

export function split(ref: Ref): readonly [Name, string | undefined] {
  const dot = ref.indexOf('.');
  return dot < 0 ? [ref, undefined] : [ref.slice(0, dot), ref.slice(dot + 1)];
}
