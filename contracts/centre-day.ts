import { z } from 'zod';
import { appointmentKinds, appointmentStatuses } from '#core/invitation/appointment';
import { needsSchema } from '#core/invitation/needs';
import { dayText } from '#core/registry/delivery';
import { endpoint } from './endpoint.ts';

const running = ['coordinator'] as const;
const count = z.number().int().nonnegative();
const unmet = z.array(z.enum(['too-short', 'stairs'])).readonly();
/** Something that waits at the centre: how many, how long the oldest has waited, and how many longer than the limit. */
const waits = z.object({ count, oldestDays: z.number().int().nullable(), late: count });

export const centreDay = endpoint({
  method: 'GET',
  path: '/api/centre-day',
  permission: running,
  input: z.object({ centreId: z.string().optional(), day: dayText.optional() }),
  output: z.object({
    today: dayText,
    day: dayText,
    centreId: z.string(),
    centreName: z.string(),
    centres: z.array(z.object({ centreId: z.string(), name: z.string() })).readonly(),
    rows: z
      .array(
        z.object({
          personId: z.guid(),
          appointmentId: z.guid(),
          at: z.string(),
          unitId: z.string(),
          unitName: z.string(),
          name: z.string(),
          birthDate: dayText,
          phone: z.string().nullable(),
          kind: z.enum(appointmentKinds),
          status: z.enum(appointmentStatuses),
          longer: z.boolean(),
          needs: needsSchema,
          unmet,
        }),
      )
      .readonly(),
    handovers: z
      .array(
        z.object({
          personId: z.guid(),
          noteId: z.guid(),
          name: z.string(),
          words: z.string(),
          by: z.string(),
          writtenOn: dayText,
        }),
      )
      .readonly(),
    waits: z.object({ recalls: waits, outstanding: waits, withoutTime: waits }),
    assessmentsToday: count,
    /** Coming times that do not give her what she needs. */
    unmet: z
      .array(
        z.object({ personId: z.guid(), name: z.string(), day: dayText, at: z.string(), unitName: z.string(), unmet }),
      )
      .readonly(),
  }),
  summary:
    'A centre’s day for its coordinator: appointments with needs, what must be followed up, and what waits how long',
});

export const recentWomen = endpoint({
  method: 'GET',
  path: '/api/recent-women',
  permission: ['office', 'coordinator', 'radiographer', 'radiologist'],
  input: z.object({}),
  output: z.object({
    women: z.array(z.object({ personId: z.guid(), name: z.string(), birthDate: dayText })).readonly(),
  }),
  summary: 'The women whose pages one has opened last, on the programme day',
});
