/** Where a woman lives, and lived: a postal code by weight in her municipality, and moves drawn backwards from today. */
import type { Country, Municipality, PostalCode } from './country.ts';
import type { Life } from './life.ts';
import type { Home } from './world.ts';

export type HomePicker = {
  /** A postal code of the municipality for a uniform draw. */
  readonly homeIn: (municipality: Municipality, u: number) => Home;
  /** Where she lived on each day up to the cut, when she lives at `now` then. */
  readonly homesOf: (life: Life, now: Home, cut: number) => (day: number) => Home;
};

export function createHomePicker(country: Country): HomePicker {
  const size = new Map(country.women.map((w) => [w.municipality, w.ages.reduce((a, b) => a + b, 0)]));
  const women = (m: Municipality): number => size.get(m.number) ?? 0;
  const everywhere = weightedPicker(country.municipalities, women);
  const inCounty = new Map(
    [...new Set(country.municipalities.map((m) => m.county))].map((county) => {
      const its = country.municipalities.filter((m) => m.county === county);
      return [county, weightedPicker(its, women)] as const;
    }),
  );
  // The weights are inhabitants of about 2018; 1 is added so that a code without any can still be somebody's.
  const postal = new Map(
    country.municipalities.map((m) => [m.number, weightedPicker(m.postalCodes, (p) => p.weight + 1)]),
  );
  const homeIn = (municipality: Municipality, u: number): Home => {
    const pick = postal.get(municipality.number);
    if (!pick) throw new Error(`municipality ${municipality.number} is not in the country`);
    return { municipality, postal: pick(u).value as PostalCode };
  };
  return { homeIn, homesOf };

  function homesOf(life: Life, now: Home, cut: number): (day: number) => Home {
    const past = life.moves.filter((move) => move.on <= cut);
    if (past.length === 0) return () => now;
    const homes = past.map((move) => {
      const pick = (move.sameCounty && inCounty.get(now.municipality.county)) || everywhere;
      const { value, left } = pick(move.place);
      return { until: move.on, home: homeIn(value, left) };
    });
    return (day) => homes.find((h) => day < h.until)?.home ?? now;
  }
}

/** Picks in proportion to the weights; `left` is a fresh uniform draw made of what the pick did not use. */
function weightedPicker<Value>(values: readonly Value[], weight: (value: Value) => number) {
  const upTo: number[] = [];
  let total = 0;
  for (const value of values) {
    total += weight(value);
    upTo.push(total);
  }
  return (u: number): { readonly value: Value; readonly left: number } => {
    const target = u * total;
    let low = 0;
    let high = values.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    const value = values[low];
    if (value === undefined) throw new Error('nothing to pick from');
    const start = low === 0 ? 0 : (upTo[low - 1] ?? 0);
    return { value, left: Math.min(1 - 2 ** -53, (target - start) / ((upTo[low] ?? 1) - start)) };
  };
}
