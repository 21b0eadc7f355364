import type { calibrationForm as nb } from '../nb/calibration-form.ts';

export const calibrationForm: typeof nb = {
  loadCalibration: 'Enter the maker’s calibration',
  points: 'Points',
  pointsMean: (from: string, to: string) =>
    `Scores from ${from} to ${to}, ascending, with equally many examinations between: one a line, 2001 at most.`,
  pointWrong: {
    'not-a-number': (at: string, value: string) => `Point ${at}: “${value}” is no number`,
    descends: (at: string, value: string) => `Point ${at}: ${value} is lower than the point before`,
  },
  fillIn: 'Fill this in',
  wholeNumber: 'Write a whole number',
};
