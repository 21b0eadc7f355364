import { describe, expect, it } from 'vitest';
import { agreementOf, type GradePair, gradeTable, shareOf } from './own-images.ts';

const pairs = (own: GradePair['own'], audit: GradePair['audit'], n: number): GradePair[] =>
  Array.from({ length: n }, () => ({ own, audit }));

describe('own figures', () => {
  it('carry their counts, their interval, and whether there are enough', () => {
    // Wilson 95 % of 17 in 20, R 4.2.2 prop.test(17, 20, correct = FALSE): 0.6395811 0.9476312.
    expect(shareOf(17, 20, 30)).toEqual({
      events: 17,
      of: 20,
      value: 0.85,
      enough: false,
      lower: expect.closeTo(0.63958, 4),
      upper: expect.closeTo(0.94763, 4),
    });
    expect(shareOf(0, 0, 30)).toBeNull();
  });

  it('set one’s own grades against the audit reader’s', () => {
    const all = [...pairs('P', 'P', 20), ...pairs('P', 'A', 5), ...pairs('A', 'A', 10), ...pairs('I', 'A', 1)];
    expect(gradeTable(all)).toEqual([
      [20, 5, 0],
      [0, 10, 0],
      [0, 1, 0],
    ]);
    const agreement = agreementOf(all, 'linear', 20);
    expect(agreement).toMatchObject({ pairs: 36, same: { events: 30, enough: true } });
    expect(agreement.kappa?.kappa).toBeGreaterThan(0.5);
    expect(agreementOf(pairs('P', 'P', 3), 'linear', 20).kappa).toBeNull();
    expect(agreementOf([...pairs('P', 'P', 3), ...pairs('I', 'P', 1)], 'linear', 20).kappa).toBeNull();
  });
});
