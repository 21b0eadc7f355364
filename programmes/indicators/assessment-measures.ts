import { among, and, areas, type MeasureEntry, notMeasured, percent, words } from './measure.ts';

const noSurgeryReports = notMeasured(
  'patologisvar fra operasjoner der svaret var godartet; leveransen har dem ikke',
  'patologisvar frå operasjonar der svaret var godarta; leveransen har dei ikkje',
  'pathology reports of operations that turned out benign; the delivery does not hold them',
);
const biopsyKnown = and(['all', ['is', 'screened'], ['is', 'closed']], ['is', 'biopsy_reported']);

/** From recall to answer, needle and operation. */
export const assessmentMeasures = {
  toAssessmentWithin5: {
    name: words(
      'Etterundersøkt innen 5 virkedager',
      'Etterundersøkt innan 5 virkedagar',
      'Assessed within 5 working days',
    ),
    definition: words(
      'Etterundersøkte kvinner som kom til etterundersøkelse senest 5 virkedager etter at innkallingen var bestemt.',
      'Etterundersøkte kvinner som kom til etterundersøking seinast 5 virkedagar etter at innkallinga var bestemt.',
      'Women assessed within 5 working days of the decision to recall.',
    ),
    measure: percent(['le', 'working_days_to_assessment', 5], ['known', 'working_days_to_assessment']),
    direction: 'higher',
    levels: areas,
  },
  toAssessmentMedian: {
    name: words('Dager til etterundersøkelse', 'Dagar til etterundersøking', 'Days to assessment, median'),
    definition: words(
      'Dager fra undersøkelsen til første etterundersøkelse.',
      'Dagar frå undersøkinga til første etterundersøking.',
      'Days from the examination to the first assessment.',
    ),
    measure: {
      kind: 'median',
      fact: 'screening',
      year: 'screened_year',
      of: 'days_to_assessment',
      denominator: ['known', 'days_to_assessment'],
      unit: 'days',
    },
    direction: 'lower',
    levels: areas,
  },
  answerWithin5: {
    name: words(
      'Svar innen 5 virkedager etter etterundersøkelse',
      'Svar innan 5 virkedagar etter etterundersøking',
      'Assessment result within 5 working days',
    ),
    definition: words(
      'Etterundersøkte kvinner der runden var avgjort senest 5 virkedager etter første etterundersøkelse.',
      'Etterundersøkte kvinner der runden var avgjord seinast 5 virkedagar etter første etterundersøking.',
      'Women assessed whose episode was decided within 5 working days of the first assessment.',
    ),
    measure: percent(['le', 'working_days_assessment_to_result', 5], ['known', 'working_days_assessment_to_result']),
    direction: 'higher',
    levels: areas,
  },
  biopsy: {
    name: words('Nålebiopsi', 'Nålbiopsi', 'Needle biopsy'),
    definition: words(
      'Undersøkte kvinner som fikk nåle- eller vakuumbiopsi ved etterundersøkelsen.',
      'Undersøkte kvinner som fekk nål- eller vakuumbiopsi ved etterundersøkinga.',
      'Women screened who had a needle or vacuum biopsy at assessment.',
    ),
    measure: percent(['is', 'needle_biopsy'], among.screened),
    direction: 'neither',
    levels: areas,
  },
  biopsyBenignToMalignant: {
    name: words('Godartet mot ondartet biopsi', 'Godarta mot vondarta biopsi', 'Benign to malignant biopsy'),
    definition: words(
      'Kvinner med biopsi uten at det ble funnet kreft, for hver kvinne med biopsi og kreft.',
      'Kvinner med biopsi utan at det vart funne kreft, for kvar kvinne med biopsi og kreft.',
      'Women with a biopsy and no cancer found, for each woman with a biopsy and cancer.',
    ),
    measure: {
      kind: 'ratio',
      fact: 'screening',
      year: 'screened_year',
      numerator: ['all', ['is', 'closed'], ['is', 'needle_biopsy'], ['not', ['is', 'screen_detected']]],
      denominator: ['all', ['is', 'closed'], ['is', 'needle_biopsy'], ['is', 'screen_detected']],
    },
    direction: 'lower',
    levels: areas,
  },
  biopsyInsufficient: {
    name: words('Utilstrekkelig prøve', 'Utilstrekkeleg prøve', 'Insufficient sample'),
    definition: words(
      'Kvinner med biopsisvar der minst en prøve var utilstrekkelig.',
      'Kvinner med biopsisvar der minst éi prøve var utilstrekkeleg.',
      'Women with a biopsy report of whom a sample was insufficient.',
    ),
    measure: percent(['is', 'biopsy_insufficient'], biopsyKnown),
    direction: 'lower',
    levels: areas,
  },
  preoperative: {
    name: words('Diagnose før operasjon', 'Diagnose før operasjon', 'Pre-operative diagnosis'),
    definition: words(
      'Kvinner med kreft funnet ved screening der biopsien viste kreft, blant dem med biopsisvar.',
      'Kvinner med kreft funnen ved screening der biopsien viste kreft, blant dei med biopsisvar.',
      'Women with a screen-detected cancer whose biopsy showed it, among those with a biopsy report.',
    ),
    measure: percent(['is', 'biopsy_malignant'], and(among.cancers, ['is', 'biopsy_reported'])),
    direction: 'higher',
    levels: areas,
  },
  toTreatmentMedian: {
    name: words('Dager til behandling, median', 'Dagar til behandling, median', 'Days to treatment, median'),
    definition: words(
      'Dager fra undersøkelsen til første behandling av kreft funnet ved screening.',
      'Dagar frå undersøkinga til første behandling av kreft funnen ved screening.',
      'Days from the examination to the first treatment of a screen-detected cancer.',
    ),
    measure: {
      kind: 'median',
      fact: 'screening',
      year: 'screened_year',
      of: 'days_to_treatment',
      denominator: ['all', ['is', 'screen_detected'], ['known', 'days_to_treatment']],
      unit: 'days',
    },
    direction: 'lower',
    levels: areas,
  },
  mastectomy: {
    name: words('Fjernet hele brystet', 'Fjerna heile brystet', 'Mastectomy'),
    definition: words(
      'Opererte kvinner med kreft funnet ved screening der hele brystet ble fjernet.',
      'Opererte kvinner med kreft funnen ved screening der heile brystet vart fjerna.',
      'Women operated for a screen-detected cancer who had a mastectomy.',
    ),
    measure: percent(['eq', 'surgery', 'mastectomy'], among.operated),
    direction: 'lower',
    levels: areas,
  },
  conserving: {
    name: words('Brystbevarende operasjon', 'Brystbevarande operasjon', 'Breast-conserving surgery'),
    definition: words(
      'Opererte kvinner med kreft funnet ved screening som fikk beholde brystet.',
      'Opererte kvinner med kreft funnen ved screening som fekk behalde brystet.',
      'Women operated for a screen-detected cancer who kept the breast.',
    ),
    measure: percent(['eq', 'surgery', 'conserving'], among.operated),
    direction: 'higher',
    levels: areas,
  },
  benignSurgery: {
    name: words('Operert for godartet funn', 'Operert for godarta funn', 'Benign open surgical biopsy'),
    definition: words(
      'Undersøkte kvinner som ble operert og der svaret var godartet.',
      'Undersøkte kvinner som vart opererte og der svaret var godarta.',
      'Women screened who had an open operation with a benign result.',
    ),
    measure: noSurgeryReports,
    direction: 'lower',
    levels: areas,
  },
  surgeryBenignToMalignant: {
    name: words('Godartet mot ondartet operasjon', 'Godarta mot vondarta operasjon', 'Benign to malignant surgery'),
    definition: words(
      'Operasjoner med godartet svar for hver operasjon med ondartet svar.',
      'Operasjonar med godarta svar for kvar operasjon med vondarta svar.',
      'Operations with a benign result for each with a malignant one.',
    ),
    measure: noSurgeryReports,
    direction: 'lower',
    levels: areas,
  },
} as const satisfies Readonly<Record<string, MeasureEntry>>;
