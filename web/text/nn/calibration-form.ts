import type { calibrationForm as nb } from '../nb/calibration-form.ts';

export const calibrationForm: typeof nb = {
  loadCalibration: 'Legg inn kalibreringa frå leverandøren',
  points: 'Punkt',
  pointsMean: (from: string, to: string) =>
    `Skårar frå ${from} til ${to} i stigande rekkjefølgje, med like mange undersøkingar mellom: ein på kvar linje, høgst 2001.`,
  pointWrong: {
    'not-a-number': (at: string, value: string) => `Punkt ${at}: «${value}» er ikkje eit tal`,
    descends: (at: string, value: string) => `Punkt ${at}: ${value} er lågare enn punktet før`,
  },
  fillIn: 'Fyll ut',
  wholeNumber: 'Skriv eit heilt tal',
};
