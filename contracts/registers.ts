import { z } from 'zod';
import { dayText } from '#core/registry/delivery';
import { endpoint } from './endpoint.ts';

const woman = {
  personId: z.guid(),
  name: z.string(),
  birthDate: dayText,
  centre: z.string(),
  from: dayText,
  lifted: dayText.nullable(),
  /** Who entered her: a name, `own-page` for herself, or null when an earlier system did. */
  recordedBy: z.string().nullable(),
};

const input = z.object({ only: z.enum(['in-force', 'all']).default('in-force') });

export const listStops = endpoint({
  method: 'GET',
  path: '/api/registers/stops',
  permission: ['office'],
  input,
  output: z.object({
    total: z.number().int(),
    rows: z.array(z.object({ ...woman, reason: z.string() })).readonly(),
  }),
  summary: 'The register of those who do not wish to be invited',
});

export const listReservations = endpoint({
  method: 'GET',
  path: '/api/registers/reservations',
  permission: ['office'],
  input,
  output: z.object({
    total: z.number().int(),
    rows: z
      .array(z.object({ ...woman, carriedOut: dayText.nullable(), carryOutBy: dayText, late: z.boolean() }))
      .readonly(),
  }),
  summary:
    'The register of reservations against storing normal findings, and whether each has been carried out in time',
});
