import { z } from 'zod';
import { backlogKinds } from '#core/programme/backlog';
import { fallenOutReasons } from '#core/programme/fallen-out';
import { dayText } from '#core/registry/delivery';
import { endpoint } from './endpoint.ts';

export const backlog = z.object({
  kind: z.enum(backlogKinds),
  count: z.number(),
  /** The day the oldest has waited since; null when nothing waits. */
  since: z.string().nullable(),
  days: z.number().nullable(),
  /** Days after which one that waits is late (configuration). */
  limit: z.number(),
  late: z.number(),
});
export type Backlog = z.output<typeof backlog>;

export const centreLine = z.object({
  id: z.string(),
  name: z.string(),
  region: z.string(),
  paused: z.boolean(),
  examinedThisWeek: z.number(),
  toRead: z.number(),
  consensus: z.number(),
  assessment: z.number(),
  oldestReadingDays: z.number().nullable(),
});

const letterTimes = z.object({
  letters: z.number(),
  median: z.number().nullable(),
  p90: z.number().nullable(),
  withinDesirable: z.number(),
  withinAcceptable: z.number(),
});

export const overview = endpoint({
  method: 'GET',
  path: '/api/overview',
  permission: ['office', 'coordinator', 'administrator', 'researcher', 'radiologist', 'radiographer'],
  input: z.object({}),
  output: z.object({
    today: z.string(),
    backlogs: z.array(backlog),
    /** Working days from examination to the result letter, of letters decided in the last 28 days. */
    letterDays: letterTimes.extend({
      /** Working days by the guideline. */
      limit: z.object({ desirable: z.number(), acceptable: z.number(), source: z.string() }),
      /** How many letters took so many working days. */
      spread: z.array(z.object({ workingDays: z.number(), letters: z.number() })),
      centres: z.array(letterTimes.extend({ id: z.string(), name: z.string() })),
    }),
    /** What happened on the programme day itself. */
    day: z.object({
      appointments: z.number(),
      screened: z.number(),
      reads: z.number(),
      messagesSent: z.number(),
    }),
    centres: z.array(centreLine),
  }),
  summary: 'Backlogs with size and age, days from examination to letter, and a line for each centre',
});

/** How far the running of days has come. `left` = cases that wait for the person at the screen. */
export const dayRun = z.object({
  running: z.boolean(),
  share: z.number(),
  step: z.string(),
  days: z.number(),
  done: z.number(),
  today: z.string(),
  error: z.string().nullable(),
});
export type DayRun = z.output<typeof dayRun>;

export const runDay = endpoint({
  method: 'POST',
  path: '/api/demo/day',
  permission: ['office', 'administrator'],
  input: z.object({ days: z.number().int().min(1).max(31).default(1) }),
  output: dayRun,
  summary: 'Moves the programme clock of the demo by a number of days; the work of the days goes on after the answer',
});

export const dayProgress = endpoint({
  method: 'GET',
  path: '/api/demo/day',
  permission: ['office', 'administrator'],
  input: z.object({}),
  output: dayRun,
  summary: 'How far the days being run have come',
});

export const fallenOutLists = ['too-long', 'without-time'] as const;

export const fallenOut = endpoint({
  method: 'GET',
  path: '/api/overview/fallen-out',
  permission: ['office', 'coordinator'],
  /** Those who have waited too long, or everyone in a round without a time, however short. */
  input: z.object({ show: z.enum(fallenOutLists).default('too-long') }),
  output: z.object({
    today: dayText,
    /** The rules of the failsafe, days. */
    dueDays: z.number().int(),
    withoutTimeDays: z.number().int(),
    total: z.number().int(),
    women: z
      .array(
        z.object({
          personId: z.guid(),
          name: z.string(),
          birthDate: dayText,
          municipality: z.string(),
          centre: z.string(),
          because: z.enum(fallenOutReasons),
          since: dayText,
          days: z.number().int(),
        }),
      )
      .readonly(),
  }),
  summary: 'The failsafe: women who are due and not planned, or in a round without a time, for too long',
});
