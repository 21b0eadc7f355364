/**
 * The plane that maps of the country are drawn on: transverse Mercator on a sphere about 15° east, as the country's own
 * maps (UTM zone 33) to within what a page can show. One step is half a kilometre; x grows to the east, y to the south.
 */
import type { Point } from '#core/invitation/distance';

const STEPS_PER_RADIAN = 6371.0088 * 2;
const MERIDIAN = 15;
/** West and north of everything drawn, so that steps are small positive numbers. */
const WEST = -1200;
const NORTH = 15_950;

export type Place = { readonly x: number; readonly y: number };

/** A place on earth (degrees, WGS 84) on the plane, in steps. */
export function onPlane({ latitude, longitude }: Point): Place {
  const phi = (latitude * Math.PI) / 180;
  const lambda = ((longitude - MERIDIAN) * Math.PI) / 180;
  return {
    x: STEPS_PER_RADIAN * Math.atanh(Math.cos(phi) * Math.sin(lambda)) - WEST,
    y: NORTH - STEPS_PER_RADIAN * Math.atan2(Math.tan(phi), Math.cos(lambda)),
  };
}

export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** The box around every point of SVG paths made of absolute M and relative l moves (data/geography/municipality-shapes.json). */
export function boxAround(paths: readonly string[]): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const path of paths) {
    for (const ring of path.split('M').slice(1)) {
      const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
      let [x, y] = [0, 0];
      for (let i = 0; i + 1 < numbers.length; i += 2) {
        x += numbers[i] ?? 0;
        y += numbers[i + 1] ?? 0;
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
    }
  }
  return left <= right ? { left, top, right, bottom } : undefined;
}
