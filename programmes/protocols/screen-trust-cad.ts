import type { Expr } from '#core/protocols/protocol';
import { anyPositive, independentDoubleReading } from './no-routine.ts';
import type { WorkedProtocol } from './worked-protocol.ts';

const flagged: Expr = ['ge', 'a.pct', 93];
const recalled: Expr = ['pos', 'c'];

/** Paired: every woman is read by two and by the machine; each strategy is what would have happened had it stood alone. */
export const screenTrustCad: WorkedProtocol = {
  protocol: {
    id: 'screen-trust-cad',
    version: '1',
    unit: 'exam',
    paired: true,
    arms: {
      all: {
        steps: [
          { ai: 'a', model: 'screen-trust-product', onFail: 'standard' },
          ...independentDoubleReading.slice(0, 2),
          {
            consensus: 'c',
            min: 2,
            max: 2,
            sees: ['priors', 'a.all', 'r1', 'r2'],
            when: ['or', anyPositive, flagged],
          },
          { end: recalled },
        ],
      },
    },
    derived: {
      double: ['and', anyPositive, recalled],
      aiPlusOne: ['and', ['or', ['pos', 'r1'], flagged], recalled],
      aiAlone: ['and', flagged, recalled],
      triple: recalled,
    },
  },
  title: { nb: 'ScreenTrustCAD (Sverige)', nn: 'ScreenTrustCAD (Sverige)', en: 'ScreenTrustCAD (Sweden)' },
  source: 'Dembrower 2023, Lancet Digital Health',
  notes: {
    nb: 'Maskinens grense er ikke funnet i de kildene som er brukt; 93 er et eksempel.',
    nn: 'Grensa til maskina er ikkje funnen i dei kjeldene som er brukte; 93 er eit døme.',
    en: 'The machine’s limit was not found in the sources used; 93 is an example.',
  },
};
