import type { IndicatorSet, Targets } from '#core/quality/indicator';
import { assessmentMeasures as assessment } from './assessment-measures.ts';
import { cancerMeasures as cancer } from './cancer-measures.ts';
import { imageMeasures as image } from './image-measures.ts';
import { atLeast, atMost, item, onlyKind, words } from './measure.ts';
import { participationMeasures as participation } from './participation-measures.ts';
import { readingMeasures as reading } from './reading-measures.ts';

const source = 'DKMS: Mikkelsen et al. 2016, Clin Epidemiol';
/** The names are published; the standards are given from secondary knowledge and are to be checked. */
const standard = (acceptable: Targets['acceptable']): Targets => ({
  acceptable,
  source:
    'Langagergaard et al. 2013 and Mikkelsen et al. 2016, Clin Epidemiol (standard not verified against the text)',
});

export const danish11: IndicatorSet = {
  id: 'danish-11',
  version: '2016',
  name: words('Danske 11', 'Danske 11', 'Danish 11'),
  source,
  indicators: [
    item('1', 'dose', image.dose, { source }),
    item('2a', 'participation', participation.participation, { source, targets: standard(atLeast(75)) }),
    item('2b', 'coverage', participation.coverage, { source, targets: standard(atLeast(75)) }),
    item('3', 'result-within-10', reading.resultWithin10, { source, targets: standard(atLeast(95)) }),
    item('4', 're-invited', participation.reinvited, { source, targets: standard(atLeast(95)) }),
    item('5a', 'recall-initial', onlyKind(reading.recall, true), { source, targets: standard(atMost(5)) }),
    item('5b', 'recall-subsequent', onlyKind(reading.recall, false), { source, targets: standard(atMost(3)) }),
    item('6', 'interval-cancer', cancer.intervalCancer, { source }),
    item('7', 'invasive-share', cancer.invasiveShare, { source, targets: standard(atLeast(80)) }),
    item('8', 'node-negative', cancer.nodeNegative, { source, targets: standard(atLeast(75)) }),
    item('9', 'ten-mm-or-less', cancer.tenOrLess, { source, targets: standard(atLeast(30)) }),
    item('10', 'surgery-benign-to-malignant', assessment.surgeryBenignToMalignant, {
      source,
      targets: standard(atMost(0.25)),
    }),
    item('11', 'conserving', assessment.conserving, { source, targets: standard(atLeast(80)) }),
  ],
};
