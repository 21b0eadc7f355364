import { describe, expect, it } from 'vitest';
import { freePlace, labelSides, spread, tickDecimals } from './labels.ts';

describe('ticks', () => {
  it('have the decimals that tell them apart, and no more', () => {
    expect(tickDecimals([70, 72, 74])).toBe(0);
    expect(tickDecimals([1, 1.5, 2])).toBe(1);
    expect(tickDecimals([0.1, 0.15, 0.2, 0.30000000000000004])).toBe(2);
  });
});

describe('words on a line', () => {
  it('stand where no mark is', () => {
    const marks = [{ x: 40, y: 95 }];
    expect(freePlace(marks, 100, 'words', 20, 300).x).toBeGreaterThan(40);
    expect(freePlace([], 100, 'words', 20, 300).x).toBe(20);
  });
});

describe('labels of lines', () => {
  it('keep a line between them, in the order of their lines', () => {
    expect(spread([100, 98, 40])).toEqual([113, 98, 40]);
  });
});

describe('labels of points', () => {
  it('of two points beside each other stand apart', () => {
    const two = [
      { x: 100, y: 50, label: 'one' },
      { x: 110, y: 52, label: 'two' },
    ];
    expect(labelSides(two, 0, 400)).toEqual(['start', 'end']);
  });
  it('stand before a point at the right edge', () => {
    expect(labelSides([{ x: 395, y: 50, label: 'one' }], 0, 400)).toEqual(['start']);
  });
});
