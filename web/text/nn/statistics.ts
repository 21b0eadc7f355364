import type { statistics as nb } from '../nb/statistics.ts';

/** Statistikk: tal frå litteraturen, rekna på nytt. */
export const statistics: typeof nb = {
  evaluationTitle: 'Evaluering av skår',
  reproducedTitle: 'Tal frå litteraturen',
  reproducedLead: 'Publiserte tal rekna på nytt her, kjelde for kjelde. Slik kan du sjå om rekninga er til å stole på.',
  reproducedCount: (agreeing: number, all: number, sources: number, version: string) =>
    `${agreeing} av ${all} tal frå ${sources} kjelder stemmer med det som er trykt. Runde ${version}.`,
  reproducedFrom: 'Rekna ut frå:',
  reproducedWhat: 'Kva',
  reproducedPublished: 'Publisert',
  reproducedComputed: 'Rekna ut her',
  reproducedUnit: 'Eining',
  reproducedAgrees: 'Stemmer',
  reproducedYes: 'Ja',
  reproducedNo: 'Nei',
  reproducedOf: (agreeing: number, all: number) => `${agreeing} av ${all} stemmer`,
};
