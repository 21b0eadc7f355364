import type { CalendarRules } from '#core/invitation/calendar';
import { invitationRules } from '#programmes/breast-no/invitation';

/** Public holidays shut assessment and count in no time limit; the weeks in which screening units are shut do not. */
export const openDays: CalendarRules = { holidays: invitationRules.calendar.holidays, closures: [] };
