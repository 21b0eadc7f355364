import type { DetectionRules } from '#core/cancers/detection';

export const detectionRules: DetectionRules = {
  // Norwegian papers: interval cancer 6-24 months after a false positive; before that it belongs to the recall.
  screenDetectedMonths: 6,
  // breastcancerresearch.no; Martiniussen 2022, European Radiology: within one round, 24 months.
  intervalMonths: 24,
  // European guidelines 4th ed. 2006: months 0-11 and 12-23.
  firstWindowMonths: 12,
};
