/**
 * Today's reading in BreastScreen Norway ("NO-IDR"): two radiologists read independently and blind, each scoring both
 * breasts 1-5; a score of 2 or more for any breast by either goes to consensus by two or three radiologists, and only
 * consensus decides recall. Source: Hofvind 2009, Radiology; kvalitetsmanualen for Mammografiprogrammet.
 */
import type { Expr, Protocol, Step } from '#core/protocols/protocol';

export const anyPositive: Expr = ['or', ['pos', 'r1'], ['pos', 'r2']];

export const independentDoubleReading: readonly Step[] = [
  { read: 'r1', sees: ['priors'] },
  { read: 'r2', sees: ['priors'], not: ['r1'] },
  { consensus: 'c', min: 2, max: 3, sees: ['priors', 'r1', 'r2'], when: anyPositive },
  { end: ['pos', 'c'] },
];

export const noRoutine: Protocol = {
  id: 'no-routine',
  version: '1',
  unit: 'exam',
  arms: { routine: { steps: independentDoubleReading } },
  visibility: { radiologist: ['c'], coordinator: ['c'] },
};
