/**
 * Seeded random numbers for everything that is simulated. A stream is keyed by what it is for ("woman 17, attendance"),
 * so that two simulations that differ in one policy share every other draw (common random numbers).
 * Generator: sfc32 (Chris Doty-Humphrey, PractRand), seeded by FNV-1a and murmur3 finalisation of the key.
 * Not for secrets: allocation and identifiers use keyed hashes and the platform's generator.
 */
export type Random = {
  /** Uniform in [0, 1) with 53 random bits. */
  readonly next: () => number;
};

/** A reproducible stream for a key made of numbers and words. The same key always gives the same draws. */
export function random(...key: readonly (string | number)[]): Random {
  let h = 0x811c9dc5;
  const text = key.join('\u001f');
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return randomFromHash(h >>> 0, text.length);
}

/** A reproducible stream for whole-number keys, without building a string: for inner loops over millions of women. */
export function randomOf(seed: number, index: number, purpose: number): Random {
  return randomFromHash(mix(mix(seed) ^ Math.imul(index, 0x9e3779b1)) >>> 0, purpose);
}

function randomFromHash(h: number, salt: number): Random {
  const a = mix(h);
  const b = mix(h ^ 0x9e3779b9);
  const c = mix(Math.imul(salt + 1, 0x85ebca6b) ^ h);
  const next = draws(a, b, c);
  for (let i = 0; i < 6; i++) next();
  return { next };
}

/** The generator proper. It returns its function unnamed, because naming each one (as tsx does) costs more than the draws. */
function draws(a: number, b: number, c: number): () => number {
  let counter = 1;
  return () => {
    const high = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + high) | 0;
    const low = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + low) | 0;
    return ((high >>> 0) * 2097152 + (low >>> 11)) / 9007199254740992;
  };
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

export function chance(r: Random, probability: number): boolean {
  return r.next() < probability;
}

/** A whole number from `min` to `max`, both included. */
export function integer(r: Random, min: number, max: number): number {
  return min + Math.floor(r.next() * (max - min + 1));
}

/** Standard normal by Box-Muller (one of the pair). */
export function normal(r: Random, mean = 0, sd = 1): number {
  const u = 1 - r.next();
  const v = r.next();
  return mean + sd * Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
}

/** Exponential waiting time with the given rate (per unit of time). */
export function exponential(r: Random, rate: number): number {
  return -Math.log(1 - r.next()) / rate;
}

/** One of the values, with equal probability. Throws on an empty list. */
export function pick<Value>(r: Random, values: readonly Value[]): Value {
  const value = values[Math.floor(r.next() * values.length)];
  if (value === undefined) throw new Error('pick: nothing to choose from');
  return value;
}

/** Index drawn in proportion to non-negative weights. */
export function weighted(r: Random, weights: readonly number[]): number {
  let total = 0;
  for (const w of weights) total += w;
  let u = r.next() * total;
  for (let i = 0; i < weights.length; i++) {
    u -= weights[i] ?? 0;
    if (u < 0) return i;
  }
  return weights.length - 1;
}
