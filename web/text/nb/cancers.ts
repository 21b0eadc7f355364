/** Interval cancers: found by rule from the registrations. */
export const cancers = {
  interval: 'Intervallkreft',
  intervalLead:
    'Kreft påvist innen 24 måneder etter en negativ screeningrunde (6–24 måneder etter en falsk positiv), fordelt på senteret som undersøkte.',
  diagnosedOn: 'Påvist',
  screenedOn: 'Screenet',
  window: 'Måneder etter',
  windows: { '0-11': '0–11', '12-23': '12–23' },
  behaviour: 'Type',
  behaviours: { dcis: 'DCIS', invasive: 'Invasiv' },
  size: 'Størrelse, mm',
  highestScore: 'Høyeste skår',
  dismissed: 'Avvist i konsensus',
  from: 'Påvist fra',
  to: 'Påvist til',
  none: 'Ingen intervallkreft i tidsrommet.',
  unnamed: 'Avidentifisert',
};
