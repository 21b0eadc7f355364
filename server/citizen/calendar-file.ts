import { createHash } from 'node:crypto';
import type { Day } from '#core/kernel/day';
import type { OwnAppointment } from './load-own-appointment.ts';

type Time = Pick<OwnAppointment, 'day' | 'at' | 'unitName' | 'place'>;

/**
 * An appointment as a calendar file (RFC 5545), with no word about health in it. Its time is given in UTC: a local time
 * must carry the rules of its time zone (3.6.5), and calendars that find none take it for their own.
 */
export function calendarFile(appointment: Time, title: string, now: Date): string {
  const { day, at } = appointment;
  const uid = createHash('sha256').update(`${day} ${at} ${appointment.unitName}`).digest('hex').slice(0, 32);
  const quoted = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Runde//NO',
    'BEGIN:VEVENT',
    `UID:${uid}@runde`,
    `DTSTAMP:${inUtc(now.getTime())}`,
    `DTSTART:${inUtc(instantOf(day, at))}`,
    'DURATION:PT20M',
    `SUMMARY:${quoted(title)}`,
    `LOCATION:${quoted(`${appointment.unitName}, ${appointment.place}`)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

const oslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'medium' });

/** The instant of a local time in Norway; nobody is imaged in the hour when the clocks are changed. */
function instantOf(day: Day, at: string): number {
  const asIfUtc = Date.parse(`${day}T${at}:00Z`);
  return 2 * asIfUtc - Date.parse(`${oslo.format(asIfUtc).replace(' ', 'T')}Z`);
}

function inUtc(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
