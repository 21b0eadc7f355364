import type { Level } from '#core/quality/indicator';
import { type MeasureEntry, notMeasured, percent, places, words } from './measure.ts';

const taken = { fact: 'image', year: 'taken_year' } as const;
const withRadiographer: readonly Level[] = [...places, 'radiographer'];
const graded = ['known', 'quality'] as const;

function grade(letter: 'P' | 'A' | 'I', nb: string, nn: string, en: string): MeasureEntry {
  return {
    name: words(`${letter}: ${nb}`, `${letter}: ${nn}`, `${letter}: ${en}`),
    definition: words(
      `Bilder som radiografen graderte som ${letter}, blant graderte bilder.`,
      `Bilete som radiografen graderte som ${letter}, blant graderte bilete.`,
      `Images that the radiographer graded ${letter}, among graded images.`,
    ),
    measure: percent(['eq', 'quality', letter], graded, taken),
    direction: letter === 'I' ? 'lower' : letter === 'P' ? 'higher' : 'neither',
    levels: withRadiographer,
  };
}

function missing(
  [nameNb, nameNn, nameEn]: readonly [string, string, string],
  [nb, nn, en]: readonly [string, string, string],
  levels: readonly Level[] = places,
): MeasureEntry {
  return {
    name: words(nameNb, nameNn, nameEn),
    definition: words(`${nameNb}.`, `${nameNn}.`, `${nameEn}.`),
    measure: notMeasured(nb, nn, en),
    direction: 'neither',
    levels,
  };
}

const dose = [
  'stråledose fra bildefilenes metadata (DICOM)',
  'stråledose frå metadata i biletfilene (DICOM)',
  'dose from the image files’ metadata (DICOM)',
] as const;
const constancy = [
  'registeret over utstyr og kontrollmålinger',
  'registeret over utstyr og kontrollmålingar',
  'the register of equipment and constancy tests',
] as const;
const testSets = [
  'testsett med fasit for leserne',
  'testsett med fasit for lesarane',
  'test sets with an answer key for readers',
] as const;
const messages = [
  'meldingsloggen i uttrekket',
  'meldingsloggen i uttrekket',
  'the message log in the snapshot',
] as const;

/** Images, and what takes equipment, messages or test sets that the figures do not hold yet. */
export const imageMeasures = {
  perfect: grade('P', 'perfekt', 'perfekt', 'perfect'),
  adequate: grade('A', 'tilfredsstillende', 'tilfredsstillande', 'adequate'),
  inadequate: grade('I', 'utilstrekkelig', 'utilstrekkeleg', 'inadequate'),
  acceptable: {
    name: words('Godkjente bilder', 'Godkjende bilete', 'Acceptable images'),
    definition: words(
      'Graderte bilder som er P eller A.',
      'Graderte bilete som er P eller A.',
      'Graded images that are P or A.',
    ),
    measure: percent(['not', ['eq', 'quality', 'I']], graded, taken),
    direction: 'higher',
    levels: withRadiographer,
  },
  retakes: {
    name: words('Bilder tatt om igjen', 'Bilete tekne om att', 'Images retaken'),
    definition: words(
      'Bilder som ble tatt om igjen minst en gang.',
      'Bilete som vart tekne om att minst éin gong.',
      'Views that were taken again at least once.',
    ),
    measure: percent(['ge', 'retakes', 1], ['all'], taken),
    direction: 'lower',
    levels: withRadiographer,
  },
  dose: missing(['Stråledose', 'Stråledose', 'Glandular dose'], dose),
  compressionForce: missing(['Kompresjonskraft', 'Kompresjonskraft', 'Compression force'], dose, withRadiographer),
  compressionPressure: missing(
    ['Kompresjonstrykk', 'Kompresjonstrykk', 'Compression pressure'],
    dose,
    withRadiographer,
  ),
  testsOnTime: missing(['Kontroller utført i tide', 'Kontrollar utførte i tide', 'Tests done on time'], constancy),
  testsPassed: missing(
    ['Kontroller innenfor grensene', 'Kontrollar innanfor grensene', 'Tests in tolerance'],
    constancy,
  ),
  displays: missing(['Godkjente skjermer', 'Godkjende skjermar', 'Displays passed'], constancy),
  downtime: missing(['Nedetid', 'Nedetid', 'Downtime'], constancy),
  testSetSensitivity: missing(['Testsett: sensitivitet', 'Testsett: sensitivitet', 'Test set: sensitivity'], testSets, [
    'nation',
    'reader',
  ]),
  testSetSpecificity: missing(['Testsett: spesifisitet', 'Testsett: spesifisitet', 'Test set: specificity'], testSets, [
    'nation',
    'reader',
  ]),
  testSetParticipation: missing(['Testsett: deltakelse', 'Testsett: deltaking', 'Test set: participation'], testSets, [
    'nation',
    'centre',
  ]),
  points: missing(
    ['PAI-poeng, gjennomsnitt', 'PAI-poeng, gjennomsnitt', 'PAI points, mean'],
    [
      'poeng per bilde i uttrekket; poengene i 2025-utgaven er ikke publisert',
      'poeng per bilete i uttrekket; poenga i 2025-utgåva er ikkje publiserte',
      'points per image in the snapshot; the points of the 2025 revision are not published',
    ],
    withRadiographer,
  ),
  pointsSpread: missing(
    ['Spredning mellom radiografer', 'Spreiing mellom radiografar', 'Spread between radiographers'],
    [
      'nok graderte bilder per radiograf og en avtalt måte å regne spredning på',
      'nok graderte bilete per radiograf og ein avtalt måte å rekne spreiing på',
      'enough graded images a radiographer and an agreed way to count the spread',
    ],
  ),
  digitalLetters: missing(['Brev levert digitalt', 'Brev leverte digitalt', 'Letters delivered digitally'], messages),
  smsOnTime: missing(['SMS sendt i tide', 'SMS sendt i tide', 'SMS sent on time'], messages),
  factSheet: missing(['Faktaark sendt', 'Faktaark sendt', 'Fact sheet sent'], messages),
  reservations: missing(
    ['Reservasjon mot lagring', 'Reservasjon mot lagring', 'Reservations against storage'],
    [
      'reservasjonsregisteret i uttrekket',
      'reservasjonsregisteret i uttrekket',
      'the register of reservations in the snapshot',
    ],
    ['nation', 'centre'],
  ),
  adaptedAccess: missing(
    ['Tilrettelagt time', 'Tilrettelagd time', 'Adapted access'],
    [
      'registrerte behov for tilrettelegging i uttrekket',
      'registrerte behov for tilrettelegging i uttrekket',
      'registered needs for adaptation in the snapshot',
    ],
  ),
  registerCoverage: missing(
    ['Registerets dekning', 'Dekninga til registeret', 'Register coverage'],
    [
      'en uavhengig telling av målgruppen',
      'ei uavhengig teljing av målgruppa',
      'an independent count of the target group',
    ],
    ['nation'],
  ),
  addressErrors: missing(
    ['Feil adresse', 'Feil adresse', 'Address errors'],
    ['brev i retur fra trykkeriet', 'brev i retur frå trykkeriet', 'letters returned to the printer'],
    ['nation', 'centre'],
  ),
  technicalUnresolved: missing(
    ['Teknisk ny innkalling uten nye bilder', 'Teknisk ny innkalling utan nye bilete', 'Technical recall unresolved'],
    [
      'en avtalt frist for når nye bilder skal være tatt',
      'ein avtalt frist for når nye bilete skal vere tekne',
      'an agreed limit for when new images are to be taken',
    ],
  ),
  reviewCompleted: missing(
    ['Gjennomgang av intervallkreft ferdig', 'Gjennomgang av intervallkreft ferdig', 'Interval cancer review done'],
    [
      'klasser fra gjennomgangen av intervallkreft i uttrekket',
      'klassar frå gjennomgangen av intervallkreft i uttrekket',
      'classes of the interval cancer review in the snapshot',
    ],
    ['nation', 'centre'],
  ),
  readerVolume: missing(
    ['Tydinger per leser og år', 'Tydingar per lesar og år', 'Reads per reader and year'],
    [
      'antall per leser som eget tall (står på leserens egen side)',
      'talet per lesar som eige tal (står på sida til lesaren)',
      'a count per reader as a figure of its own (it stands on the reader’s own page)',
    ],
    ['nation', 'reader'],
  ),
  informed: missing(
    [
      'Informert om undersøkelsen og når svaret kommer',
      'Informert om undersøkinga og når svaret kjem',
      'Informed of procedure and time scale',
    ],
    ['spørreundersøkelse til kvinnene', 'spørjeundersøking til kvinnene', 'a survey among the women'],
    ['nation', 'centre'],
  ),
  earlyRecall: missing(
    [
      'Tidlig kontroll etter etterundersøkelse',
      'Tidleg kontroll etter etterundersøking',
      'Early recall after assessment',
    ],
    [
      'avtaler om tidlig kontroll, som programmet ikke bruker',
      'avtalar om tidleg kontroll, som programmet ikkje bruker',
      'appointments for early recall, which the programme does not use',
    ],
  ),
  additionalImaging: missing(
    ['Ekstra bilder ved screening', 'Ekstra bilete ved screening', 'Additional imaging at the screening visit'],
    [
      'ekstra bilder tatt samme dag; de tas ved etterundersøkelse her',
      'ekstra bilete tekne same dag; dei blir tekne ved etterundersøking her',
      'extra views on the same day; here they are taken at assessment',
    ],
  ),
  pathologyDetail: missing(
    ['Nål- og operasjonskvalitet', 'Nål- og operasjonskvalitet', 'Needle and surgical quality'],
    [
      'patologi og operasjonsdata per prøve',
      'patologi og operasjonsdata per prøve',
      'pathology and surgical data per sample',
    ],
    ['nation', 'centre'],
  ),
  decisionToSurgery: missing(
    [
      'Fra beslutning til tilbudt operasjon',
      'Frå avgjerd til tilbode operasjon',
      'Decision to operate to date offered',
    ],
    [
      'datoen da operasjon ble bestemt og tilbudt',
      'datoen då operasjon vart bestemt og tilboden',
      'the dates when surgery was decided and offered',
    ],
    ['nation', 'centre'],
  ),
} as const satisfies Readonly<Record<string, MeasureEntry>>;
