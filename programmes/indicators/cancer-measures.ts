import type { Condition } from '#core/quality/condition';
import { among, and, areas, type MeasureEntry, notMeasured, percent, perThousand, places, words } from './measure.ts';

function ofInvasive(nb: string, nn: string, en: string, numerator: Condition, denominator: Condition): MeasureEntry {
  return {
    name: words(`Invasiv kreft ${nb}`, `Invasiv kreft ${nn}`, `Invasive cancers ${en}`),
    definition: words(
      `Invasiv kreft funnet ved screening som er ${nb}, blant dem der det er kjent.`,
      `Invasiv kreft funnen ved screening som er ${nn}, blant dei der det er kjent.`,
      `Invasive screen-detected cancers that are ${en}, among those for which it is known.`,
    ),
    measure: percent(numerator, denominator),
    direction: 'higher',
    levels: areas,
  };
}

const expectedIncidence = notMeasured(
  'forventet forekomst uten screening i samme alder, som ikke er publisert for Norge i den formen',
  'forventa førekomst utan screening i same alder, som ikkje er publisert for Noreg i den forma',
  'the incidence expected without screening at the same age, which is not published for Norway in that form',
);

/** What is found, how early, and what is found too late. */
export const cancerMeasures = {
  detection: {
    name: words('Kreft funnet ved screening', 'Kreft funnen ved screening', 'Screen-detected cancer'),
    definition: words(
      'Undersøkte kvinner med brystkreft (DCIS eller invasiv) påvist i runden.',
      'Undersøkte kvinner med brystkreft (DCIS eller invasiv) påvist i runden.',
      'Women screened with breast cancer (DCIS or invasive) found in the episode.',
    ),
    measure: perThousand(['is', 'screen_detected'], among.screened),
    direction: 'neither',
    levels: places,
  },
  invasiveDetection: {
    name: words('Invasiv kreft funnet ved screening', 'Invasiv kreft funnen ved screening', 'Invasive detection'),
    definition: words(
      'Undersøkte kvinner med invasiv brystkreft påvist i runden.',
      'Undersøkte kvinner med invasiv brystkreft påvist i runden.',
      'Women screened with invasive breast cancer found in the episode.',
    ),
    measure: perThousand(['all', ['is', 'screen_detected'], ['is', 'invasive']], among.screened),
    direction: 'neither',
    levels: places,
  },
  invasiveShare: {
    name: words('Andel invasiv', 'Del invasiv', 'Share invasive'),
    definition: words(
      'Kreft funnet ved screening som er invasiv.',
      'Kreft funnen ved screening som er invasiv.',
      'Screen-detected cancers that are invasive.',
    ),
    measure: percent(['is', 'invasive'], and(among.cancers, ['known', 'invasive'])),
    direction: 'neither',
    levels: areas,
  },
  dcisShare: {
    name: words('Andel DCIS', 'Del DCIS', 'Share DCIS'),
    definition: words(
      'Kreft funnet ved screening som er DCIS (forstadium).',
      'Kreft funnen ved screening som er DCIS (forstadium).',
      'Screen-detected cancers that are ductal carcinoma in situ.',
    ),
    measure: percent(['not', ['is', 'invasive']], and(among.cancers, ['known', 'invasive'])),
    direction: 'neither',
    levels: areas,
  },
  tenOrLess: ofInvasive('≤10 mm', '≤10 mm', '≤10 mm', ['le', 'size_mm', 10], among.sized),
  under15: ofInvasive('<15 mm', '<15 mm', '<15 mm', ['lt', 'size_mm', 15], among.sized),
  twentyOrLess: ofInvasive('≤20 mm', '≤20 mm', '≤20 mm', ['le', 'size_mm', 20], among.sized),
  above20: {
    ...ofInvasive('>20 mm', '>20 mm', '>20 mm', ['gt', 'size_mm', 20], among.sized),
    direction: 'lower',
  },
  nodeNegative: ofInvasive(
    'uten spredning til lymfeknuter',
    'utan spreiing til lymfeknutar',
    'without spread to lymph nodes',
    ['eq', 'nodes', 'negative'],
    among.staged,
  ),
  grade3: {
    ...ofInvasive('av grad 3', 'av grad 3', 'of grade 3', ['eq', 'grade', 3], and(among.invasive, ['known', 'grade'])),
    direction: 'neither',
  },
  stageTwo: {
    name: words('Stadium II eller høyere', 'Stadium II eller høgare', 'Stage II or higher'),
    definition: words(
      'Invasiv kreft funnet ved screening i stadium II eller høyere.',
      'Invasiv kreft funnen ved screening i stadium II eller høgare.',
      'Invasive screen-detected cancers of stage II or higher.',
    ),
    measure: notMeasured(
      'stadium (TNM) fra Kreftregisteret; størrelse og lymfeknuter alene gir ikke stadium',
      'stadium (TNM) frå Kreftregisteret; storleik og lymfeknutar åleine gir ikkje stadium',
      'stage (TNM) from the cancer registry; size and nodes alone do not give the stage',
    ),
    direction: 'lower',
    levels: areas,
  },
  intervalCancer: {
    name: words('Intervallkreft', 'Intervallkreft', 'Interval cancer'),
    definition: words(
      'Brystkreft innen 24 måneder etter en undersøkelse uten kreft.',
      'Brystkreft innan 24 månader etter ei undersøking utan kreft.',
      'Breast cancer within 24 months of an examination without cancer.',
    ),
    exclusions: words(
      'Undersøkelser som ikke er fulgt i 24 måneder.',
      'Undersøkingar som ikkje er følgde i 24 månader.',
      'Examinations that have not been followed for 24 months.',
    ),
    measure: perThousand(['is', 'interval_cancer'], among.followed),
    direction: 'lower',
    levels: areas,
    followUpMonths: 24,
  },
  intervalFirstYear: intervalIn('0-11', ['første året', 'første året', 'in the first year']),
  intervalSecondYear: intervalIn('12-23', ['andre året', 'andre året', 'in the second year']),
  sensitivity: {
    name: words('Sensitivitet for runden', 'Sensitivitet for runden', 'Episode sensitivity'),
    definition: words(
      'Kreft funnet ved screening blant all kreft funnet ved screening eller i intervallet.',
      'Kreft funnen ved screening blant all kreft funnen ved screening eller i intervallet.',
      'Screen-detected cancers among screen-detected and interval cancers.',
    ),
    measure: {
      kind: 'share',
      fact: 'screening',
      year: 'screened_year',
      numerator: ['is', 'screen_detected'],
      denominator: [
        'all',
        ['is', 'screened'],
        ['is', 'followed_24_months'],
        ['any', ['is', 'screen_detected'], ['is', 'interval_cancer']],
      ],
      per: 100,
      interval: 'exact',
    },
    direction: 'higher',
    levels: areas,
    followUpMonths: 24,
  },
  detectionToExpected: {
    name: words(
      'Kreft funnet, mot forventet forekomst',
      'Kreft funnen, mot forventa førekomst',
      'Detection to expected incidence',
    ),
    definition: words(
      'Kreft funnet ved screening delt på det antallet en ville ventet uten screening.',
      'Kreft funnen ved screening delt på det talet ein ville ha venta utan screening.',
      'Screen-detected cancers divided by the number expected without screening.',
    ),
    measure: expectedIncidence,
    direction: 'higher',
    levels: ['nation', 'region'],
  },
  intervalToExpected: {
    name: words(
      'Intervallkreft mot forventet forekomst',
      'Intervallkreft mot forventa førekomst',
      'Interval cancer to expected incidence',
    ),
    definition: words(
      'Intervallkreft delt på det antallet en ville ventet uten screening.',
      'Intervallkreft delt på det talet ein ville ha venta utan screening.',
      'Interval cancers divided by the number expected without screening.',
    ),
    measure: expectedIncidence,
    direction: 'lower',
    levels: ['nation', 'region'],
  },
} as const satisfies Readonly<Record<string, MeasureEntry>>;

function intervalIn(window: '0-11' | '12-23', [nb, nn, en]: readonly [string, string, string]): MeasureEntry {
  return {
    name: words(`Intervallkreft, ${nb}`, `Intervallkreft, ${nn}`, `Interval cancer ${en}`),
    definition: words(
      `Brystkreft ${window.replace('-', '–')} måneder etter en undersøkelse uten kreft.`,
      `Brystkreft ${window.replace('-', '–')} månader etter ei undersøking utan kreft.`,
      `Breast cancer ${window.replace('-', '–')} months after an examination without cancer.`,
    ),
    measure: perThousand(and(['is', 'interval_cancer'], ['eq', 'interval_window', window]), among.followed),
    direction: 'lower',
    levels: areas,
    followUpMonths: 24,
  };
}
