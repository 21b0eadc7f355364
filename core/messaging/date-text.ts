/** Dates and times in words, the same wherever the server stands (platform calendars differ in their month names). */
import { civil, type Day, weekday } from '#core/kernel/day';
import type { Language } from './message.ts';

type Names = { readonly weekdays: readonly string[]; readonly months: readonly string[] };

const names: Readonly<Record<Exclude<Language, 'se'>, Names>> = {
  nb: {
    weekdays: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
    months: 'januar februar mars april mai juni juli august september oktober november desember'.split(' '),
  },
  nn: {
    weekdays: ['måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag', 'søndag'],
    months: 'januar februar mars april mai juni juli august september oktober november desember'.split(' '),
  },
  en: {
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    months: 'January February March April May June July August September October November December'.split(' '),
  },
};

const namesOf = (language: Language): Names => names[language === 'se' ? 'nb' : language];

/** "25. november 2026", "25 November 2026". */
export function dateText(d: Day, language: Language): string {
  const { year, month, day } = civil(d);
  return `${day}${language === 'en' ? '' : '.'} ${namesOf(language).months[month - 1]} ${year}`;
}

/** "onsdag 25. november 2026". */
export function weekdayText(d: Day, language: Language): string {
  return `${namesOf(language).weekdays[weekday(d) - 1]} ${dateText(d, language)}`;
}

/** "onsdag 25. november": for a day so near that the year says nothing. */
export function shortWeekdayText(d: Day, language: Language): string {
  return weekdayText(d, language).slice(0, -5);
}

/** A local time 'HH:MM' as people write it: "kl. 09.10", "09:10". */
export function timeText(at: string, language: Language): string {
  return language === 'en' ? at.slice(0, 5) : `kl. ${at.slice(0, 5).replace(':', '.')}`;
}
