import type { DetectionRules } from '#core/cancers/detection';

export const detectionRules: DetectionRules = {
  // Norwegian papers: interval cancer 6-24 months after a false positive; before that it belongs to the recall.
  screenDetectedMonths: 6,
  // breastcancerresearch.no; Martiniussen 2022, European Radiology: within one round, 24 months.
  intervalMonths: 24,
  // European guidelines 4th ed. 2006: months 0-11 and 12-23.
  firstWindowMonths: 12,
};

/** The review of interval cancers. Configuration: no published Norwegian figure for any of these was found. */
export const reviewRules = {
  /** Interval cancers in one set, the oldest first. */
  cancersPerSet: 8,
  /** Normal controls for each cancer in the blind round. */
  controlsPerCancer: 2,
  /** A control is a woman without cancer at least so long after a negative screening. */
  controlMonths: 24,
} as const;

/**
 * What a woman may be offered in the conversation. The base is the Patient and User Rights Act § 3-2 (told of an injury, and of
 * compensation); the list itself is configuration.
 */
export const disclosureOffers: readonly string[] = [
  'review-result',
  'compensation-scheme',
  'complaint',
  'new-conversation',
];
