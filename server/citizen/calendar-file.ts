import { parsePhone } from '#core/people/contact-wishes';
import type { Day } from '#core/kernel/day';

export type CalendarEvent = {
  /** The same for every time that comes in the place of another, so that a calendar moves its entry. */
  readonly uid: string;
  /** Greater at every change. */
  readonly sequence: number;
  /** False: the time is given back, and the entry goes. */
  readonly stands: boolean;
  readonly day: Day;
  readonly at: string;
  readonly minutes: number;
  readonly where: string;
};

type Words = { readonly title: string; readonly note: string; readonly sender: string; readonly phone: string };

/**
 * An appointment as a calendar file (RFC 5545 and 5546), with no word about health in it. Its time is given in UTC: a local
 * time must carry the rules of its time zone (5545, 3.6.5), and calendars that find none take it for their own. Who sends
 * it is reached by telephone: there is no mail to answer.
 */
export function calendarFile(event: CalendarEvent, { title, note, sender, phone }: Words, now: Date): string {
  const { day, at, stands } = event;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Runde//NO',
    `METHOD:${stands ? 'PUBLISH' : 'CANCEL'}`,
    'BEGIN:VEVENT',
    `UID:${event.uid}@runde`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${inUtc(now.getTime())}`,
    `DTSTART:${inUtc(instantOf(day, at))}`,
    `DURATION:PT${event.minutes}M`,
    `STATUS:${stands ? 'CONFIRMED' : 'CANCELLED'}`,
    'CLASS:PRIVATE',
    `ORGANIZER;CN=${sender}:tel:${parsePhone(phone) ?? phone.replaceAll(' ', '')}`,
    `SUMMARY:${quoted(title)}`,
    `DESCRIPTION:${quoted(note)}`,
    `LOCATION:${quoted(event.where)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function quoted(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`);
}

/** In lines of 75 octets at most; what goes on begins with a space (5545, 3.1). */
function folded(line: string): string {
  const parts = [''];
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      parts.push(' ');
      octets = 1;
    }
    parts[parts.length - 1] += character;
    octets += size;
  }
  return parts.join('\r\n');
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
