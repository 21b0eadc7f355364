import { expect, it } from 'vitest';
import { addDays, day } from '#core/kernel/day';
import { fallenOut } from './fallen-out.ts';

const today = day('2026-11-23');
const rules = { dueDays: 84, withoutTimeDays: 42 };

it('a woman has fallen out when she has waited longer than the rules allow, and is told apart by why', () => {
  const due = (days: number, areaPaused = false) =>
    fallenOut({ kind: 'due', since: addDays(today, -days), areaPaused }, today, rules);
  expect(due(84)).toBeUndefined();
  expect(due(85)).toBe('never-planned');
  expect(due(85, true)).toBe('area-paused');
  const without = (days: number) => fallenOut({ kind: 'without-time', since: addDays(today, -days) }, today, rules);
  expect(without(42)).toBeUndefined();
  expect(without(43)).toBe('without-time');
});
