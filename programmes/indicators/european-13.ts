import type { IndicatorSet } from '#core/quality/indicator';
import { assessmentMeasures as assessment } from './assessment-measures.ts';
import { cancerMeasures as cancer } from './cancer-measures.ts';
import { item, onlyKind, words } from './measure.ts';
import { participationMeasures as participation } from './participation-measures.ts';
import { readingMeasures as reading } from './reading-measures.ts';

/** Items 1-4 are worded as in Table 3; 5-13 are named there, and their definitions are the usual ones. */
const from = (number: number) => `Muratov et al. 2020, BMC Cancer, Table 3 (ECIBC indicator ${number})`;

/** The European Commission Initiative on Breast Cancer's thirteen: no target levels were given with them. */
export const european13: IndicatorSet = {
  id: 'european-13',
  version: '2020',
  name: words('Europeiske 13', 'Europeiske 13', 'European 13'),
  source: 'ECIBC: Muratov et al. 2020, BMC Cancer',
  indicators: [
    item('1', 'coverage', participation.coverage, { source: from(1) }),
    item('2', 'participation', participation.participation, { source: from(2) }),
    item('3', 'recall', reading.recall, { source: from(3) }),
    item('4a', 'detection-initial', onlyKind(cancer.detection, true), { source: from(4) }),
    item('4b', 'detection-subsequent', onlyKind(cancer.detection, false), { source: from(4) }),
    item('5', 'invasive-detection', cancer.invasiveDetection, { source: from(5) }),
    item('6', 'above-20-mm', cancer.above20, { source: from(6) }),
    item('7', 'ten-mm-or-less', cancer.tenOrLess, { source: from(7) }),
    item('8', 'node-negative', cancer.nodeNegative, { source: from(8) }),
    item('9', 'interval-cancer', cancer.intervalCancer, { source: `${from(9)}; 24 months: BreastScreen Norway` }),
    item('10', 'sensitivity', cancer.sensitivity, { source: from(10) }),
    item('11', 'time-to-treatment', assessment.toTreatmentMedian, { source: from(11) }),
    item('12', 'benign-surgery', assessment.benignSurgery, { source: from(12) }),
    item('13', 'mastectomy', assessment.mastectomy, { source: from(13) }),
  ],
};
