import { among, areas, type MeasureEntry, percent, perThousand, places, words } from './measure.ts';

const oneRead = { fact: 'reading', year: 'read_year' } as const;

/** From images to a decision and a result, and what it costs of recalls. */
export const readingMeasures = {
  consensus: {
    name: words('Konsensus', 'Konsensus', 'Consensus'),
    definition: words(
      'Undersøkte kvinner der minst en leser ga 2 eller mer, slik at bildene ble drøftet i konsensus.',
      'Undersøkte kvinner der minst ein lesar gav 2 eller meir, slik at bileta vart drøfta i konsensus.',
      'Women screened whose images went to consensus because either reader scored 2 or more.',
    ),
    measure: percent(['is', 'consensus'], among.read),
    direction: 'neither',
    levels: places,
    source: 'Hofvind et al. 2009, Radiology (definition of discordant and concordant positive)',
  },
  dismissed: {
    name: words('Avvist i konsensus', 'Avvist i konsensus', 'Dismissed at consensus'),
    definition: words(
      'Kvinner drøftet i konsensus som ikke ble kalt inn til etterundersøkelse.',
      'Kvinner drøfta i konsensus som ikkje vart kalla inn til etterundersøking.',
      'Women discussed at consensus who were not recalled.',
    ),
    measure: percent(['not', ['is', 'recalled']], ['all', ['is', 'screened'], ['is', 'closed'], ['is', 'consensus']]),
    direction: 'neither',
    levels: places,
  },
  recall: {
    name: words('Etterundersøkelse', 'Etterundersøking', 'Recall'),
    definition: words(
      'Undersøkte kvinner som ble kalt inn til etterundersøkelse av medisinske grunner.',
      'Undersøkte kvinner som vart kalla inn til etterundersøking av medisinske grunnar.',
      'Women screened who were recalled to assessment for medical reasons.',
    ),
    exclusions: words(
      'Teknisk ny innkalling, og undersøkelser som ikke er ferdig lest.',
      'Teknisk ny innkalling, og undersøkingar som ikkje er ferdig lesne.',
      'Technical recalls, and examinations whose reading is not finished.',
    ),
    measure: percent(['is', 'recalled'], among.read),
    direction: 'lower',
    levels: places,
  },
  falsePositive: {
    name: words('Falske positive', 'Falske positive', 'False positives'),
    definition: words(
      'Undersøkte kvinner som ble kalt inn til etterundersøkelse uten at det ble funnet kreft.',
      'Undersøkte kvinner som vart kalla inn til etterundersøking utan at det vart funne kreft.',
      'Women screened who were recalled without cancer being found.',
    ),
    measure: percent(['all', ['is', 'recalled'], ['not', ['is', 'screen_detected']]], among.read),
    direction: 'lower',
    levels: places,
  },
  predictiveValue: {
    name: words('Kreft blant etterundersøkte', 'Kreft blant etterundersøkte', 'Cancer among recalled'),
    definition: words(
      'Kvinner kalt inn til etterundersøkelse der det ble funnet brystkreft (positiv prediktiv verdi, PPV-1).',
      'Kvinner kalla inn til etterundersøking der det vart funne brystkreft (positiv prediktiv verdi, PPV-1).',
      'Women recalled in whom breast cancer was found (positive predictive value, PPV-1).',
    ),
    measure: percent(['is', 'screen_detected'], among.recalled),
    direction: 'higher',
    levels: places,
  },
  technicalRecall: {
    name: words('Teknisk ny innkalling', 'Teknisk ny innkalling', 'Technical recall'),
    definition: words(
      'Undersøkte kvinner som måtte komme igjen fordi bildene ikke kunne leses.',
      'Undersøkte kvinner som måtte kome att fordi bileta ikkje kunne lesast.',
      'Women screened who had to come again because the images could not be read.',
    ),
    measure: percent(['is', 'technical_recall'], among.screened),
    direction: 'lower',
    levels: [...places, 'radiographer'],
  },
  resultMedian: {
    name: words('Dager til svar, median', 'Dagar til svar, median', 'Days to result, median'),
    definition: words(
      'Dager fra undersøkelsen til lesingen var avgjort, da svarbrevet eller innkallingen bestemmes.',
      'Dagar frå undersøkinga til lesinga var avgjord, då svarbrevet eller innkallinga blir bestemt.',
      'Days from the examination until the reading was decided, when the result letter or recall is decided.',
    ),
    measure: {
      kind: 'median',
      fact: 'screening',
      year: 'screened_year',
      of: 'days_to_result',
      denominator: ['all', ['is', 'screened'], ['known', 'days_to_result']],
      unit: 'days',
    },
    direction: 'lower',
    levels: places,
  },
  resultWithin10: resultWithin(10),
  resultWithin15: resultWithin(15),
  resultWithin28Days: {
    name: words('Svar innen 28 dager', 'Svar innan 28 dagar', 'Result within 28 days'),
    definition: words(
      'Undersøkte kvinner der lesingen var avgjort senest 28 dager etter undersøkelsen.',
      'Undersøkte kvinner der lesinga var avgjord seinast 28 dagar etter undersøkinga.',
      'Women screened whose reading was decided within 28 days of the examination.',
    ),
    measure: percent(['le', 'days_to_result', 28], ['all', ['is', 'screened'], ['known', 'days_to_result']]),
    direction: 'higher',
    levels: places,
  },
  readsPositive: {
    name: words('Leser ga 2 eller mer', 'Lesar gav 2 eller meir', 'Reader scored 2 or more'),
    definition: words(
      'Uavhengige tydinger der leseren ga minst ett bryst 2 eller mer.',
      'Uavhengige tydingar der lesaren gav minst eitt bryst 2 eller meir.',
      'Independent reads in which the reader scored either breast 2 or more.',
    ),
    measure: percent(['is', 'positive'], ['all'], oneRead),
    direction: 'neither',
    levels: ['nation', 'region', 'centre', 'reader'],
  },
  discordance: {
    name: words('Uenighet mellom leserne', 'Usemje mellom lesarane', 'Discordance between readers'),
    definition: words(
      'Uavhengige tydinger der den ene leseren ga 2 eller mer og den andre 1.',
      'Uavhengige tydingar der den eine lesaren gav 2 eller meir og den andre 1.',
      'Independent reads in which one reader scored 2 or more and the other 1.',
    ),
    measure: percent(['is', 'discordant'], ['is', 'both_read'], oneRead),
    direction: 'neither',
    levels: ['nation', 'region', 'centre', 'reader'],
  },
  readerPredictiveValue: {
    name: words('Kreft blant positive tydinger', 'Kreft blant positive tydingar', 'Cancer among positive reads'),
    definition: words(
      'Tydinger med 2 eller mer der det ble funnet brystkreft i runden.',
      'Tydingar med 2 eller meir der det vart funne brystkreft i runden.',
      'Reads of 2 or more in which breast cancer was found in the episode.',
    ),
    measure: percent(['is', 'screen_detected'], ['all', ['is', 'closed'], ['is', 'positive']], oneRead),
    direction: 'higher',
    levels: ['nation', 'centre', 'reader'],
  },
  readerSensitivity: {
    name: words('Leserens funn av kreft', 'Funn av kreft hos lesaren', 'Cancers the reader marked'),
    definition: words(
      'Kvinner med kreft funnet ved screening der leseren ga 2 eller mer før konsensus.',
      'Kvinner med kreft funnen ved screening der lesaren gav 2 eller meir før konsensus.',
      'Women with a screen-detected cancer whom the reader scored 2 or more before consensus.',
    ),
    measure: percent(['is', 'positive'], ['all', ['is', 'closed'], ['is', 'screen_detected']], oneRead),
    direction: 'higher',
    levels: ['nation', 'centre', 'reader'],
  },
  readerIntervalCancer: {
    name: words('Intervallkreft etter egen 1', 'Intervallkreft etter eigen 1', 'Interval cancer after own 1'),
    definition: words(
      'Tydinger der leseren ga 1 på begge bryst, og kvinnen fikk brystkreft innen 24 måneder.',
      'Tydingar der lesaren gav 1 på begge bryst, og kvinna fekk brystkreft innan 24 månader.',
      'Reads scored 1 on both breasts in women who had breast cancer within 24 months.',
    ),
    measure: perThousand(
      ['is', 'interval_cancer'],
      ['all', ['is', 'closed'], ['is', 'followed_24_months'], ['not', ['is', 'positive']]],
      oneRead,
    ),
    direction: 'lower',
    levels: ['nation', 'centre', 'reader'],
    followUpMonths: 24,
  },
  readingTime: {
    name: words('Tid per tyding, median', 'Tid per tyding, median', 'Reading time, median'),
    definition: words(
      'Sekunder fra bildene ble åpnet til tydingen ble lagret.',
      'Sekund frå bileta vart opna til tydinga vart lagra.',
      'Seconds from the images being opened until the read was saved.',
    ),
    measure: {
      kind: 'median',
      fact: 'reading',
      year: 'read_year',
      of: 'seconds',
      denominator: ['known', 'seconds'],
      unit: 'seconds',
    },
    direction: 'neither',
    levels: ['nation', 'centre', 'reader'],
  },
} as const satisfies Readonly<Record<string, MeasureEntry>>;

function resultWithin(days: 10 | 15): MeasureEntry {
  return {
    name: words(`Svar innen ${days} virkedager`, `Svar innan ${days} virkedagar`, `Result within ${days} working days`),
    definition: words(
      `Undersøkte kvinner der lesingen var avgjort senest ${days} virkedager etter undersøkelsen.`,
      `Undersøkte kvinner der lesinga var avgjord seinast ${days} virkedagar etter undersøkinga.`,
      `Women screened whose reading was decided within ${days} working days of the examination.`,
    ),
    measure: percent(['le', 'working_days_to_result', days], ['all', ['is', 'screened'], ['known', 'days_to_result']]),
    direction: 'higher',
    levels: areas,
  };
}
