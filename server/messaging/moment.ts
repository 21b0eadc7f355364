import type { Day } from '#core/kernel/day';

/** An instant, and what the clock on the wall in Norway says then. */
export type Moment = { readonly at: Date; readonly today: Day; readonly time: string };

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** Local day and time ('HH:MM') of an instant. Summer time is the platform's business. */
export function momentOf(at: Date): Moment {
  const [today = '', time = ''] = wallClock.format(at).split(' ');
  return { at, today: today as Day, time };
}

/** When sending begins and ends on a programme day that is played in one go: 06:00 and 22:00 UTC, both the same day in Norway. */
export function sendingHours(day: Day): { readonly from: Date; readonly to: Date } {
  return { from: new Date(`${day}T06:00:00Z`), to: new Date(`${day}T22:00:00Z`) };
}
