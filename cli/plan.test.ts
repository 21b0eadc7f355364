import { describe, expect, it } from 'vitest';
import { planText, run } from './plan.ts';

describe('runde plan', () => {
  it('prints counts and reasons, by centre and in all', () => {
    const text = planText({
      due: 12,
      placed: 10,
      because: { first: 3, 'after-screening': 6, 'after-invitation': 1 },
      early: 0,
      onTime: 9,
      late: 1,
      unplaced: { 'no-room': 2 },
      centres: [{ centreId: 'C06', due: 12, placed: 10, late: 1, unplaced: { 'no-room': 2 } }],
      units: [{ unitId: 'U10', placed: 10 }],
      km: { median: 4.25, longest: 31 },
    });
    expect(text.split('\n')).toEqual([
      'centre  due  placed  late  no-room',
      '   C06   12      10     1        2',
      '   all   12      10     1        2',
      'placed because: first 3, after screening 6, after invitation 1',
      'timing: early 0, on time 9, late 1; distance median 4.3 km, longest 31 km',
    ]);
  });
  it('does not guess what an unknown argument means', async () => {
    expect(await run(['--center', 'C06'])).toBe(2);
  });
});
