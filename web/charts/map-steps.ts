/** Moving over a map by the arrow keys: to the nearest place in that direction. */
import type { Place } from './plane.ts';

const directions: Readonly<Record<string, Place>> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

/**
 * The place that an arrow key leads to from another: among those within 45 degrees of the direction, the nearest, with
 * what lies beside the direction counted double. Undefined for other keys and at the edge.
 */
export function placeTowards(key: string, from: Place, places: ReadonlyMap<string, Place>): string | undefined {
  const way = directions[key];
  if (!way) return undefined;
  let best: { id: string; cost: number } | undefined;
  for (const [id, { x, y }] of places) {
    const [dx, dy] = [x - from.x, y - from.y];
    const along = dx * way.x + dy * way.y;
    const beside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
    if (along <= 0 || beside > along) continue;
    const cost = along + 2 * beside;
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id;
}
