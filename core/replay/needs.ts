/**
 * What of a history a protocol can tell apart. A condition compares a value with limits, so all that matters is between
 * which limits it lies; two examinations that agree in every such band are the same examination to the protocol.
 */
import { POSITIVE_FROM } from '#core/protocols/facts';
import { split } from '#core/protocols/evaluate';
import { type Expr, type Name, type Protocol, type Ref, type Step, stepsOf } from '#core/protocols/protocol';
import { type ExtraId, extraFields, extraItems, type History, type ProductField, productFields } from './history.ts';
import { type Slots, slotsOf } from './slots.ts';

/** A column of the history: a reader's highest score or one breast's, her age, a product's value, or what few protocols ask. */
export type ColumnId =
  | `${'first' | 'second'}.${'max' | 'left' | 'right'}`
  | 'age'
  | `product.${ProductField}.${string}`
  | `extra.${ExtraId}`;

/** Where a column is cut: between values below `limit` and the rest, or (`after`) between those up to it and the rest. */
export type Cut = { readonly limit: number; readonly after: boolean };
export type Needs = ReadonlyMap<ColumnId, readonly Cut[]>;

/** The product of the history that answers for a step's model. */
export type ProductOf = (model: string) => string;

export function needsOf(steps: readonly Step[], conditions: readonly Expr[], productOf: ProductOf): Needs {
  const slots = slotsOf(steps);
  const products = new Map<Name, string>(
    steps.flatMap((s) => ('ai' in s ? [[s.ai, productOf(s.model)] as const] : [])),
  );
  const needs = new Map<ColumnId, Cut[]>();
  const need = (column: ColumnId | undefined, cuts: readonly Cut[]) => {
    if (column !== undefined) needs.set(column, [...(needs.get(column) ?? []), ...cuts]);
  };
  // Whether there is an answer at all makes a difference too.
  for (const slot of slots.of.values()) need(`${slot}.max`, []);
  for (const product of products.values()) need(`product.score.${product}`, []);
  const positive = (name: Name) => need(columnOf(name, slots, products), [{ limit: POSITIVE_FROM, after: false }]);
  const visit = (expr: Expr): void => {
    if (typeof expr === 'boolean') return;
    switch (expr[0]) {
      case 'and':
      case 'or':
      case 'not':
        for (const inner of expr.slice(1) as Expr[]) visit(inner);
        return;
      case 'pos':
        if (slots.of.has(expr[1])) positive(expr[1]);
        return;
      case 'disagree':
        for (const name of [expr[1], expr[2]]) if (slots.of.has(name)) positive(name);
        return;
      case 'missing':
        need(columnOf(expr[1], slots, products), []);
        return;
      default:
        need(columnOf(expr[1], slots, products), cutsOf(expr[0], expr[2]));
    }
  };
  for (const condition of conditions) visit(condition);
  return needs;
}

/** All conditions of some steps. */
export function conditionsOf(steps: readonly Step[]): readonly Expr[] {
  return steps.flatMap((s) => [...(s.when === undefined ? [] : [s.when]), ...('end' in s ? [s.end] : [])]);
}

function cutsOf(op: string, limit: number | string): readonly Cut[] {
  if (typeof limit !== 'number') return [];
  const [at, after] = [
    { limit, after: false },
    { limit, after: true },
  ];
  if (op === 'eq') return [at, after];
  return op === 'gt' ? [after] : [at];
}

function columnOf(ref: Ref, slots: Slots, products: ReadonlyMap<Name, string>): ColumnId | undefined {
  const [name, field] = split(ref);
  const slot = slots.of.get(name);
  if (slot)
    return field === undefined ? `${slot}.max` : field === 'left' || field === 'right' ? `${slot}.${field}` : undefined;
  const product = products.get(name);
  if (product !== undefined) {
    const known = productFields.find((f) => f === (field ?? 'score'));
    const extra = extraFields.find((f) => f === field);
    return known ? `product.${known}.${product}` : extra && `extra.${extra}.${product}`;
  }
  if (ref === 'age') return 'age';
  const item = extraItems.find((i) => i === ref);
  return item && `extra.${item}`;
}

/** What a history must be loaded with besides what every history has: fields of the machines' answers, and items of the woman. */
export type Extras = {
  readonly fields: readonly (typeof extraFields)[number][];
  readonly items: readonly (typeof extraItems)[number][];
};

export function extrasOf(arms: readonly { readonly protocol: Protocol; readonly arm: string }[]): Extras {
  const asked = arms.flatMap(({ protocol, arm }) => {
    const steps = stepsOf(protocol, arm);
    return [...needsOf(steps, [...conditionsOf(steps), ...Object.values(protocol.derived ?? {})], () => '').keys()];
  });
  return {
    fields: extraFields.filter((field) => asked.includes(`extra.${field}.`)),
    items: extraItems.filter((item) => asked.includes(`extra.${item}`)),
  };
}

/** The needs of several protocols together. */
export function joinNeeds(all: readonly Needs[]): Needs {
  const joined = new Map<ColumnId, readonly Cut[]>();
  for (const needs of all) for (const [id, cuts] of needs) joined.set(id, [...(joined.get(id) ?? []), ...cuts]);
  return joined;
}

/** The values of a product's column; undefined when the history has no such product. */
export function productColumn(history: History, id: ColumnId): Float32Array | undefined {
  const [, field, ...product] = id.split('.');
  return history.products[product.join('.')]?.[field as ProductField];
}
