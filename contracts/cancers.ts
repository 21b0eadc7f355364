import { z } from 'zod';
import { detections, intervalWindows } from '#core/cancers/detection';
import { disclosureStates } from '#core/cancers/disclosure';
import { reviewClasses, reviewStages } from '#core/cancers/review';
import { dayText } from '#core/registry/delivery';
import { endpoint } from './endpoint.ts';

export const intervalCancers = endpoint({
  method: 'GET',
  path: '/api/cancers/interval',
  permission: ['radiologist', 'coordinator', 'office'],
  input: z.object({ centreId: z.string().optional(), from: dayText.optional(), to: dayText.optional() }),
  output: z.object({
    rows: z.array(
      z.object({
        personId: z.guid(),
        cancerId: z.guid(),
        episodeId: z.guid(),
        name: z.string().nullable(),
        centreId: z.string(),
        centreName: z.string(),
        diagnosedOn: dayText,
        screenedOn: dayText,
        window: z.enum(intervalWindows),
        side: z.enum(['left', 'right', 'both', 'unknown']),
        behaviour: z.enum(['dcis', 'invasive']),
        sizeMm: z.number().nullable(),
        /** Highest score that any reader gave at the screening before; null without reads, and to a radiologist before the review is decided. */
        highestScore: z.number().int().nullable(),
        dismissed: z.boolean().nullable(),
        /** null = not in a set for review. */
        review: z.object({ stage: z.enum(reviewStages), class: z.enum(reviewClasses).nullable() }).nullable(),
        wish: z.enum(disclosureStates),
      }),
    ),
    /** Some are left out, because the asker has their images for blind review; how many would tell too much. */
    hidden: z.boolean(),
  }),
  summary: 'Interval cancers by the centre that screened, the latest diagnosed first',
});

export const classifyCancers = endpoint({
  method: 'POST',
  path: '/api/cancers/classify',
  permission: ['office', 'administrator'],
  input: z.object({}),
  output: z.object({
    changed: z.number().int(),
    counts: z.array(z.object({ detection: z.enum(detections), count: z.number().int() })),
  }),
  summary: 'Classifies every registered cancer again by the rule',
});
