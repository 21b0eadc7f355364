/** How studies in BreastScreen Norway are watched. All configuration: no published Norwegian value for any of these was found. */
import type { SetRules } from '#core/studies/analysis-sets';
import type { GuidanceRule } from '#core/studies/stopping';

/**
 * The analysis sets. Intention to treat keeps everyone who was drawn in her arm; the modified set leaves out images that nobody
 * read to an end; per protocol also leaves out the machine's failures and departures.
 */
export const setRules: SetRules = {
  'intention-to-treat': ['asked-removal', 'later-examination'],
  modified: ['asked-removal', 'later-examination', 'not-read', 'reading-open'],
  'per-protocol': [
    'asked-removal',
    'later-examination',
    'not-read',
    'reading-open',
    'no-further-data',
    'fallback',
    'departed',
  ],
};

/** So many days before an approval ends the office, its centre and the study's page are told. */
export const approvalWarningDays = 60;

/** Interval cancers are complete so many days after the examination: 24 months and a year for registration. */
export const followUpDays = 730 + 365;

/** What the safety board is asked to look at. The limits are examples that each study's board sets for itself. */
export const guidanceRules: readonly GuidanceRule[] = [
  {
    id: 'missed-in-low-band',
    words: {
      nb: 'Intervallkreft etter én tyder ved skår under 8: ikke over 1,0 per 1000',
      nn: 'Intervallkreft etter éin tydar ved skår under 8: ikkje over 1,0 per 1000',
      en: 'Interval cancers after one reader at a score below 8: not above 1.0 per 1000',
    },
    measure: 'interval',
    arms: 'experimental',
    scoreBelow: 8,
    limit: 0.001,
    least: 5000,
  },
  {
    id: 'recall-too-high',
    words: {
      nb: 'Etterundersøkelse i arm med endret tyding: ikke over 5 %',
      nn: 'Etterundersøking i arm med endra tyding: ikkje over 5 %',
      en: 'Recall in an arm with changed reading: not above 5 %',
    },
    measure: 'recall',
    arms: 'experimental',
    limit: 0.05,
    least: 1000,
  },
];
