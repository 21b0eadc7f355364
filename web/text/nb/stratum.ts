/** A stratum of the draws in words. Comes with its pages and not with the first one. */
export const stratum = {
  levels: {
    first: 'første runde',
    later: 'senere runde',
    true: 'implantater',
    false: 'ikke implantater',
    unknown: 'ukjent',
  } as Readonly<Record<string, string>>,
  ageFrom: (age: string) => `aldersgruppen fra ${age} år`,
  ageUnder: (age: string) => `under ${age} år`,
  allInOne: 'alle sammen',
  seriesOf: (series: string, words: string) => `serie ${series}: ${words}`,
};
