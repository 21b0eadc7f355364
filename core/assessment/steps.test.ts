import { describe, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { type AssessmentSoFar, stepsSoFar } from './steps.ts';

const d = day('2026-03-02');
const recalled: AssessmentSoFar = {
  closed: false,
  cancer: false,
  recalledOn: d,
  time: null,
  assessments: [],
  answers: [],
  treatments: [],
};
const time = { day: d, status: 'booked' };
const biopsied = { day: d, result: 'awaiting-pathology' } as const;

describe('the steps of an assessment', () => {
  it.each([
    ['recalled', recalled, ['done', 'now', 'later', 'later', 'later']],
    ['has a time', { ...recalled, time }, ['done', 'done', 'now', 'later', 'later']],
    [
      'has a time, the day of recall unknown',
      { ...recalled, recalledOn: null, time },
      ['done', 'done', 'now', 'later', 'later'],
    ],
    [
      'did not come',
      { ...recalled, time: { ...time, status: 'did-not-attend' } },
      ['done', 'now', 'later', 'later', 'later'],
    ],
    ['biopsied', { ...recalled, time, assessments: [biopsied] }, ['done', 'done', 'done', 'now', 'later']],
    [
      'benign by images',
      { ...recalled, closed: true, time, assessments: [{ day: d, result: 'benign' }] },
      ['done', 'done', 'done', 'not-needed', 'not-needed'],
    ],
    [
      'cancer',
      {
        ...recalled,
        closed: true,
        cancer: true,
        time,
        assessments: [biopsied, { day: d, result: 'malignant' }],
        answers: [d],
      },
      ['done', 'done', 'done', 'done', 'now'],
    ],
    [
      'treated',
      {
        ...recalled,
        closed: true,
        cancer: true,
        time,
        assessments: [biopsied, { day: d, result: 'malignant' }],
        answers: [d],
        treatments: [d],
      },
      ['done', 'done', 'done', 'done', 'done'],
    ],
    [
      'closed without assessment',
      { ...recalled, closed: true },
      ['done', 'not-needed', 'not-needed', 'not-needed', 'not-needed'],
    ],
  ] as const)('%s', (_, so, states) => {
    expect(stepsSoFar(so as AssessmentSoFar).map((s) => s.state)).toEqual(states);
  });
});
