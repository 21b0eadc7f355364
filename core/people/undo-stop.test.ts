import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, day, daysBetween } from '#core/kernel/day';
import { stopToUndo } from './undo-stop.ts';

const today = day('2026-11-23');

it('only a stop in force, entered within the days, is taken back', () => {
  const any = fc.array(
    fc.record({
      from: fc.integer({ min: -20, max: 0 }).map((n) => addDays(today, n)),
      lifted: fc.constantFrom(null, today),
    }),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(any, fc.nat(15), (stops, days) => {
      const found = stopToUndo(stops, today, days);
      const inForce = stops.filter((stop) => stop.lifted === null);
      if (found.ok) {
        expect(inForce).toContain(found.value);
        expect(inForce.every(({ from }) => daysBetween(from, today) <= days)).toBe(true);
      } else expect(found.refusal.code).toBe(inForce.length === 0 ? 'not-stopped' : 'too-late');
    }),
  );
});
