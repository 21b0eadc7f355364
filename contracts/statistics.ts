/** Statistics across HTTP: published figures computed anew. */
import { z } from 'zod';
import { endpoint } from '#contracts/endpoint';
import { staffRoles } from '#core/people/access';

export const figuresReproduced = endpoint({
  method: 'GET',
  path: '/api/statistics/reproduced',
  permission: staffRoles,
  summary: 'Published figures and ours beside them, source by source, computed when asked for',
  input: z.strictObject({}),
  output: z.object({
    codeVersion: z.string(),
    sources: z.array(
      z.object({
        id: z.string(),
        source: z.string(),
        from: z.string(),
        figures: z.array(
          z.object({
            what: z.string(),
            published: z.number(),
            computed: z.number(),
            tolerance: z.number(),
            unit: z.string(),
            decimals: z.number(),
            /** Why the printed figure does not follow from its own counts; null when it does. */
            doesNotFollow: z.string().nullable(),
            agrees: z.boolean(),
          }),
        ),
      }),
    ),
  }),
});
