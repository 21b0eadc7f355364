import type { IndicatorSet } from '#core/quality/indicator';
import { cancerMeasures as cancer } from './cancer-measures.ts';
import { imageMeasures as image } from './image-measures.ts';
import { item, words } from './measure.ts';
import { participationMeasures as participation } from './participation-measures.ts';
import { readingMeasures as reading } from './reading-measures.ts';

/** What the programme follows from day to day, with the figures of one reader or radiographer for herself. */
export const ownFigures: IndicatorSet = {
  id: 'programme',
  version: '1',
  name: words('Programmets egne tall', 'Eigne tal for programmet', 'The programme’s own figures'),
  source: 'configuration',
  indicators: [
    item('1', 'participation', participation.participation),
    item('2', 'consensus', reading.consensus),
    item('3', 'dismissed', reading.dismissed),
    item('4', 'recall', reading.recall),
    item('5', 'false-positive', reading.falsePositive),
    item('6', 'predictive-value', reading.predictiveValue),
    item('7', 'detection', cancer.detection),
    item('8', 'interval-cancer', cancer.intervalCancer),
    item('9', 'time-to-result', reading.resultMedian),
    item('10', 'technical-recall', reading.technicalRecall),
    item('11', 'reads-positive', reading.readsPositive),
    item('12', 'discordance', reading.discordance),
    item('13', 'reader-predictive-value', reading.readerPredictiveValue),
    item('14', 'reader-sensitivity', reading.readerSensitivity),
    item('15', 'reader-interval-cancer', reading.readerIntervalCancer),
    item('16', 'acceptable-images', image.acceptable),
    item('17', 'retakes', image.retakes),
  ],
};
