import { z } from 'zod';
import { dayText } from '#core/registry/delivery';

export const statusFilters = ['all', 'expected', 'here', 'done'] as const;
export type StatusFilter = (typeof statusFilters)[number];

/** What the address says: which unit, which day, which of the women. */
export const unitDaySearch = z.object({
  unit: z.string().optional(),
  day: dayText.optional(),
  show: z.enum(statusFilters).default('all'),
});
