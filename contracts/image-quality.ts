/** Image quality beyond one's own grade: peer audit on samples, and a radiographer's own figures. */
import { z } from 'zod';
import { views, viewReport } from '#core/examination/views';
import { dayText } from '#core/registry/delivery';
import { endpoint } from './endpoint.ts';
import { formRules } from './examination.ts';

const count = z.number().int();
const grade = z.enum(['P', 'A', 'I']);

const share = z
  .object({
    events: count,
    of: count,
    value: z.number(),
    lower: z.number(),
    upper: z.number(),
    enough: z.boolean(),
  })
  .nullable();

const agreement = z.object({
  pairs: count,
  same: share,
  kappa: z.object({ kappa: z.number(), lower: z.number(), upper: z.number() }).nullable(),
});

export const imageSamples = endpoint({
  method: 'GET',
  path: '/api/examination/image-samples',
  permission: ['radiographer', 'coordinator'],
  input: z.object({}),
  output: z.object({
    today: dayText,
    each: count,
    samples: z.array(
      z.object({
        sampleId: z.guid(),
        centreId: z.string(),
        centreName: z.string(),
        from: dayText,
        to: dayText,
        drawnOn: dayText,
        each: count,
        cases: count,
        graded: count,
        /** Left for the one who asks: not graded, and not her own. */
        mine: count,
        agreement,
      }),
    ),
  }),
  summary: 'Samples drawn for peer audit of image quality, with progress and the agreement of the centre as a whole',
});

export const drawImageSample = endpoint({
  method: 'POST',
  path: '/api/examination/draw-image-sample',
  permission: ['radiographer', 'coordinator'],
  input: z.object({ from: dayText, to: dayText, each: count.min(1).max(100) }),
  output: z.object({ sampleId: z.guid(), cases: count }),
  summary: 'Draws a sample by chance, the same number of examinations from each radiographer',
});

export const nextAudit = endpoint({
  method: 'GET',
  path: '/api/examination/next-audit',
  permission: ['radiographer'],
  input: z.object({ sampleId: z.guid() }),
  output: z.object({
    left: count,
    criteria: formRules.shape.criteria,
    next: z
      .object({
        personId: z.guid(),
        examinationId: z.guid(),
        place: count,
        day: dayText,
        name: z.string(),
        birthDate: dayText,
        views: z.array(z.enum(views)),
      })
      .nullable(),
  }),
  summary: 'The next examination to grade: not one’s own, without its radiographer and without her grades',
});

export const gradeImages = endpoint({
  method: 'POST',
  path: '/api/examination/grade-images',
  permission: ['radiographer'],
  input: z.object({
    sampleId: z.guid(),
    personId: z.guid(),
    examinationId: z.guid(),
    views: z
      .array(z.object({ view: z.enum(views), deviations: viewReport.options[0].shape.deviations.unwrap().unwrap() }))
      .max(4),
  }),
  output: z.object({
    images: z.array(z.object({ view: z.enum(views), audit: grade, own: grade.nullable() })),
  }),
  summary: 'A peer’s grades of an examination; answers with the radiographer’s own beside them',
});

const figures = z.object({
  examinations: count,
  partial: share,
  technicalRecall: share,
  retake: share,
  graded: count,
  grades: z.object({ P: share, A: share, I: share }),
  agreement,
});

export const ownImages = endpoint({
  method: 'GET',
  path: '/api/examination/own-images',
  permission: ['radiographer'],
  input: z.object({}),
  output: z.object({
    from: dayText,
    to: dayText,
    enough: z.object({ examinations: count, images: count, pairs: count }),
    own: figures,
    /** All radiographers of the centre together. */
    centre: figures,
  }),
  summary: 'One’s own image figures with intervals, beside those of the centre as a whole',
});
