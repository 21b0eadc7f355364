/**
 * The x in [from, to] at which a decreasing function takes a value, to about 1e-12 of its size: Brent's method (Brent 1973,
 * Algorithms for Minimization without Derivatives, chapter 4), which keeps the root inside and cannot fail. A value
 * outside what the function takes gives the nearer end.
 */
export function rootDown(decreasing: (x: number) => number, target: number, from: number, to: number): number {
  let [a, b] = [from, to];
  let [fa, fb] = [decreasing(a) - target, decreasing(b) - target];
  if (fa <= 0) return a;
  if (fb >= 0) return b;
  let [c, fc] = [a, fa];
  let step = b - a;
  let before = step;
  for (let i = 0; i < 200; i++) {
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const tolerance = 2e-16 * Math.abs(b) + 5e-13 * Math.max(1, Math.abs(b));
    const middle = (c - b) / 2;
    if (Math.abs(middle) <= tolerance || fb === 0) return b;
    const [p, q] = interpolated(a, b, c, fa, fb, fc, middle);
    if (
      Math.abs(before) >= tolerance &&
      Math.abs(fa) > Math.abs(fb) &&
      2 * p < Math.min(3 * middle * q - Math.abs(tolerance * q), Math.abs(before * q))
    ) {
      before = step;
      step = p / q;
    } else {
      before = middle;
      step = middle;
    }
    [a, fa] = [b, fb];
    b += Math.abs(step) > tolerance ? step : Math.sign(middle) * tolerance;
    fb = decreasing(b) - target;
    if (Math.sign(fb) === Math.sign(fc)) {
      [c, fc] = [a, fa];
      step = b - a;
      before = step;
    }
  }
  return b;
}

/** The step from b as a fraction p/q with p >= 0: by the secant, or by inverse quadratic interpolation of three points. */
function interpolated(
  a: number,
  b: number,
  c: number,
  fa: number,
  fb: number,
  fc: number,
  middle: number,
): readonly [number, number] {
  const s = fb / fa;
  let p = 2 * middle * s;
  let q = 1 - s;
  if (a !== c) {
    const [t, r] = [fa / fc, fb / fc];
    p = s * (2 * middle * t * (t - r) - (b - a) * (r - 1));
    q = (t - 1) * (r - 1) * (s - 1);
  }
  return p > 0 ? [p, -q] : [-p, q];
}
