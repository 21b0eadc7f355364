/** Entering a calibration from its maker. Comes with its page and not with the first one. */
export const calibrationForm = {
  loadCalibration: 'Legg inn leverandørens kalibrering',
  points: 'Punkter',
  pointsMean: (from: string, to: string) =>
    `Skårer fra ${from} til ${to} i stigende rekkefølge, med like mange undersøkelser mellom: en på hver linje, høyst 2001.`,
  pointWrong: {
    'not-a-number': (at: string, value: string) => `Punkt ${at}: «${value}» er ikke et tall`,
    descends: (at: string, value: string) => `Punkt ${at}: ${value} er lavere enn punktet før`,
  },
  fillIn: 'Fyll ut',
  wholeNumber: 'Skriv et helt tall',
};
