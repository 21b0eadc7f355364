import { describe, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { changeDay, type SetDay } from './unit-day.ts';

const plain: SetDay = { day: day('2026-12-02'), closed: null, special: null, blocks: [] };
const evening = { opensAt: '16:00', closesAt: '19:00', slotMinutes: 10, places: 1, reason: 'Kveldsåpent' };
const block = { from: '11:00', to: '11:30', reason: 'Møte' };

describe('a day of a unit', () => {
  it('is shut, has other hours, or is as its week says again', () => {
    const shut = changeDay(plain, { kind: 'closed', reason: 'Service' });
    expect(shut).toEqual({ ...plain, closed: 'Service' });
    const open = changeDay(shut, { kind: 'special', ...evening });
    expect(open).toEqual({ ...plain, special: evening });
    expect(changeDay(changeDay(open, { kind: 'blocked', ...block }), { kind: 'ordinary' })).toEqual(plain);
  });

  it('keeps its blocks in order, one for each beginning', () => {
    const one = changeDay(plain, { kind: 'blocked', ...block });
    const two = changeDay(one, { kind: 'blocked', from: '09:00', to: '09:20', reason: 'Kalibrering' });
    expect(two.blocks.map(({ from }) => from)).toEqual(['09:00', '11:00']);
    expect(changeDay(two, { kind: 'blocked', ...block, to: '12:00' }).blocks).toHaveLength(2);
  });
});
