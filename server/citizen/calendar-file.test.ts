import { expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { calendarFile } from './calendar-file.ts';

it.each([
  ['2026-02-16', '10:40', '20260216T094000Z'],
  ['2026-07-01', '10:40', '20260701T084000Z'],
  // The clocks change on 29 March and 25 October.
  ['2026-03-30', '08:00', '20260330T060000Z'],
  ['2026-10-26', '08:00', '20261026T070000Z'],
])('%s at %s in Norway is %s', (on, at, start) => {
  const time = { day: day(on), at, unitName: 'Enhet Øst', place: 'Prøveby' };
  const file = calendarFile(time, 'Time', new Date('2026-01-19T12:00:00Z'));
  expect(file).toContain(`DTSTART:${start}\r\n`);
  expect(file).toContain('DTSTAMP:20260119T120000Z\r\n');
  expect(file).toContain('LOCATION:Enhet Øst\\, Prøveby\r\n');
  expect(file).not.toMatch(/mammo|bryst/i);
});
