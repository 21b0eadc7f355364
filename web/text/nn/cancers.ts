import type { cancers as nb } from '../nb/cancers.ts';

export const cancers = {
  interval: 'Intervallkreft',
  intervalLead:
    'Kreft påvist innan 24 månader etter ein negativ screeningrunde (6–24 månader etter ein falsk positiv), fordelt på senteret som undersøkte.',
  diagnosedOn: 'Påvist',
  screenedOn: 'Screena',
  window: 'Månader etter',
  windows: { '0-11': '0–11', '12-23': '12–23' },
  behaviour: 'Type',
  behaviours: { dcis: 'DCIS', invasive: 'Invasiv' },
  size: 'Storleik, mm',
  highestScore: 'Høgaste skår',
  dismissed: 'Avvist i konsensus',
  from: 'Påvist frå',
  to: 'Påvist til',
  none: 'Inga intervallkreft i tidsrommet.',
  unnamed: 'Avidentifisert',
} satisfies typeof nb;
