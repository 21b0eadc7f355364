import { createHash } from 'node:crypto';
import type { OwnAppointment } from './load-own-appointment.ts';

/** An appointment as a calendar file (RFC 5545), local time of Oslo, with no word about health in it. */
export function calendarFile(appointment: OwnAppointment, title: string): string {
  const start = `${appointment.day.replaceAll('-', '')}T${appointment.at.replace(':', '')}00`;
  const uid = createHash('sha256').update(`${start} ${appointment.unitName}`).digest('hex').slice(0, 32);
  const quoted = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Runde//NO',
    'BEGIN:VEVENT',
    `UID:${uid}@runde`,
    `DTSTAMP:${start}Z`,
    `DTSTART;TZID=Europe/Oslo:${start}`,
    'DURATION:PT20M',
    `SUMMARY:${quoted(title)}`,
    `LOCATION:${quoted(`${appointment.unitName}, ${appointment.place}`)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.join('\r\n')}\r\n`;
}
