/** Statistikk: tall fra litteraturen, regnet på nytt. */
export const statistics = {
  evaluationTitle: 'Evaluering av skår',
  reproducedTitle: 'Tall fra litteraturen',
  reproducedLead: 'Publiserte tall regnet på nytt her, kilde for kilde. Slik kan du se om regningen er til å stole på.',
  reproducedCount: (agreeing: number, all: number, sources: number, version: string) =>
    `${agreeing} av ${all} tall fra ${sources} kilder stemmer med det som er trykt. Runde ${version}.`,
  reproducedFrom: 'Regnet ut fra:',
  reproducedWhat: 'Hva',
  reproducedPublished: 'Publisert',
  reproducedComputed: 'Regnet ut her',
  reproducedUnit: 'Enhet',
  reproducedAgrees: 'Stemmer',
  reproducedYes: 'Ja',
  reproducedNo: 'Nei',
  reproducedOf: (agreeing: number, all: number) => `${agreeing} av ${all} stemmer`,
};
