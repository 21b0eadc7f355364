import { z } from 'zod';
import { interviewSchema, symptomKinds } from '#core/examination/interview';
import { examinationResults, notScreenedReasons } from '#core/examination/result';
import { missingReasons, viewReport, views } from '#core/examination/views';
import { appointmentKinds, appointmentStatuses } from '#core/invitation/appointment';
import { dayText } from '#core/registry/delivery';
import { armImages } from '#core/studies/images';
import { endpoint } from './endpoint.ts';

const clinic = ['radiographer', 'coordinator', 'radiologist'] as const;
const watching = [...clinic, 'office'] as const;
/** Clock time HH:MM. */
export const time = z.string().regex(/^\d\d:\d\d$/);

export const dayFlags = [
  'first-time',
  'implants',
  'symptoms-last-time',
  'partial-last-time',
  'entered-afterwards',
] as const;

/** Needs that a word says. */
export const shortNeeds = ['wheelchair', 'implants', 'extra-time'] as const;

export const unitDayRow = z.object({
  personId: z.guid(),
  episodeId: z.guid(),
  appointmentId: z.guid(),
  version: z.number().int(),
  at: time,
  name: z.string(),
  birthDate: dayText,
  language: z.string(),
  kind: z.enum(appointmentKinds),
  status: z.enum(appointmentStatuses),
  needs: z.array(z.enum(shortNeeds)),
  /** The language she needs an interpreter for, ISO 639. */
  interpreter: z.string().nullable(),
  /** What else she needs, in words. */
  other: z.string().nullable(),
  /** She has two times in a row: the second. */
  alsoAt: time.nullable(),
  flags: z.array(z.enum(dayFlags)),
});

export const listUnits = endpoint({
  method: 'GET',
  path: '/api/examination/units',
  permission: watching,
  input: z.object({}),
  output: z.object({
    today: dayText,
    units: z.array(z.object({ unitId: z.string(), name: z.string(), centreId: z.string(), booked: z.number().int() })),
  }),
  summary: 'The screening units of one’s centres, with the women booked today',
});

export const unitDay = endpoint({
  method: 'GET',
  path: '/api/examination/unit-day',
  permission: watching,
  input: z.object({ unitId: z.string(), day: dayText.optional() }),
  output: z.object({
    today: dayText,
    day: dayText,
    unitId: z.string(),
    unitName: z.string(),
    /** The clock in the country, on the programme's own day; and from how many minutes on a woman counts as late. */
    now: time.nullable(),
    lateAfterMinutes: z.number().int(),
    rows: z.array(unitDayRow),
  }),
  summary: 'The women of a unit on a day, by time, one status each',
});

/** The programme's rules of the clinic day, so that the form decides as the server will. */
export const formRules = z.object({
  criteria: z.array(
    z.object({
      id: z.string(),
      projections: z.array(z.enum(['CC', 'MLO'])),
      decisive: z.boolean(),
      points: z.object({ met: z.number(), minor: z.number() }),
      source: z.string(),
    }),
  ),
  worthANewTime: z.array(z.enum(missingReasons)),
  newTimeAfter: z.array(z.enum(notScreenedReasons)),
  symptomsForRecall: z.array(z.enum(symptomKinds)),
  recentMammogramMonths: z.number(),
  technicalRecallAfterDays: z.number(),
});

export const examinationForm = endpoint({
  method: 'GET',
  path: '/api/examination/form',
  permission: clinic,
  input: z.object({ personId: z.guid(), appointmentId: z.guid() }),
  output: z.object({
    today: dayText,
    woman: unitDayRow,
    unitId: z.string(),
    unitName: z.string(),
    /** The last examination: what to compare with. */
    last: z
      .object({
        day: dayText,
        unitName: z.string(),
        result: z.enum(examinationResults),
        interview: interviewSchema.nullable(),
        missing: z.array(z.object({ view: z.enum(views), reason: z.string() })),
      })
      .nullable(),
    /** A study that draws before the images and takes her, for the radiographer; `modality` null = not drawn yet. */
    draw: z
      .object({
        title: z.object({ nb: z.string(), nn: z.string(), en: z.string() }),
        modality: z.enum(armImages).nullable(),
      })
      .nullable(),
    rules: formRules,
  }),
  summary: 'What the radiographer needs to examine a woman who has checked in',
});

export const drawBeforeImages = endpoint({
  method: 'POST',
  path: '/api/examination/draw',
  permission: ['radiographer'],
  input: z.object({
    personId: z.guid(),
    appointmentId: z.guid(),
    /** As she has answered in the interview. */
    implants: z.boolean(),
    symptoms: z.boolean(),
  }),
  output: z.object({ modality: z.enum(armImages).nullable() }),
  summary: 'Draws for a woman who has checked in which images to take; null when no study takes her',
});

export const recordExamination = endpoint({
  method: 'POST',
  path: '/api/examination/record',
  permission: ['radiographer'],
  input: z.object({
    personId: z.guid(),
    appointmentId: z.guid(),
    version: z.number().int(),
    modality: z.enum(['DM', 'DBT']).default('DM'),
    interview: interviewSchema,
    views: z.array(viewReport).length(4),
    cannotBeBetter: z.boolean().default(false),
    /** Why other images were taken than those that a study drew for her. */
    otherImagesBecause: z.string().trim().min(3).max(300).optional(),
  }),
  output: z.object({
    examinationId: z.guid(),
    result: z.enum(examinationResults),
    quality: z.enum(['P', 'A', 'I']).nullable(),
    newTime: z.object({ day: dayText, at: time }).nullable(),
  }),
  summary: 'Interview, four views or why not, image quality; the images go to reading',
});

export const recordNotScreened = endpoint({
  method: 'POST',
  path: '/api/examination/not-screened',
  permission: ['radiographer', 'coordinator'],
  input: z.object({
    personId: z.guid(),
    appointmentId: z.guid(),
    version: z.number().int(),
    reason: z.enum(notScreenedReasons),
    /** For a recent mammogram: when it was taken. */
    lastMammogram: dayText.optional(),
  }),
  output: z.object({
    next: z.enum(['new-time', 'closes']),
    newTime: z.object({ day: dayText, at: time }).nullable(),
  }),
  summary: 'She came, but no image was taken',
});

export const symptomList = endpoint({
  method: 'GET',
  path: '/api/examination/symptoms',
  permission: ['radiologist', 'coordinator', 'office'],
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        personId: z.guid(),
        episodeId: z.guid(),
        name: z.string(),
        examinedOn: dayText,
        symptoms: interviewSchema.shape.symptoms,
      }),
    ),
  }),
  summary: 'Women whose images are being read and who reported symptoms that may lead to recall',
});

export const recallOnSymptoms = endpoint({
  method: 'POST',
  path: '/api/examination/recall-on-symptoms',
  permission: ['radiologist'],
  input: z.object({ personId: z.guid(), episodeId: z.guid(), note: z.string().max(500).default('') }),
  output: z.object({ state: z.literal('assessment') }),
  summary: 'Recalls a woman on her symptoms, whatever the images show; counted apart from recall on images',
});
