/** The score keys, laid as the images hang: the right breast is on the screen's left, so it has the row's left half. */
import type { Score } from '#core/protocols/facts';

export const scale: readonly Score[] = [1, 2, 3, 4, 5];
export type Side = 'right' | 'left';
export const sides: readonly Side[] = ['right', 'left'];
const keys: Readonly<Record<Side, readonly string[]>> = {
  right: ['1', '2', '3', '4', '5'],
  left: ['6', '7', '8', '9', '0'],
};

export function keyOf(side: Side, score: Score): string {
  return keys[side][score - 1] ?? '';
}

export const findingKinds = ['mass', 'calcification', 'distortion', 'asymmetry', 'lymph-node', 'skin'] as const;
export type Finding = { readonly breast: Side; readonly kind: (typeof findingKinds)[number] };
export type Opinion = { readonly left: Score; readonly right: Score; readonly findings: readonly Finding[] };
