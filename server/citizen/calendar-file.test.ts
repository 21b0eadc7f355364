import { expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { type CalendarEvent, calendarFile } from './calendar-file.ts';

const event: CalendarEvent = {
  ...{ uid: 'e1', sequence: 3, stands: true, minutes: 20 },
  ...{ day: day('2026-02-16'), at: '10:40', where: 'Enhet Øst, Prøveby' },
};
const words = {
  title: 'Time',
  note: 'Passer det ikke? Ring 999 00 000.',
  sender: 'Timebestilling',
  phone: '999 00 000',
};
const now = new Date('2026-01-19T12:00:00Z');

it.each([
  ['2026-02-16', '10:40', '20260216T094000Z'],
  ['2026-07-01', '10:40', '20260701T084000Z'],
  // The clocks change on 29 March and 25 October.
  ['2026-03-30', '08:00', '20260330T060000Z'],
  ['2026-10-26', '08:00', '20261026T070000Z'],
])('%s at %s in Norway is %s', (on, at, start) => {
  expect(calendarFile({ ...event, day: day(on), at }, words, now)).toContain(`\r\nDTSTART:${start}\r\n`);
});

it('has what RFC 5546 asks of an event that is published (3.2.1), and not a word about health', () => {
  const file = calendarFile(event, words, now);
  for (const line of [
    'METHOD:PUBLISH',
    'UID:e1@runde',
    'SEQUENCE:3',
    'DTSTAMP:20260119T120000Z',
    'STATUS:CONFIRMED',
    'CLASS:PRIVATE',
    'SUMMARY:Time',
    'LOCATION:Enhet Øst\\, Prøveby',
    'ORGANIZER;CN=Timebestilling:tel:+4799900000',
  ])
    expect(file).toContain(`\r\n${line}\r\n`);
  expect(file).not.toMatch(/mammo|bryst/i);
});

it('takes itself out of the calendar again when the time is given back (RFC 5546, 3.2.5)', () => {
  const file = calendarFile({ ...event, stands: false, sequence: 4 }, words, now);
  for (const line of ['METHOD:CANCEL', 'UID:e1@runde', 'SEQUENCE:4', 'STATUS:CANCELLED'])
    expect(file).toContain(`\r\n${line}\r\n`);
});

it('folds a line of more than 75 octets, never inside a letter (RFC 5545, 3.1)', () => {
  const where = 'Ørjanæåø '.repeat(20).trim();
  const file = calendarFile({ ...event, where }, words, now);
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(file.replaceAll('\r\n ', '')).toContain(`LOCATION:${where}\r\n`);
});
