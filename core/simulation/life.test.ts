import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, dayNumber } from '#core/kernel/day';
import { type Life, lifeOf, symptomaticDetection, withoutTumours } from './life.ts';
import { lifeParameters } from './parameters.ts';
import { behaviourOn, diameterOn } from './tumour.ts';

const births = fc.integer({ min: 0, max: 12_000 }).map((n) => addDays(day('1945-01-01'), n));
const indexes = fc.integer({ min: 0, max: 2 ** 32 - 1 });

/** Lives with a tumour are few: the first from an index on. */
function lifeWithTumour(from: number, kind: 'progressive' | 'indolent' = 'progressive'): Life {
  for (let index = from; ; index++) {
    const life = lifeOf(1, index, day('1960-06-15'));
    if (life.tumours.some((t) => t.kind === kind)) return life;
  }
}

describe('a latent life', () => {
  it('is the same whenever it is asked for', () => {
    fc.assert(
      fc.property(indexes, births, (index, birth) => {
        expect(lifeOf(5, index, birth)).toEqual(lifeOf(5, index, birth));
      }),
    );
  });

  it('a change of one assumption leaves what does not follow from it (common random numbers)', () => {
    const other = { ...lifeParameters, incidenceTrend: 0.03, moveRate: 0.2 };
    fc.assert(
      fc.property(indexes, births, (index, birth) => {
        const [a, b] = [lifeOf(5, index, birth), lifeOf(5, index, birth, other)];
        expect([b.diesOn, b.emigratesOn, b.inclination, b.density]).toEqual([
          a.diesOn,
          a.emigratesOn,
          a.inclination,
          a.density,
        ]);
      }),
    );
  });

  it('has registers within ages 50-69 and moves in order', () => {
    fc.assert(
      fc.property(indexes, births, (index, birth) => {
        const life = lifeOf(5, index, birth);
        expect(life.moves.map((m) => m.on)).toEqual(life.moves.map((m) => m.on).sort((a, b) => a - b));
        for (const on of [life.invitationStopOn, life.storageReservationOn]) {
          if (on < Number.POSITIVE_INFINITY) expect((on - life.birth) / 365.25).toBeGreaterThanOrEqual(49.99);
        }
      }),
    );
  });

  it('life expectancy follows the Weibull distribution of other causes: half reach 89.35 * ln(2)^(1/9.38) years', () => {
    const years = Array.from({ length: 20_000 }, (_, i) => {
      const life = lifeOf(2, i, day('1950-01-01'));
      return (life.diesOn - life.birth) / 365.25;
    }).sort((a, b) => a - b);
    expect(Math.abs((years[10_000] ?? 0) - 89.35 * Math.log(2) ** (1 / 9.38))).toBeLessThan(0.4);
  });
});

describe('a tumour', () => {
  it('grows from 0.25 mm to its size at symptoms, in situ first and then invasive', () => {
    for (let i = 0; i < 40; i++) {
      const life = lifeWithTumour(i * 1000);
      const tumour = life.tumours.find((t) => t.kind === 'progressive');
      if (!tumour) throw new Error('asked for one');
      expect(diameterOn(tumour, tumour.beginsOn - 1)).toBe(0);
      expect(diameterOn(tumour, tumour.symptomsOn)).toBeGreaterThanOrEqual(1.9);
      let [size, invasive] = [0, false];
      const step = Math.max(1, Math.ceil((tumour.symptomsOn - tumour.beginsOn) / 50));
      for (let on = tumour.beginsOn; on <= tumour.symptomsOn; on += step) {
        expect(diameterOn(tumour, on)).toBeGreaterThanOrEqual(size);
        expect(invasive && behaviourOn(tumour, on) === 'dcis').toBe(false);
        size = diameterOn(tumour, on);
        invasive = behaviourOn(tumour, on) === 'invasive';
      }
    }
  });

  it('gives symptoms on its day, not before, not after, and never when she is treated', () => {
    const life = lifeWithTumour(0);
    const tumour = life.tumours.find((t) => t.kind === 'progressive');
    const on = tumour?.symptomsOn ?? 0;
    expect(symptomaticDetection(life, on - 1000, on)).toBeUndefined();
    expect(symptomaticDetection(life, on, on + 1)).toBe(tumour);
    expect(symptomaticDetection(life, on + 1, on + 1000)).toBeUndefined();
    expect(
      symptomaticDetection(withoutTumours(life), dayNumber(day('1960-01-01')), dayNumber(day('2090-01-01'))),
    ).toBeUndefined();
  });

  it('that is indolent stops growing, goes away and never gives symptoms', () => {
    for (let i = 0; i < 10; i++) {
      const tumour = lifeWithTumour(i * 5000, 'indolent').tumours.find((t) => t.kind === 'indolent');
      if (!tumour) throw new Error('asked for one');
      expect(tumour.symptomsOn).toBe(Number.POSITIVE_INFINITY);
      expect(diameterOn(tumour, tumour.regressedOn - 1)).toBeLessThanOrEqual(tumour.largest);
      expect(diameterOn(tumour, tumour.regressedOn)).toBe(0);
    }
  });
});
