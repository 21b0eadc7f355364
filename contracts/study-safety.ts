/** The safety board's report: as it stands, as it was kept, and as the board reads it. */
import { z } from 'zod';
import { boardSights } from '#core/studies/study';
import { endpoint, type OutputOf } from './endpoint.ts';
import { head, look, measure, readers, studyId, valued, words } from './study-shapes.ts';

const count = z.object({ events: z.number(), total: z.number() });
const stage = z.record(z.string(), z.number());
export const safetyContent = z.object({
  head,
  dataDay: z.string(),
  total: z.number(),
  armNames: z.record(z.string(), words),
  plan: z.object({
    primary: z.string(),
    hypothesis: z.string(),
    margin: z.number().nullable(),
    alpha: z.number(),
    spending: z.string(),
  }),
  arms: z.array(
    z.object({
      arm: z.string(),
      control: z.boolean(),
      allocated: z.number(),
      examinations: z.number(),
      reads: z.number(),
      followed: z.number(),
      counts: z.record(measure, count),
      screenDetected: stage,
      interval: stage,
    }),
  ),
  comparisons: z.array(
    z.object({
      measure,
      arm: z.string(),
      experimental: count,
      control: count,
      difference: valued.nullable(),
      ratio: valued.nullable(),
    }),
  ),
  standing: z.array(
    z.object({
      arm: z.string(),
      information: z.number(),
      z: z.number().nullable(),
      planned: z.array(look),
      taken: z.array(look),
      now: look.nullable(),
      crossed: z.boolean(),
    }),
  ),
  guidance: z.array(
    z.object({
      id: z.string(),
      words,
      events: z.number(),
      total: z.number(),
      limit: z.number(),
      lower: z.number().nullable(),
      upper: z.number().nullable(),
      standing: z.enum(['too-few', 'below', 'near', 'passed']),
    }),
  ),
  balance: z.array(z.object({ stratum: z.string(), counts: z.record(z.string(), z.number()), off: z.number() })),
  /** What its sites are called, for the words of a stratum; reports that were kept before have none. */
  centres: z.record(z.string(), z.string()).default({}),
  largestImbalance: z.number().nullable(),
  reports: z.array(
    z.object({
      number: z.number(),
      dataDay: z.string(),
      information: z.number(),
      sha256: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
});

export const showSafety = endpoint({
  method: 'GET',
  path: '/api/study-monitoring/:studyId/safety',
  permission: readers,
  summary: 'What the safety board will be shown now, by arm; for the unblinded statistician of the study',
  input: z.object({ studyId }),
  output: safetyContent,
});

export const makeSafetyReport = endpoint({
  method: 'POST',
  path: '/api/study-monitoring/:studyId/safety-reports',
  permission: readers,
  summary: 'Keeps a report to the safety board as it stands: a look, which the next boundary is reckoned from',
  input: z.object({ studyId }),
  output: z.object({ number: z.number(), sha256: z.string() }),
});

export const safetyReportFile = endpoint({
  method: 'GET',
  path: '/api/study-monitoring/:studyId/safety-reports/:number',
  permission: readers,
  summary: 'A kept report as a PDF (A4, tagged)',
  input: z.object({ studyId, number: z.coerce.number().int(), language: z.enum(['nb', 'nn', 'en']).default('nb') }),
  output: z.object({ title: z.string(), fileName: z.string(), pdf: z.base64(), sha256: z.string() }),
});

/** A kept report as the board reads it: by arm, or all arms together, as the study's charter says. */
export const showBoardReport = endpoint({
  method: 'GET',
  path: '/api/study-monitoring/:studyId/board',
  permission: readers,
  summary: 'Reports made for the safety board, and one of them; for the board and the unblinded statistician',
  input: z.object({ studyId, number: z.coerce.number().int().optional() }),
  output: z.object({
    head,
    sees: z.enum(boardSights),
    reports: safetyContent.shape.reports,
    /** null while none has been made. */
    number: z.number().nullable(),
    report: safetyContent.omit({ reports: true }).nullable(),
  }),
});
export type BoardReport = NonNullable<OutputOf<typeof showBoardReport>['report']>;
