import { z } from 'zod';

/** Which form, in which period and where; all in the address. An empty period is the last twelve months. */
export const surveysSearch = z.object({
  form: z.string().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  centre: z.string().optional(),
});
export type SurveysFilter = z.output<typeof surveysSearch>;
