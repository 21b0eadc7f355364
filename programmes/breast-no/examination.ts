import type { ExaminationRules } from '#core/examination/result';
import type { Projection, QualityCriterion } from '#core/examination/views';

const both: readonly Projection[] = ['CC', 'MLO'];
const general = 'Radiopaedia, PGMI, general criteria';
const craniocaudal = 'Radiopaedia, PGMI, craniocaudal view';
const oblique = 'Radiopaedia, PGMI, mediolateral oblique view';

const criterion = (
  id: string,
  projections: readonly Projection[],
  source: string,
  decisive = false,
): QualityCriterion => ({ id, projections, decisive, source, points: { met: 2, minor: 1 } });

/**
 * Image quality: the criteria are published PGMI criteria; that missing tissue and failed identification are decisive,
 * and two points for each criterion, are configuration. The points of the 2025 revision of PAI are not published.
 */
const criteria: readonly QualityCriterion[] = [
  criterion('all-tissue', both, general, true),
  criterion('identification', both, general, true),
  criterion('exposure', both, general),
  criterion('compression', both, general),
  criterion('no-movement', both, general),
  criterion('no-artefacts', both, general),
  criterion('no-skin-folds', both, general),
  criterion('symmetry', both, general),
  criterion('nipple-in-profile', both, 'Radiopaedia, PGMI, both views'),
  criterion('medial-border', ['CC'], craniocaudal),
  criterion('nipple-in-midline', ['CC'], craniocaudal),
  criterion('pectoral-to-nipple', ['MLO'], oblique),
  criterion('pectoral-full-width', ['MLO'], oblique),
  criterion('inframammary-angle', ['MLO'], oblique),
  criterion('nipple-line-within-1-cm', both, 'Radiopaedia, PGMI: within 1 cm of the other view'),
];

export const examinationRules: ExaminationRules = {
  criteria,
  // Configuration.
  worthANewTime: ['equipment-failure', 'time'],
  // Configuration.
  newTimeAfter: ['equipment-failure', 'unwell', 'recent-mammogram'],
  // Configuration: which symptoms may lead to recall on symptoms; pain alone does not.
  symptomsForRecall: ['lump', 'skin-change', 'nipple-change', 'discharge'],
  // Invitation letter of the programme, "Vil du delta i Mammografiprogrammet?": call if within the last 6 months.
  recentMammogramMonths: 6,
  // Configuration: time for the letter to arrive.
  technicalRecallAfterDays: 7,
};

/** Everything here is configuration: nothing is published about it. */
export const clinicRules = {
  /** Minutes after her time from which a woman who has not come counts as late. */
  lateAfterMinutes: 10,
  entries: {
    /** Days back that may be entered afterwards. */
    daysBack: 31,
    /** Hours that a list lies on a device before it is erased. What has been entered there stays until it is sent. */
    listHours: 18,
  },
  audit: {
    /** Examinations of each radiographer in a sample, unless asked otherwise. */
    each: 10,
    /** A perfect image called adequate is half as wrong as one called inadequate. */
    weights: 'linear',
  },
  figures: {
    months: 12,
    /** Volumes below which a share, or the agreement with the audit reader, says little. */
    enoughExaminations: 200,
    enoughImages: 200,
    enoughPairs: 80,
  },
} as const;
