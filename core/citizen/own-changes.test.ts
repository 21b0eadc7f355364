import { expect, it } from 'vitest';
import { addDays, day } from '#core/kernel/day';
import { mayUndo } from './own-changes.ts';

const on = day('2026-11-02');
const moved = { kind: 'moved', day: on, undone: false, latest: true, carriedOut: false } as const;

it('what she did may be taken back within the days, once, when nothing has followed it', () => {
  expect(mayUndo(moved, on, 14)).toBe(true);
  expect(mayUndo(moved, addDays(on, 14), 14)).toBe(true);
  expect(mayUndo(moved, addDays(on, 15), 14)).toBe(false);
  expect(mayUndo({ ...moved, undone: true }, on, 14)).toBe(false);
  expect(mayUndo({ ...moved, latest: false }, on, 14)).toBe(false);
  expect(mayUndo({ ...moved, kind: 'confirmed' }, on, 14)).toBe(false);
  const reserved = { ...moved, kind: 'reserved' } as const;
  expect(mayUndo(reserved, on, 14)).toBe(true);
  expect(mayUndo({ ...reserved, carriedOut: true }, on, 14)).toBe(false);
});
