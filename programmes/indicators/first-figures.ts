import type { Indicator, IndicatorSet } from '#core/quality/indicator';

const ECIBC = 'Muratov et al. 2020, BMC Cancer, Table 3 (ECIBC indicator';
const done = ['all', ['is', 'screened'], ['is', 'closed']] as const;
const read = ['all', ['is', 'screened'], ['is', 'read'], ['is', 'closed']] as const;
const followed = [
  'all',
  ['is', 'screened'],
  ['is', 'closed'],
  ['is', 'followed_24_months'],
  ['not', ['is', 'screen_detected']],
] as const;

const screening = { fact: 'screening', year: 'screened_year' } as const;

const indicators: readonly Indicator[] = [
  {
    id: 'coverage',
    name: { nb: 'Dekning', en: 'Coverage' },
    definition: {
      nb: 'Kvinner i målgruppen ved årets slutt som er undersøkt i programmet de siste 24 månedene.',
      en: 'Women in the target group at the end of the year who were screened in the programme within 24 months.',
    },
    fact: 'person-year',
    year: 'year',
    numerator: ['is', 'screened_24_months'],
    denominator: ['all'],
    per: 100,
    interval: 'wilson',
    source: `${ECIBC} 1)`,
  },
  {
    id: 'participation',
    name: { nb: 'Oppmøte', en: 'Participation' },
    definition: {
      nb: 'Inviterte kvinner som ble undersøkt i runden. Åpne runder er ikke med.',
      en: 'Women invited who were screened in the episode. Open episodes are left out.',
    },
    fact: 'screening',
    year: 'invited_year',
    numerator: ['is', 'screened'],
    denominator: ['all', ['is', 'closed'], ['not', ['eq', 'outcome', 'withdrawn']]],
    per: 100,
    interval: 'wilson',
    source: `${ECIBC} 2)`,
  },
  {
    ...screening,
    id: 'consensus',
    name: { nb: 'Konsensus', en: 'Consensus' },
    definition: {
      nb: 'Undersøkte kvinner der minst en leser ga 2 eller mer, slik at bildene ble drøftet i konsensus.',
      en: 'Women screened whose images went to consensus because either reader scored 2 or more.',
    },
    numerator: ['is', 'consensus'],
    denominator: read,
    per: 100,
    interval: 'wilson',
    source: 'Hofvind et al. 2009, Radiology (definition of discordant and concordant positive)',
  },
  {
    ...screening,
    id: 'recall',
    name: { nb: 'Etterundersøkelse', en: 'Recall' },
    definition: {
      nb: 'Undersøkte kvinner som konsensus kalte inn til etterundersøkelse. Teknisk ny innkalling er ikke med.',
      en: 'Women screened whom consensus recalled to assessment. Technical recalls are left out.',
    },
    numerator: ['is', 'recalled'],
    denominator: read,
    per: 100,
    interval: 'wilson',
    source: `${ECIBC} 3)`,
  },
  {
    ...screening,
    id: 'detection',
    name: { nb: 'Kreft funnet ved screening', en: 'Screen-detected cancer' },
    definition: {
      nb: 'Undersøkte kvinner med brystkreft (DCIS eller invasiv) påvist i runden.',
      en: 'Women screened with breast cancer (DCIS or invasive) found in the episode.',
    },
    numerator: ['is', 'screen_detected'],
    denominator: done,
    per: 1000,
    interval: 'exact',
    source: `${ECIBC} 4)`,
  },
  {
    ...screening,
    id: 'invasive-detection',
    name: { nb: 'Invasiv kreft funnet ved screening', en: 'Invasive screen-detected cancer' },
    definition: {
      nb: 'Undersøkte kvinner med invasiv brystkreft påvist i runden.',
      en: 'Women screened with invasive breast cancer found in the episode.',
    },
    numerator: ['all', ['is', 'screen_detected'], ['is', 'invasive']],
    denominator: done,
    per: 1000,
    interval: 'exact',
    source: `${ECIBC} 5)`,
  },
  {
    ...screening,
    id: 'interval-cancer',
    name: { nb: 'Intervallkreft', en: 'Interval cancer' },
    definition: {
      nb: 'Brystkreft innen 24 måneder etter en undersøkelse uten kreft. Bare undersøkelser som er fulgt i 24 måneder.',
      en: 'Breast cancer within 24 months of an examination without cancer. Only examinations followed for 24 months.',
    },
    numerator: ['is', 'interval_cancer'],
    denominator: followed,
    per: 1000,
    interval: 'exact',
    source: `${ECIBC} 9); 24 months: BreastScreen Norway`,
  },
  {
    ...screening,
    id: 'sensitivity',
    name: { nb: 'Sensitivitet for runden', en: 'Episode sensitivity' },
    definition: {
      nb: 'Kreft funnet ved screening blant all kreft funnet ved screening eller i intervallet.',
      en: 'Screen-detected cancers among screen-detected and interval cancers.',
    },
    numerator: ['is', 'screen_detected'],
    denominator: [
      'all',
      ['is', 'screened'],
      ['is', 'followed_24_months'],
      ['any', ['is', 'screen_detected'], ['is', 'interval_cancer']],
    ],
    per: 100,
    interval: 'exact',
    source: `${ECIBC} 10)`,
  },
];

export const firstFigures: IndicatorSet = {
  id: 'first-figures',
  version: '1',
  name: { nb: 'De første tallene', en: 'First figures' },
  indicators,
};
