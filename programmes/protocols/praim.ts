import type { Step } from '#core/protocols/protocol';
import { anyPositive, independentDoubleReading } from './no-routine.ts';
import type { WorkedProtocol } from './worked-protocol.ts';

/** The safety net: a reader who finds nothing where the machine is highly suspicious is shown the area and looks again. */
const readerWithNet = (name: string, not: readonly string[]): readonly Step[] => [
  { read: name, sees: ['priors', 'a.normalTag'], not },
  { read: `${name}b`, revises: name, sees: ['a.marks'], when: ['and', ['not', ['pos', name]], ['ge', 'a.pct', 98.5]] },
];

export const praim: WorkedProtocol = {
  protocol: {
    id: 'praim',
    version: '1',
    unit: 'readerChoice',
    arms: {
      ai: {
        steps: [
          { ai: 'a', model: 'praim-product', onFail: 'standard' },
          ...readerWithNet('r1', []),
          ...readerWithNet('r2', ['r1']),
          {
            consensus: 'c',
            min: 2,
            max: 3,
            sees: ['priors', 'a.all', 'r1', 'r1b', 'r2', 'r2b'],
            when: ['or', anyPositive, ['pos', 'r1b'], ['pos', 'r2b']],
          },
          { end: ['pos', 'c'] },
        ],
      },
      standard: { steps: independentDoubleReading },
    },
  },
  title: { nb: 'PRAIM (Tyskland)', nn: 'PRAIM (Tyskland)', en: 'PRAIM (Germany)' },
  source: 'Eisemann 2025, Nature Medicine; Dryad zs7h44jgn',
  notes: {
    nb: 'Grensen for sikkerhetsnettet er et eksempel: det ble vist i rundt 1,5 prosent. Hver tyder valgte selv; gruppen er KI når minst én brukte den. Her vises området når den første vurderingen er endelig, så den ikke kan endres etterpå; når det skjedde i PRAIM, er ikke kjent her.',
    nn: 'Grensa for tryggingsnettet er eit døme: det vart vist i rundt 1,5 prosent. Kvar tydar valde sjølv; gruppa er KI når minst éin brukte ho. Her blir området vist når den første vurderinga er endeleg, så ho ikkje kan endrast etterpå; når det skjedde i PRAIM, er ikkje kjent her.',
    en: 'The limit of the safety net is an example: it was shown in about 1.5 per cent. Each reader chose; the group is AI when at least one used it. Here the area is shown once the first opinion is final, so that it cannot be changed afterwards; when it was in PRAIM is not known here.',
  },
};
