import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placeTowards } from './map-steps.ts';
import { boxAround, onPlane } from './plane.ts';

const shapes = JSON.parse(
  readFileSync(new URL('../../data/geography/municipality-shapes.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;

const centres = new Map(
  Object.entries(shapes).map(([id, path]) => {
    const box = boxAround([path]);
    return [id, { x: ((box?.left ?? 0) + (box?.right ?? 0)) / 2, y: ((box?.top ?? 0) + (box?.bottom ?? 0)) / 2 }];
  }),
);

describe('the map of the country', () => {
  it('has all 357 municipalities of 2024, and known towns lie in theirs', () => {
    expect(centres.size).toBe(357);
    const inside = (id: string, latitude: number, longitude: number) => {
      const [box, at] = [boxAround([shapes[id] ?? '']), onPlane({ latitude, longitude })];
      return box && box.left <= at.x && at.x <= box.right && box.top <= at.y && at.y <= box.bottom;
    };
    expect(inside('0301', 59.913, 10.739)).toBe(true);
    expect(inside('4601', 60.392, 5.324)).toBe(true);
    expect(inside('5501', 69.649, 18.957)).toBe(true);
    expect(inside('5607', 70.074, 29.749)).toBe(true);
  });

  it('is walked by the arrow keys, and every municipality can be reached', () => {
    const reached = new Set(['0301']);
    const open = ['0301'];
    for (let id = open.pop(); id; id = open.pop()) {
      for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
        const next = placeTowards(key, centres.get(id) ?? { x: 0, y: 0 }, centres);
        if (next && !reached.has(next)) {
          reached.add(next);
          open.push(next);
        }
      }
    }
    expect(reached.size).toBe(357);
    expect(placeTowards('Enter', { x: 0, y: 0 }, centres)).toBeUndefined();
  });
});
