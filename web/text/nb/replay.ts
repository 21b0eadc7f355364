/** Etterprøving: hva en tydeprotokoll ville gjort med undersøkelsene registeret allerede har. */
type Given = { readonly count: string; readonly share: string; readonly steps: string };

export const replay = {
  title: 'Etterprøving',
  lead: 'Hva ville en annen tydeprotokoll gjort med undersøkelsene vi allerede har tydet? Svaret kommer på et minutt, med det som er antatt.',
  snapshot: 'Uttrekk',
  snapshotOption: (id: string, cut: string, examinations: string) => `${cut}: ${examinations} undersøkelser (${id})`,
  noSnapshot: 'Det er ikke laget noe uttrekk ennå. Lag ett på siden Kvalitetstall.',
  reference: 'Sammenlign med',
  others: 'Protokoller som prøves',
  othersHint: 'Velg opptil elleve.',
  kinds: { approved: 'Godkjente', draft: 'Utkast', worked: 'Ferdig skrevne, fra studier og andre land' },
  product: 'KI-produkt som svarer for protokollene',
  allProducts: 'Alle, hvert for seg',
  followed: 'Bare undersøkelser som er fulgt i 24 måneder',
  followedHint: 'Ellers er ikke alle intervallkreft kjent ennå.',
  analysed: 'Bare undersøkelser med svar fra produktet',
  start: 'Prøv på historikken',
  chooseOne: 'Velg minst én protokoll å prøve.',
  runs: 'Tidligere etterprøvinger',
  noRuns: 'Ingen har prøvd noe ennå.',
  runAt: 'Når',
  runBy: 'Av',
  runArms: 'Protokoller',
  runState: 'Tilstand',
  states: { running: 'Pågår', done: 'Ferdig', failed: 'Stoppet' },
  openRun: (arms: string) => `Åpne: ${arms}`,
  resultTitle: 'Etterprøving: resultat',
  steps: { waiting: 'Venter på tur', loading: 'Leser undersøkelsene', replaying: 'Prøver protokollene' },
  failed: (why: string) => `Etterprøvingen stoppet: ${why}`,
  back: 'Ny etterprøving',
  finding: (examinations: string, product: string) =>
    `${examinations} undersøkelser${product ? `, svar fra ${product}` : ''}`,
  trace: (snapshot: string, cut: string, version: string, by: string, at: string) =>
    `Uttrekk ${snapshot}, data til og med ${cut}, Runde ${version}. Bestilt av ${by} ${at}.`,
  leftOut: (count: string, reason: string) => `${count} utelatt: ${reason}`,
  notFollowed: 'ikke fulgt i 24 måneder',
  withoutResult: 'uten svar fra produktet',
  unread: 'ikke ferdig tydet',
  ownPercentiles: 'Produktet har ikke lagrede persentiler: de er regnet innenfor dette uttrekket.',
  faults: {
    'arm-concealed': 'i en studie der armene fremdeles er skjult',
    'unknown-protocol': 'tydet etter en ukjent protokoll',
    'read-score-outside-scale': 'skåre utenfor 1–5',
    'ai-score-outside-scale': 'KI-skåre utenfor produktets skala',
    'same-reader-twice': 'samme tyder to ganger',
    'cancer-before-examination': 'kreft før undersøkelsen',
    'screen-detected-without-recall': 'screeningoppdaget kreft uten etterundersøkelse',
    'missing-reader': 'en tyding mangler',
    'positive-without-consensus': 'positiv tyding uten konsensus',
    'consensus-without-cause': 'konsensus uten grunn',
    'recall-without-consensus': 'etterundersøkelse uten konsensus',
    'outcome-differs': 'utfallet følger ikke av tydingene',
  },
  protocol: 'Protokoll',
  table: 'Protokollene side om side',
  tableNote: '95 % intervall i parentes. Kreft: eksakt intervall; ellers Wilson.',
  figures: {
    reads: 'Tydinger per undersøkelse',
    consensus: 'Til konsensus',
    recalls: 'Etterundersøkt',
    sdcKept: 'Screeningoppdaget kreft beholdt',
    sdcMissed: 'Screeningoppdaget kreft mistet',
    intervalSelected: 'Intervallkreft til konsensus eller etterundersøkelse',
    intervalRecalled: 'Intervallkreft etterundersøkt',
    ppv: 'Kreft per etterundersøkt (PPV)',
    cancerRate: 'Screeningoppdaget kreft per undersøkelse',
  },
  short: {
    reads: 'Tydinger',
    consensus: 'Konsensus',
    recalls: 'Etterundersøkt',
    sdcKept: 'Kreft beholdt',
    sdcMissed: 'Kreft mistet',
    intervalSelected: 'Intervallkreft valgt ut',
    intervalRecalled: 'Intervallkreft etterundersøkt',
    ppv: 'PPV',
    cancerRate: 'Kreft per undersøkelse',
  },
  hours: 'Radiologtimer',
  hoursRange: (low: string, high: string) => `${low}–${high}`,
  cost: (currency: string) => `Kostnad, ${currency}`,
  costNote: (source: string) => `Tid: ${source}. Prisene er konfigurasjon, ikke publiserte tall.`,
  saved: 'Sparte tydinger',
  ofCount: (count: string, of: string) => `${count} av ${of}`,
  chart: 'Ett mål, alle protokollene',
  measure: 'Mål',
  chartFinding: (measure: string) => `${measure}, med 95 % intervall`,
  chartHow:
    'Hver prikk er en protokoll; streken er intervallet. Den stiplede linjen er protokollen det sammenlignes med.',
  differences: 'Forskjell fra det som sammenlignes',
  differencesNote: 'Samme undersøkelser i begge: McNemars test (eksakt og mid-p), Newcombes parvise intervall.',
  more: 'Flere',
  fewer: 'Færre',
  difference: 'Forskjell',
  within: (value: string, lower: string, upper: string) => `${value} (${lower} til ${upper})`,
  percentagePoints: (value: string, lower: string, upper: string) => `${value} prosentpoeng (${lower} til ${upper})`,
  exact: 'p, eksakt',
  midP: 'p, mid-p',
  paired: {
    recalls: 'Etterundersøkt',
    sdcKept: 'Screeningoppdaget kreft beholdt',
    intervalSelected: 'Intervallkreft valgt ut',
  },
  means: { reads: 'Tydinger per undersøkelse', consensus: 'Konsensus per undersøkelse' },
  curve: 'Alle terskler',
  curveLead: 'Flytt terskelen og se hva protokollen ville gjort. Alle terskler er regnet ut; ingenting hentes.',
  curveOf: 'Terskel',
  curveOption: (arm: string, ref: string, limit: string) => `${arm}: ${ref}, nå ${limit}`,
  slider: 'Terskel: andel undersøkelser over den',
  threshold: (ref: string, value: string) => `${ref} fra ${value}`,
  nothingSelected: 'ingen over terskelen',
  curveAt: (at: {
    threshold: string;
    selected: string;
    reads: string;
    consensus: string;
    recalls: string;
    sdc: string;
    interval: string;
  }) =>
    `Ved ${at.threshold} (${at.selected} av undersøkelsene): ${at.reads} tydinger per undersøkelse, ${at.consensus} til konsensus, ${at.recalls} etterundersøkt, ${at.sdc} screeningoppdagede beholdt, ${at.interval} intervallkreft valgt ut.`,
  curveLines: {
    reads: 'Tydinger, av to per undersøkelse',
    sdc: 'Screeningoppdaget kreft beholdt',
    interval: 'Intervallkreft valgt ut',
  },
  selectedShare: 'Andel over terskelen',
  breakdown: 'Fordelt',
  by: 'Fordel på',
  groupings: { centre: 'Senter', unit: 'Enhet', age: 'Alder', round: 'Runde', year: 'År' },
  rounds: { first: 'Første undersøkelse', later: 'Senere undersøkelse' },
  group: 'Gruppe',
  assumed: 'Hva som er antatt',
  assumedLead: 'Historikken har bare det som faktisk skjedde. Det den mangler, er fylt slik:',
  derived: (name: string, recalls: string, cancers: string) =>
    `Strategi ${name}: ${recalls} etterundersøkt, ${cancers} screeningoppdaget kreft`,
  models: (models: string, product: string) => `${product} svarer for ${models}.`,
  assumptions: {
    'consensus-as-decided': ({ count }: Given) => `${count} konsensusmøter er avgjort slik de ble avgjort.`,
    'unseen-recalls-cancers': ({ count, share }: Given) =>
      `${count} konsensusmøter ble aldri holdt: kreft antas etterundersøkt (${share} av intervallkreft), alt annet avvist. Slik gjør Larsen 2022.`,
    'unseen-dismissed': ({ count }: Given) =>
      `${count} konsensusmøter ble aldri holdt: alle antas å avvise, slik protokollen sier.`,
    'unseen-not-said': ({ count }: Given) =>
      `${count} konsensusmøter ble aldri holdt, og protokollen sier ikke hva som skal antas: de teller som holdt, og ingen etterundersøkes.`,
    'unseen-share': ({ count, share }: Given) =>
      `${count} konsensusmøter ble aldri holdt: ${share} antas etterundersøkt.`,
    'looks-keep-opinion': ({ count, steps }: Given) =>
      `${count} ganger ser tyderen på nytt (${steps}): hva hun da ville ment, vet ingen. Hun antas å holde på sitt.`,
    'read-lacked': ({ count }: Given) =>
      `${count} tydinger finnes ikke i historikken: de teller som tydinger og som negative.`,
    'senior-as-any': ({ steps }: Given) =>
      `Historikken vet ikke hvem som var erfaren: ${steps} er regnet som hvem som helst.`,
    'readers-saw-no-machine': ({ steps }: Given) =>
      `Protokollen viser tyderen KI-svaret (${steps}), men tydingene ble gjort uten: skårene antas uendret.`,
    'ai-lacked': ({ count }: Given) =>
      `${count} undersøkelser har ikke svar fra produktet: protokollens utvei er brukt.`,
    held: ({ count }: Given) =>
      `${count} undersøkelser venter på en maskin som ikke har svart: verken etterundersøkt eller lukket.`,
    'recalls-new': ({ count }: Given) =>
      `${count} etterundersøkes her, men ble det ikke: hva undersøkelsen ville vist, vet ingen. De er ikke med i PPV.`,
    modality: ({ steps }: Given) => `Protokollen tar bilder med ${steps}; historikken har digital mammografi.`,
    'not-in-history': ({ steps }: Given) =>
      `Protokollen spør om ${steps}, som historikken ikke har om noen: det regnes som manglende.`,
  },
  cases: 'Kvinnene bak tallet',
  casesTitle: (kind: string) => `Bak tallet: ${kind}`,
  casesLead: 'Hver kvinne som vises, blir loggført som sett på.',
  casesEmpty: 'Ingen',
  caseKinds: {
    consensus: 'til konsensus',
    recalled: 'etterundersøkt',
    sdcKept: 'screeningoppdaget kreft som beholdes',
    sdcMissed: 'screeningoppdaget kreft som mistes',
    intervalSelected: 'intervallkreft som velges ut',
    recallsNew: 'etterundersøkes bare her',
    recallsAvoided: 'slipper etterundersøkelse',
    consensusLacked: 'konsensus som aldri ble holdt',
    held: 'venter på maskinen',
  },
  refusals: {
    'snapshot-not-found': 'Uttrekket finnes ikke lenger.',
    'protocol-not-found': 'En av protokollene finnes ikke lenger.',
    'run-not-found': 'Etterprøvingen finnes ikke.',
  },
};
