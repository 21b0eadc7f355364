import { z } from 'zod';

/** What the address of the register says: which centre, and whether only what needs something now. */
export const equipmentSearch = z.object({
  centre: z.string().optional(),
  show: z.enum(['all', 'attention']).default('all'),
});

export const reportSearch = z.object({ centre: z.string().optional(), year: z.coerce.number().int().optional() });
