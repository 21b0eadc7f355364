import { z } from 'zod';
import { assessmentResults, pathologyConclusions } from '#core/assessment/procedures';
import { waitingGrades } from '#core/assessment/time-limits';
import { episodeOutcomes } from '#core/invitation/episode';
import { assessmentProcedures, dayText, histologies } from '#core/registry/delivery';
import { endpoint, type OutputOf } from './endpoint.ts';

const team = ['coordinator', 'radiologist', 'radiographer'] as const;
const booking = ['coordinator'] as const;
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time HH:MM');
const marker = z.enum(['negative', 'positive', 'unknown']);
const waiting = z.object({ workingDays: z.number().int(), grade: z.enum(waitingGrades) });
/** The guideline's limit, working days. */
const limit = z.object({ desirable: z.number(), acceptable: z.number() });
const woman = { personId: z.guid(), episodeId: z.guid(), name: z.string(), birthDate: dayText };
const optionalCentre = z.object({ centreId: z.string().optional() });
const aTime = z.object({ day: dayText, at: time });
export const appointmentStates = ['booked', 'moved', 'cancelled', 'attended', 'did-not-attend'] as const;

export const recallsToBook = endpoint({
  method: 'GET',
  path: '/api/assessment/recalls-to-book',
  permission: [...team, 'office'],
  input: optionalCentre,
  output: z.object({
    today: dayText,
    limit,
    rows: z.array(
      z.object({
        ...woman,
        centreId: z.string(),
        phone: z.string().nullable(),
        recalledOn: dayText,
        because: z.enum(['images', 'symptoms']),
        waiting,
        /** Times she was given and did not come to. */
        missed: z.number().int(),
        suggested: aTime.nullable(),
      }),
    ),
  }),
  summary: 'Women who are recalled and have no time for assessment, the one who has waited longest first',
});

export const freeTimes = endpoint({
  method: 'GET',
  path: '/api/assessment/free-times',
  permission: booking,
  input: z.object({ centreId: z.string() }),
  output: z.object({ times: z.array(aTime) }),
  summary: 'The next free times for assessment at a centre',
});

export const bookAssessment = endpoint({
  method: 'POST',
  path: '/api/assessment/book',
  permission: booking,
  input: z.object({ personId: z.guid(), episodeId: z.guid(), time: aTime.optional() }),
  output: z.object({ appointmentId: z.guid(), day: dayText, at: time }),
  summary:
    'Gives a recalled woman a time for assessment, the first free one unless another is named; the letter goes out',
});

export const bookAllRecalls = endpoint({
  method: 'POST',
  path: '/api/assessment/book-all',
  permission: booking,
  input: z.object({}),
  output: z.object({ booked: z.number().int(), withoutTime: z.number().int(), closed: z.number().int() }),
  summary: 'Gives every recalled woman of one’s centres the first free time, the one who has waited longest first',
});

const change = z.object({ personId: z.guid(), appointmentId: z.guid(), version: z.number().int() });

export const moveAssessment = endpoint({
  method: 'POST',
  path: '/api/assessment/move',
  permission: booking,
  input: change.extend({ time: aTime }),
  output: z.object({ appointmentId: z.guid(), day: dayText, at: time }),
  summary: 'Moves a time for assessment; a new letter goes out',
});

export const cancelAssessment = endpoint({
  method: 'POST',
  path: '/api/assessment/cancel',
  permission: booking,
  input: change.extend({ reason: z.string().min(1).max(200) }),
  output: z.object({ status: z.enum(appointmentStates) }),
  summary: 'Cancels a time for assessment; she is again among those to book',
});

export const assessmentNotAttended = endpoint({
  method: 'POST',
  path: '/api/assessment/did-not-attend',
  permission: team,
  input: change,
  output: z.object({ status: z.enum(appointmentStates) }),
  summary: 'She did not come to assessment; she is again among those to book',
});

export const closeWithoutAssessment = endpoint({
  method: 'POST',
  path: '/api/assessment/close-without',
  permission: [...booking, 'radiologist'],
  input: z.object({ personId: z.guid(), episodeId: z.guid(), reason: z.string().min(1).max(200) }),
  output: z.object({ outcome: z.enum(episodeOutcomes) }),
  summary: 'Closes the episode of a recalled woman who does not wish to come or could not be reached',
});

export const assessmentDay = endpoint({
  method: 'GET',
  path: '/api/assessment/day',
  permission: [...team, 'office'],
  input: z.object({ centreId: z.string().optional(), day: dayText.optional() }),
  output: z.object({
    today: dayText,
    day: dayText,
    centreId: z.string(),
    centreName: z.string(),
    centres: z.array(z.object({ centreId: z.string(), name: z.string() })),
    rows: z.array(
      z.object({
        ...woman,
        appointmentId: z.guid(),
        version: z.number().int(),
        at: time,
        status: z.enum(appointmentStates),
        result: z.enum(assessmentResults).nullable(),
      }),
    ),
  }),
  summary: 'The women of a centre’s assessment day, by time, one status each',
});

const pathologyFields = {
  side: z.enum(['left', 'right']),
  specimen: z.enum(['biopsy', 'surgery']),
  conclusion: z.enum(pathologyConclusions),
  histology: z.enum(histologies).nullable().default(null),
  /** mm. */
  sizeMm: z.number().gt(0).max(300).nullable().default(null),
  grade: z.number().int().min(1).max(3).nullable().default(null),
  nodes: marker.nullable().default(null),
  er: marker.nullable().default(null),
  pr: marker.nullable().default(null),
  her2: marker.nullable().default(null),
};
const treatmentKinds = ['conserving', 'mastectomy', 'neoadjuvant', 'none'] as const;

export const worksheet = endpoint({
  method: 'GET',
  path: '/api/assessment/worksheet',
  permission: team,
  input: z.object({ personId: z.guid(), episodeId: z.guid() }),
  output: z.object({
    today: dayText,
    ...woman,
    centreId: z.string(),
    state: z.enum(['invited', 'reading', 'assessment', 'closed']),
    outcome: z.enum(episodeOutcomes).nullable(),
    recalledOn: dayText.nullable(),
    because: z.enum(['images', 'symptoms']),
    /** Breasts that the consensus recalled. */
    breasts: z.array(z.string()),
    /** Why, for each breast, and a note to the whole. */
    reasons: z.array(z.object({ breast: z.enum(['left', 'right']), reason: z.string(), note: z.string().nullable() })),
    consensusNote: z.string().nullable(),
    examinedOn: dayText.nullable(),
    symptoms: z.array(z.object({ kind: z.string(), side: z.string(), since: z.string() })),
    appointment: z
      .object({
        appointmentId: z.guid(),
        version: z.number().int(),
        day: dayText,
        at: time,
        status: z.enum(appointmentStates),
      })
      .nullable(),
    assessments: z.array(
      z.object({
        day: dayText,
        /** By name. */
        assessor: z.string(),
        procedures: z.array(z.enum(assessmentProcedures)),
        result: z.enum(assessmentResults),
        note: z.string().nullable(),
      }),
    ),
    pathology: z.array(z.object({ reportedOn: dayText, ...pathologyFields, histology: z.string().nullable() })),
    treatments: z.array(z.object({ day: dayText, kind: z.enum(treatmentKinds) })),
  }),
  summary: 'One woman’s assessment: why she is recalled, what was done, what pathology answered',
});
export type Worksheet = OutputOf<typeof worksheet>;

export const recordAssessment = endpoint({
  method: 'POST',
  path: '/api/assessment/record',
  permission: ['radiologist'],
  input: z.object({
    personId: z.guid(),
    episodeId: z.guid(),
    procedures: z.array(z.enum(assessmentProcedures)).min(1),
    /** What imaging shows; `biopsied` = the answer is pathology's. */
    imaging: z.enum(['negative', 'benign', 'biopsied']),
    note: z.string().max(2000).nullable().default(null),
  }),
  output: z.object({
    assessmentId: z.guid(),
    result: z.enum(assessmentResults),
    outcome: z.enum(episodeOutcomes).nullable(),
  }),
  summary: 'What was done at assessment and what it showed; without a biopsy the episode closes',
});

export const recordPathology = endpoint({
  method: 'POST',
  path: '/api/assessment/pathology',
  permission: ['radiologist', 'coordinator'],
  input: z.object({
    personId: z.guid(),
    episodeId: z.guid(),
    reportedOn: dayText.optional(),
    ...pathologyFields,
    /** Another answer of the same assessment is still to come. */
    moreAwaited: z.boolean().default(false),
  }),
  output: z.object({ result: z.enum(assessmentResults), outcome: z.enum(episodeOutcomes).nullable() }),
  summary: 'An answer from pathology; a decided answer closes the episode',
});

export const recordTreatment = endpoint({
  method: 'POST',
  path: '/api/assessment/treatment',
  permission: ['radiologist', 'coordinator'],
  input: z.object({ personId: z.guid(), episodeId: z.guid(), day: dayText, kind: z.enum(treatmentKinds) }),
  output: z.object({ treatmentId: z.guid() }),
  summary: 'The first treatment of a cancer found',
});

export const resultsOutstanding = endpoint({
  method: 'GET',
  path: '/api/assessment/results-outstanding',
  permission: [...team, 'office'],
  input: optionalCentre,
  output: z.object({
    today: dayText,
    limit,
    rows: z.array(
      z.object({
        ...woman,
        centreId: z.string(),
        assessedOn: dayText,
        /** By name. */
        assessor: z.string(),
        procedures: z.array(z.enum(assessmentProcedures)),
        waiting,
      }),
    ),
  }),
  summary: 'Women assessed whose pathology has not answered, the one who has waited longest first',
});
