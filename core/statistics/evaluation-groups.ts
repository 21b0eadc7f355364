/** The same score in parts of the cases: by age, density, vendor, unit, round. */
import { type Auc, auc } from './delong.ts';
import type { EvaluationInput } from './evaluation-input.ts';
import { type Share, share } from './operating-points.ts';

export type Group = {
  readonly by: string;
  readonly name: string;
  readonly cases: number;
  /** null when the group has no case with the outcome, or none without. */
  readonly auc: Auc | null;
  /** At the threshold that is used for all; null without one, or without cases to count. */
  readonly sensitivity: Share | null;
  readonly selected: Share | null;
};

/** Every group of every division, at one threshold. */
export function groupsOf({ set, groupings }: EvaluationInput, threshold: number | undefined): readonly Group[] {
  return groupings.flatMap(({ by, names, of }) => {
    const places: Int32Array[] = [];
    const sizes = new Int32Array(names.length);
    for (const group of of) sizes[group] = (sizes[group] as number) + 1;
    for (const size of sizes) places.push(new Int32Array(size));
    sizes.fill(0);
    for (let i = 0; i < of.length; i++) {
      const group = of[i] as number;
      (places[group] as Int32Array)[sizes[group] as number] = i;
      sizes[group] = (sizes[group] as number) + 1;
    }
    return names.map((name, i) => ({ by, name, ...groupOf(set, places[i] ?? new Int32Array(), threshold) }));
  });
}

function groupOf(set: EvaluationInput['set'], places: Int32Array, threshold: number | undefined) {
  const cases = places.length;
  const scores = new Float64Array(cases);
  const positive = new Uint8Array(cases);
  let [ill, found, selected] = [0, 0, 0];
  for (let k = 0; k < cases; k++) {
    const at = places[k] as number;
    const [score, outcome] = [set.scores[at] as number, set.positive[at] as number];
    scores[k] = score;
    positive[k] = outcome;
    ill += outcome;
    if (threshold === undefined || score < threshold) continue;
    selected++;
    found += outcome;
  }
  const both = ill > 0 && ill < cases;
  const { weights, clusters } = set;
  return {
    cases,
    auc: both
      ? auc({
          scores,
          positive,
          ...(weights ? { weights: Float64Array.from(places, (at) => weights[at] as number) } : {}),
          ...(clusters ? { clusters: renumbered(places, clusters) } : {}),
        })
      : null,
    sensitivity: threshold !== undefined && ill > 0 ? share(found, ill) : null,
    selected: threshold !== undefined && cases > 0 ? share(selected, cases) : null,
  };
}

/** Clusters of the group from 0 without gaps. */
function renumbered(places: Int32Array, clusters: Int32Array): Int32Array {
  const numbers = new Map<number, number>();
  return places.map((at) => {
    const cluster = clusters[at] as number;
    const known = numbers.get(cluster) ?? numbers.size;
    numbers.set(cluster, known);
    return known;
  });
}
