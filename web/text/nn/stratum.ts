import type { stratum as nb } from '../nb/stratum.ts';

export const stratum: typeof nb = {
  levels: {
    first: 'første runde',
    later: 'seinare runde',
    true: 'implantat',
    false: 'ikkje implantat',
    unknown: 'ukjent',
  } as Readonly<Record<string, string>>,
  ageFrom: (age: string) => `aldersgruppa frå ${age} år`,
  ageUnder: (age: string) => `under ${age} år`,
  allInOne: 'alle saman',
  seriesOf: (series: string, words: string) => `serie ${series}: ${words}`,
};
