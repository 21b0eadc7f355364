import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawAuditSample } from './audit-sample.ts';

const candidates = fc.uniqueArray(
  fc.record({ examinationId: fc.uuid(), radiographer: fc.constantFrom('R-1', 'R-2', 'R-3') }),
  { selector: (one) => one.examinationId, maxLength: 60 },
);

describe('an audit sample', () => {
  it('is the same whatever the order of the candidates, and another for another seed', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 10 }), (all, each) => {
        expect(drawAuditSample([...all].reverse(), each, 'x')).toEqual(drawAuditSample(all, each, 'x'));
      }),
    );
    const many = Array.from({ length: 200 }, (_, i) => ({ examinationId: `E${i}`, radiographer: 'R-1' }));
    expect(drawAuditSample(many, 20, 'x')).not.toEqual(drawAuditSample(many, 20, 'y'));
  });

  it('takes the same number of each, or all that one has', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 10 }), (all, each) => {
        const drawn = drawAuditSample(all, each, 'x');
        for (const radiographer of ['R-1', 'R-2', 'R-3']) {
          const has = all.filter((one) => one.radiographer === radiographer).length;
          const got = drawn.filter((one) => one.radiographer === radiographer).length;
          expect(got).toBe(Math.min(has, each));
        }
      }),
    );
  });

  it('gives every examination the same chance', () => {
    const many = Array.from({ length: 10 }, (_, i) => ({ examinationId: `E${i}`, radiographer: 'R-1' }));
    const times = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed++)
      for (const { examinationId } of drawAuditSample(many, 3, String(seed)))
        times.set(examinationId, (times.get(examinationId) ?? 0) + 1);
    // Expected 600 each, standard deviation about 20.
    for (const { examinationId } of many) expect(Math.abs((times.get(examinationId) ?? 0) - 600)).toBeLessThan(100);
  });
});
