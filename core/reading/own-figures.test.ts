import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '#core/statistics/intervals';
import {
  blindSteps,
  expectedWidth,
  meaningfulVolume,
  ownFigureParts,
  ownFigures,
  quartiles,
  type ReaderCounts,
} from './own-figures.ts';
import type { Protocol } from '#core/protocols/protocol';

const rules = { relativeHalfWidth: 0.5, fewestColleagues: 5 };
const none: ReaderCounts = {
  reads: 0,
  positive: 0,
  paired: 0,
  discordant: 0,
  positiveClosed: 0,
  positiveRecalled: 0,
  recalledCancers: 0,
  cancers: 0,
  cancersMarked: 0,
  followed: 0,
  intervalCancers: 0,
};

describe('the volume at which a figure means something', () => {
  it('is the smallest with an interval narrow enough', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.0005, max: 0.9995, noNaN: true }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (p, r) => {
          const n = meaningfulVolume(p, r) ?? 0;
          const limit = 2 * r * Math.min(p, 1 - p);
          expect(expectedWidth(p, n)).toBeLessThanOrEqual(limit);
          if (n > 1) expect(expectedWidth(p, n - 1)).toBeGreaterThan(limit);
        },
      ),
    );
  });

  it('grows as what is counted becomes rarer, and is the same for a share and its rest', () => {
    const volumes = [0.5, 0.2, 0.058, 0.0061, 0.0017].map((p) => meaningfulVolume(p, 0.5) ?? 0);
    expect(volumes).toEqual(volumes.toSorted((a, b) => a - b));
    expect(meaningfulVolume(0.9, 0.5)).toBe(meaningfulVolume(1 - 0.9, 0.5));
    expect([meaningfulVolume(0, 0.5), meaningfulVolume(1, 0.5)]).toEqual([null, null]);
  });

  it('expects the width that Wilson gives when the share is met exactly', () => {
    const { lower, upper } = wilson(29, 500);
    expect(expectedWidth(0.058, 500)).toBeCloseTo(upper - lower, 12);
  });
});

describe('own figures', () => {
  const reader = (positive: number): ReaderCounts => ({ ...none, reads: 5000, positive });

  it('stand beside the quartiles of colleagues, when they are enough not to be told apart', () => {
    const figures = ownFigures(reader(400), [200, 250, 300, 350, 400].map(reader), rules);
    expect(figures[0]).toMatchObject({ id: 'positive', events: 400, of: 5000, value: 0.08 });
    expect(figures[0]?.colleagues).toEqual({ lower: 0.05, median: 0.06, upper: 0.07 });
    expect(ownFigures(reader(400), [200, 250, 300, 350].map(reader), rules)[0]?.colleagues).toBeNull();
  });

  it('leave out colleagues with too few to mean anything', () => {
    const few = { ...none, reads: 40, positive: 20 };
    const figures = ownFigures(reader(300), [...[200, 250, 300, 350, 400].map(reader), few], rules);
    expect(figures[0]?.colleagues?.median).toBe(0.06);
  });

  it('say nothing of what has not been counted', () => {
    const figures = ownFigures(none, [], rules);
    expect(figures.every((f) => f.value === null && f.interval === null && f.colleagues === null)).toBe(true);
    expect(figures.map((f) => f.id)).toEqual(Object.keys(ownFigureParts));
  });

  it('has the quartiles of R (type 7)', () => {
    expect(quartiles([1, 2, 3, 4])).toEqual({ lower: 1.75, median: 2.5, upper: 3.25 });
    expect(quartiles([7])).toEqual({ lower: 7, median: 7, upper: 7 });
  });
});

it('a blind step sees no other opinion and no machine; a second look is none', () => {
  const protocol: Protocol = {
    id: 'x',
    version: '1',
    unit: 'exam',
    arms: {
      a: {
        steps: [
          { ai: 'm', model: 'demo' },
          { read: 'r1', sees: ['priors'] },
          { read: 'r1b', sees: ['priors', 'm.score'], revises: 'r1' },
          { read: 'r2', sees: ['priors'], not: ['r1'] },
          { read: 'r3', sees: ['priors', 'm.score'] },
          { read: 'r4', sees: ['r1', 'r2'] },
          { end: false },
        ],
      },
    },
  };
  expect(blindSteps(protocol, 'a')).toEqual(['r1', 'r2']);
});
