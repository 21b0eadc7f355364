import type { IndicatorSet } from '#core/quality/indicator';
import { assessmentMeasures as assessment } from './assessment-measures.ts';
import { cancerMeasures as cancer } from './cancer-measures.ts';
import { item, words } from './measure.ts';
import { participationMeasures as participation } from './participation-measures.ts';
import { readingMeasures as reading } from './reading-measures.ts';

const source = 'configuration: a reconstruction; Socialstyrelsen 2022-6-8260 was not available';

export const swedish11: IndicatorSet = {
  id: 'swedish-11',
  version: 'placeholder-1',
  name: words('Svenske 11 (ikke bekreftet)', 'Svenske 11 (ikkje stadfesta)', 'Swedish 11 (unverified)'),
  source,
  placeholder: words(
    'Navnene på Socialstyrelsens elleve indikatorer er ikke kjent her. Dette er en rekonstruksjon som viser formen; last inn den riktige listen før tallene brukes.',
    'Namna på dei elleve indikatorane til Socialstyrelsen er ikkje kjende her. Dette er ein rekonstruksjon som viser forma; last inn den rette lista før tala blir brukte.',
    'The names of Socialstyrelsen’s eleven indicators are not known here. This reconstruction shows the shape; load the real list before the figures are used.',
  ),
  indicators: [
    item('1', 'participation', participation.participation, { source }),
    item('2', 'participation-education', participation.education, { source }),
    item('3', 'time-to-result', reading.resultMedian, { source }),
    item('4', 'time-to-assessment', assessment.toAssessmentMedian, { source }),
    item('5', 'recall', reading.recall, { source }),
    item('6', 'false-positive', reading.falsePositive, { source }),
    item('7', 'detection', cancer.detection, { source }),
    item('8', 'dcis-share', cancer.dcisShare, { source }),
    item('9', 'twenty-mm-or-less', cancer.twentyOrLess, { source }),
    item('10', 'node-negative', cancer.nodeNegative, { source }),
    item('11', 'interval-cancer', cancer.intervalCancer, { source }),
  ],
};
