import type { Published } from '#core/citizen/benefit-and-harm';
import { factSheet } from './fact-sheet.ts';

/** What is published about benefit and harm, where the programme's own figures are too few or cannot tell. */
export const published: Published = {
  // Recall on mammography prevalent 4.6 %, subsequent 2.6 %; screen-detected 6.4 and 4.9 per 1000. A false alarm is a
  // recall without cancer: the difference.
  falseAlarm: { first: 46 - 6.4, later: 26 - 4.9, source: 'Hofvind, Eur J Epidemiol 2007' },
  found: { first: 6.4, later: 4.9, source: 'Hofvind, Eur J Epidemiol 2007' },
  // 2,623 interval cancers in 1,470,854 examinations.
  interval: { first: 1.78, later: 1.78, source: 'Eur Radiol 2016; 26: 2520' },
  everFalseAlarm: {
    of1000: factSheet.everFalseAlarmOf1000In10Rounds,
    examinations: 10,
    source: 'Tsuruda, Cancer 2022',
  },
  invitedPerDeath: { ...factSheet.invitedPerDeathPrevented, examinations: 10, source: 'Weedon-Fekjær, BMJ 2014' },
  // 5.7 (England) and 8.8 (Two-County) of 1000 screened for 20 years from 50.
  otherDeathsPrevented: { low: 5.7, high: 8.8, source: 'Duffy 2010' },
  overdiagnosed: {
    low: 0,
    high: factSheet.overdiagnosedOf100AtMost / 100,
    source: 'Lund, BMC Cancer 2013; Falk, Int J Cancer 2013',
  },
};
