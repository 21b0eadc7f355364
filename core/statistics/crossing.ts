/**
 * The distribution of a sequence of test statistics that goes on only while below the boundary, carried from look to look
 * by numerical integration (Armitage, McPherson and Rowe 1969, J R Stat Soc A 132:235). Grid and Simpson weights as in
 * Jennison and Turnbull, Group Sequential Methods with Applications to Clinical Trials (2000), section 19.2.
 */
import { normalUpper } from './tails.ts';

export type Boundary = {
  /** Share of the planned information. */
  readonly information: number;
  /** The study stops when z is at or above this; infinite = it does not stop at this look. */
  readonly z: number;
};

/** z at a look, among those that have gone on: points with their density times the weight of the integration. */
export type Stage = {
  readonly drift: number;
  readonly information: number;
  readonly z: Float64Array;
  readonly mass: Float64Array;
};

/** Points to each side of the middle: the figures are then right to about 1e-6. */
const POINTS = 18;

/** Before the first look. */
export function begin(drift: number): Stage {
  return { drift, information: 0, z: new Float64Array(1), mass: new Float64Array([1]) };
}

/** Probability of going on until a look and there being at z or above. `information` above the stage's. */
export function crossingAt(stage: Stage, information: number, z: number): number {
  if (z === Number.POSITIVE_INFINITY) return 0;
  const step = information - stage.information;
  const root = Math.sqrt(step);
  let sum = 0;
  for (let i = 0; i < stage.z.length; i++) {
    const reached = (stage.z[i] ?? 0) * Math.sqrt(stage.information) + stage.drift * step;
    sum += (stage.mass[i] ?? 0) * normalUpper((z * Math.sqrt(information) - reached) / root);
  }
  return sum;
}

/** Those who go on after a look with boundary z. */
export function carry(stage: Stage, information: number, z: number): Stage {
  const step = information - stage.information;
  const [points, weights] = grid(stage.drift * Math.sqrt(information), z);
  const [before, root] = [Math.sqrt(stage.information), Math.sqrt(step)];
  const scale = Math.sqrt(information / (2 * Math.PI * step));
  const mass = new Float64Array(points.length);
  for (let j = 0; j < points.length; j++) {
    const at = (points[j] ?? 0) * Math.sqrt(information) - stage.drift * step;
    let density = 0;
    for (let i = 0; i < stage.z.length; i++) {
      const u = (at - (stage.z[i] ?? 0) * before) / root;
      density += (stage.mass[i] ?? 0) * Math.exp(-0.5 * u * u);
    }
    mass[j] = density * scale * (weights[j] ?? 0);
  }
  return { drift: stage.drift, information, z: points, mass };
}

/** Simpson's rule on points that lie close near the mean and ever farther apart in the tails, cut off at the boundary. */
function grid(mean: number, upper: number): readonly [Float64Array, Float64Array] {
  const r = POINTS;
  const all: number[] = [];
  for (let i = 1; i < 6 * r; i++) {
    const x =
      i < r ? -3 - 4 * Math.log(r / i) : i <= 5 * r ? -3 + (3 * (i - r)) / (2 * r) : 3 + 4 * Math.log(r / (6 * r - i));
    all.push(mean + x);
  }
  const inside = all.filter((x) => x < upper);
  const ends = inside.length < all.length ? [...inside, upper] : inside;
  if (ends.length < 2) return [new Float64Array(0), new Float64Array(0)];
  const z = new Float64Array(2 * ends.length - 1);
  const weight = new Float64Array(z.length);
  for (let i = 0; i + 1 < ends.length; i++) {
    const [a, b] = [ends[i] ?? 0, ends[i + 1] ?? 0];
    z[2 * i] = a;
    z[2 * i + 1] = (a + b) / 2;
    z[2 * i + 2] = b;
    weight[2 * i] = (weight[2 * i] ?? 0) + (b - a) / 6;
    weight[2 * i + 1] = (4 * (b - a)) / 6;
    weight[2 * i + 2] = (b - a) / 6;
  }
  return [z, weight];
}
