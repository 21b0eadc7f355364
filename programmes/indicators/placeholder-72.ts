import type { Indicator, IndicatorSet } from '#core/quality/indicator';
import { assessmentMeasures as assessment } from './assessment-measures.ts';
import { cancerMeasures as cancer } from './cancer-measures.ts';
import { imageMeasures as image } from './image-measures.ts';
import { item, type MeasureEntry, onlyKind, words } from './measure.ts';
import { participationMeasures as participation } from './participation-measures.ts';
import { readingMeasures as reading } from './reading-measures.ts';

const source = 'configuration: same shape as the Norwegian list of 20 criteria and 72 indicators, but not that list';

/** Criterion -> its indicators, in order; "C07" holds "7.1", "7.2" and so on. */
const criteria: readonly (readonly MeasureEntry[])[] = [
  [image.registerCoverage, image.addressErrors],
  [participation.reinvited, participation.reinvitedPlusSix, image.digitalLetters, image.smsOnTime],
  [
    participation.participation,
    onlyKind(participation.participation, true),
    onlyKind(participation.participation, false),
    participation.afterReminder,
    participation.coverage,
  ],
  [participation.bornAbroad, participation.farAway, participation.youngest, image.adaptedAccess],
  [image.reservations, participation.declined, image.factSheet],
  [reading.resultMedian, reading.resultWithin10, reading.resultWithin15, reading.resultWithin28Days],
  [image.perfect, image.adequate, image.inadequate, image.points, image.pointsSpread],
  [image.retakes, reading.technicalRecall, image.technicalUnresolved],
  [image.dose, image.compressionForce, image.compressionPressure],
  [image.testsOnTime, image.testsPassed, image.displays, image.downtime],
  [image.readerVolume, reading.readsPositive, reading.discordance, reading.readingTime],
  [reading.consensus, reading.dismissed],
  [reading.recall, reading.technicalRecall, onlyKind(reading.recall, true), onlyKind(reading.recall, false)],
  [assessment.toAssessmentWithin5, assessment.toAssessmentMedian, assessment.answerWithin5],
  [assessment.biopsy, assessment.biopsyInsufficient, assessment.biopsyBenignToMalignant, assessment.preoperative],
  [cancer.detection, cancer.invasiveDetection, cancer.dcisShare, cancer.detectionToExpected],
  [cancer.tenOrLess, cancer.under15, cancer.above20, cancer.nodeNegative, cancer.grade3],
  [cancer.intervalFirstYear, cancer.intervalSecondYear, cancer.sensitivity, image.reviewCompleted],
  [assessment.toTreatmentMedian, assessment.conserving],
  [image.testSetSensitivity, image.testSetSpecificity, image.testSetParticipation],
];

const indicators: readonly Indicator[] = criteria.flatMap((entries, criterion) =>
  entries.map((entry, i) => item(`${criterion + 1}.${i + 1}`, `c${criterion + 1}-${i + 1}`, entry, { source })),
);

export const placeholder72: IndicatorSet = {
  id: 'placeholder-72',
  version: 'placeholder-1',
  name: words(
    '20 kriterier, 72 indikatorer (plassholder)',
    '20 kriterium, 72 indikatorar (plasshaldar)',
    '20 criteria, 72 indicators (placeholder)',
  ),
  source,
  placeholder: words(
    'Listen i Kvalitetsmanualen er ikke publisert. Disse 72 har samme form, men er ikke den; kontoret laster inn den riktige listen når den foreligger.',
    'Lista i Kvalitetsmanualen er ikkje publisert. Desse 72 har same form, men er ikkje den; kontoret lastar inn den rette lista når ho ligg føre.',
    'The list of the quality manual is not published. These 72 have the same shape but are not it; the office loads the real list when there is one.',
  ),
  indicators,
};
