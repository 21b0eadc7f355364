/**
 * The figures on benefit and harm that the invitation gives, each with its source. Texts (programmes/letters) take them
 * from here. "Of 1000" figures are natural frequencies, rounded to whole women.
 */
export const factSheet = {
  /** Recall 3.2 %, screen-detected 6.1 and interval cancer 1.7 per 1000: Larsen et al., Radiology 2022 (122,969 examinations). */
  recalledOf1000: 32,
  cancerFoundOf1000: 6,
  intervalCancerOf1000: 2,
  /** Cumulative first false positive over ten rounds 18.04 %: Tsuruda et al., Cancer 2022. */
  everFalseAlarmOf1000In10Rounds: 180,
  /** Women invited per breast-cancer death prevented, 95 % interval 266-508: Weedon-Fekjær et al., BMJ 2014. */
  invitedPerDeathPrevented: { estimate: 368, low: 266, high: 508 },
  /** One for every 368 women. */
  deathsPreventedOf1000: Math.round(1000 / 368),
  /** From about none (Lund et al., BMC Cancer 2013) to 20 % (Falk et al., Int J Cancer 2013) of cancers in the screening period. */
  overdiagnosedOf100AtMost: 20,
  sources:
    'Larsen, Radiology 2022; Tsuruda, Cancer 2022; Weedon-Fekjær, BMJ 2014; Lund, BMC Cancer 2013; Falk, Int J Cancer 2013',
} as const;
