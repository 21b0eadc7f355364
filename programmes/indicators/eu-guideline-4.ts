import type { Indicator, IndicatorSet, Targets } from '#core/quality/indicator';
import { assessmentMeasures as assessment } from './assessment-measures.ts';
import { cancerMeasures as cancer } from './cancer-measures.ts';
import { imageMeasures as image } from './image-measures.ts';
import { above, atLeast, atMost, below, item, type MeasureEntry, onlyKind, words } from './measure.ts';
import { participationMeasures as participation } from './participation-measures.ts';
import { readingMeasures as reading } from './reading-measures.ts';

const guideline = 'European guidelines for quality assurance, 4th ed. (2006)';
/** Confirmed in a journal table that quotes the guideline. */
const confirmed = `${guideline}, as quoted in BMC Public Health 2011 (Tyrol pilot), Table 8`;
/** Not seen in the text; to be checked before anyone is held to it. */
const unconfirmed = `${guideline} (level not verified against the text)`;

type Bounds = Pick<Targets, 'acceptable' | 'desirable'>;
const sure = (bounds: Bounds): Targets => ({ ...bounds, source: confirmed });
const unsure = (bounds: Bounds): Targets => ({ ...bounds, source: unconfirmed });

function row(number: string, id: string, entry: MeasureEntry, targets?: Targets): Indicator {
  return item(number, id, entry, { source: targets?.source ?? guideline, ...(targets ? { targets } : {}) });
}

/** The rows of the guideline that are known here; the guideline numbers 39, and the order is ours. */
export const euGuideline4: IndicatorSet = {
  id: 'eu-guideline-4',
  version: '2006',
  name: words('EUs retningslinjer, 4. utgave', 'Retningslinjene til EU, 4. utgåve', 'EU guidelines, 4th edition'),
  source: guideline,
  indicators: [
    row('1', 'participation', participation.participation, sure({ acceptable: above(70), desirable: above(75) })),
    row('2', 're-invited', participation.reinvited, unsure({ acceptable: above(95), desirable: atLeast(100) })),
    row(
      '3',
      're-invited-6',
      participation.reinvitedPlusSix,
      unsure({ acceptable: above(98), desirable: atLeast(100) }),
    ),
    row('4', 'acceptable-images', image.acceptable, unsure({ acceptable: atLeast(97), desirable: above(97) })),
    row('5', 'informed', image.informed, unsure({ acceptable: atLeast(100), desirable: atLeast(100) })),
    row('6', 'technical-recall', reading.technicalRecall, unsure({ acceptable: below(3), desirable: below(1) })),
    row('7', 'additional-imaging', image.additionalImaging, unsure({ acceptable: below(5), desirable: below(1) })),
    row('8a', 'recall-initial', onlyKind(reading.recall, true), sure({ acceptable: below(7), desirable: below(5) })),
    row(
      '8b',
      'recall-subsequent',
      onlyKind(reading.recall, false),
      sure({ acceptable: below(5), desirable: below(3) }),
    ),
    row('9', 'early-recall', image.earlyRecall, unsure({ acceptable: below(1), desirable: atMost(0) })),
    row('10', 'detection-to-expected', cancer.detectionToExpected),
    row('11', 'interval-to-expected', cancer.intervalToExpected),
    row('12', 'invasive-share', cancer.invasiveShare, sure({ acceptable: atMost(90) })),
    row('13', 'stage-two', cancer.stageTwo),
    row('14a', 'node-negative-initial', onlyKind(cancer.nodeNegative, true), sure({ desirable: above(70) })),
    row(
      '14b',
      'node-negative-subsequent',
      onlyKind(cancer.nodeNegative, false),
      unsure({ acceptable: atLeast(75), desirable: above(75) }),
    ),
    row('15a', 'ten-mm-initial', onlyKind(cancer.tenOrLess, true), sure({ desirable: atLeast(25) })),
    row(
      '15b',
      'ten-mm-subsequent',
      onlyKind(cancer.tenOrLess, false),
      unsure({ acceptable: atLeast(25), desirable: atLeast(30) }),
    ),
    row('16', 'under-15-mm', cancer.under15, sure({ acceptable: atLeast(50), desirable: above(50) })),
    row(
      '17',
      'surgery-benign-to-malignant',
      assessment.surgeryBenignToMalignant,
      sure({ acceptable: atMost(0.5), desirable: atMost(0.25) }),
    ),
    row('18', 'preoperative', assessment.preoperative, unsure({ acceptable: atLeast(90), desirable: above(90) })),
    row(
      '19',
      'biopsy-insufficient',
      assessment.biopsyInsufficient,
      unsure({ acceptable: below(20), desirable: below(10) }),
    ),
    row('20', 'needle-and-surgery', image.pathologyDetail),
    // The guideline's time limits carry a share as target: 90-95 % acceptable, of which the lower is used.
    row('21a', 'result-within-15', reading.resultWithin15, unsure({ acceptable: atLeast(90) })),
    row('21b', 'result-within-10', reading.resultWithin10, unsure({ desirable: atLeast(70) })),
    row('22', 'assessment-within-5', assessment.toAssessmentWithin5, unsure({ acceptable: atLeast(90) })),
    row('23', 'answer-within-5', assessment.answerWithin5, unsure({ acceptable: atLeast(90) })),
    row('24', 'decision-to-surgery', image.decisionToSurgery),
    row('25', 'dose', image.dose, unsure({ acceptable: below(2.5), desirable: below(2) })),
  ],
};
