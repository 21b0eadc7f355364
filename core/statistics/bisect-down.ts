/** The x in [from, to] at which a decreasing function takes a value, to the last bit that bisection and the secant can tell. */
export function bisectDown(decreasing: (x: number) => number, target: number, from: number, to: number): number {
  let [low, high] = [from, to];
  let [above, below] = [decreasing(low) - target, decreasing(high) - target];
  if (above <= 0) return low;
  if (below >= 0) return high;
  // Illinois' variant of false position, on the logarithm where both are positive; it keeps the root inside and cannot fail.
  for (let i = 0; i < 200 && high - low > 1e-13 * Math.max(1, Math.abs(high)); i++) {
    const secant = high - (below * (high - low)) / (below - above);
    const x = i % 3 === 2 || !(secant > low && secant < high) ? (low + high) / 2 : secant;
    const value = decreasing(x) - target;
    if (value === 0) return x;
    if (value > 0) {
      low = x;
      above = value;
      below /= 2;
    } else {
      high = x;
      below = value;
      above /= 2;
    }
  }
  return (low + high) / 2;
}
