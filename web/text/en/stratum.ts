import type { stratum as nb } from '../nb/stratum.ts';

export const stratum: typeof nb = {
  levels: {
    first: 'first round',
    later: 'later round',
    true: 'implants',
    false: 'no implants',
    unknown: 'unknown',
  } as Readonly<Record<string, string>>,
  ageFrom: (age: string) => `age group from ${age}`,
  ageUnder: (age: string) => `under ${age}`,
  allInOne: 'all together',
  seriesOf: (series: string, words: string) => `series ${series}: ${words}`,
};
