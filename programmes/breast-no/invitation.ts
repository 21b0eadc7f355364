/**
 * Rounds, invitations and appointments of the Norwegian breast programme. A value with a source names it; every other
 * value is configuration and claims nothing.
 */
import type { InvitationRules } from '#core/invitation/rules';

export const invitationRules: InvitationRules = {
  due: {
    // Every second year, ages 50-69, by birth-year cohort per area: Kreftregisteret, "Organisering" and "Hvem inviteres når?".
    intervalMonths: 24,
    ages: { from: 50, to: 69 },
    // Areas differ (age at first invitation 48-53, "Hvem inviteres når?" 2021); the demo country has one list. Configuration.
    agesByCentre: {},
    // Ten years of clinical follow-up after breast cancer: Oncolex, "Mammografi".
    yearsAfterCancer: 10,
    // Eight weeks either way: configuration.
    toleranceDays: 56,
    // Configuration.
    lateYears: 1,
  },
  calendar: {
    // Lov om 1. og 17. mai (1947) and helligdagsfreden (1995).
    holidays: [
      { id: 'new-year', kind: 'fixed', month: 1, day: 1 },
      { id: 'maundy-thursday', kind: 'easter', offset: -3 },
      { id: 'good-friday', kind: 'easter', offset: -2 },
      { id: 'easter-sunday', kind: 'easter', offset: 0 },
      { id: 'easter-monday', kind: 'easter', offset: 1 },
      { id: 'labour-day', kind: 'fixed', month: 5, day: 1 },
      { id: 'constitution-day', kind: 'fixed', month: 5, day: 17 },
      { id: 'ascension-day', kind: 'easter', offset: 39 },
      { id: 'whit-sunday', kind: 'easter', offset: 49 },
      { id: 'whit-monday', kind: 'easter', offset: 50 },
      { id: 'christmas-day', kind: 'fixed', month: 12, day: 25 },
      { id: 'boxing-day', kind: 'fixed', month: 12, day: 26 },
    ],
    // Configuration.
    closures: [
      { id: 'christmas', kind: 'fixed', from: { month: 12, day: 24 }, to: { month: 1, day: 1 } },
      { id: 'easter-week', kind: 'easter', from: -6, to: 1 },
    ],
  },
  attendance: {
    // 2015-2019, 1,253,995 invitations: all 76.0 %, under 55 73.9 %, over 64 78.0 %, digital letter 82.0 %, post 73.7 %,
    // 15-18 h 78.1 %, later 73.7 % (BreastScreen Norway).
    mean: 0.76,
    ages: [
      { from: 0, to: 54, attendance: 0.739 },
      { from: 65, to: 200, attendance: 0.78 },
    ],
    digital: 0.82,
    paper: 0.737,
    times: [
      { from: '15:00', to: '18:00', attendance: 0.781 },
      { from: '18:00', to: '24:00', attendance: 0.737 },
    ],
    history: {
      // Missed 1, 2, 3 rounds 20, 9, 3 %; a second timed appointment 20 %: Wales, J Med Screen 2001.
      missed: [0.2, 0.09, 0.03],
      reminder: 0.2,
      // Configuration: the ordinary appointment in the simulated programme, whose mean with reminders is the published 76 %
      // (docs/simulator.md).
      first: 0.7,
      attendedLast: 0.87,
    },
  },
  plan: {
    // At most 5 % of days with more women than places.
    overflowLimit: 0.05,
    // Share of a day's places that ordinary invitations may fill; the rest is for moved times and reminders. Configuration.
    plannedShare: 0.85,
    // Cost of a time: kilometres + 2 x (weeks from the due day)^2. Configuration.
    weekWeight: 2,
    // How many days before her due day a woman may be taken with a bus that will have left by then. Configuration.
    earlyDays: 56,
    nearestSites: 3,
    // Evens out the days: a backlog is spread over a working week, not put on one Monday. Configuration.
    spreadDays: 4,
  },
  timing: {
    // Configuration: about four weeks' notice (as NHS England's pilot of invitations), the rest by experience.
    noticeDays: 28,
    windowDays: 14,
    reminderAfterDays: 14,
    reminderNoticeDays: 21,
    closeAfterDays: 14,
    timesOffered: 8,
    moveWithinDays: 120,
  },
  needs: {
    // Configuration: two times in a row for whom the interview or the positioning takes longer.
    longer: ['interpreter', 'wheelchair', 'implants', 'extra-time'],
    stepFree: ['wheelchair'],
    // Configuration, ISO 639-1: a list to choose from, no ranking; others are written by their code.
    languages: [
      'ar',
      'bs',
      'en',
      'es',
      'fa',
      'fr',
      'ku',
      'lt',
      'pl',
      'ps',
      'ro',
      'ru',
      'se',
      'so',
      'sq',
      'ta',
      'th',
      'ti',
      'tr',
      'uk',
      'ur',
      'vi',
      'zh',
    ],
  },
  // All configuration.
  rebooking: { noticeDays: 7, withinDays: 120, ringWithinDays: 10, undoDays: 2 },
  failsafe: { dueDays: 84, withoutTimeDays: 42 },
};
