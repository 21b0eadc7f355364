import { z } from 'zod';
import { dayText } from '#core/registry/delivery';
import { standings } from './standing.ts';

export const statusFilters = ['all', ...standings] as const;
export type StatusFilter = (typeof statusFilters)[number];

/** What the address says: which unit, which day, which of the women. */
export const unitDaySearch = z.object({
  unit: z.string().optional(),
  day: dayText.optional(),
  show: z.enum(statusFilters).default('all'),
  /** Come from an examination that is saved: the next woman takes the focus. */
  next: z.literal('1').optional(),
});

/** What the address of the list on paper says. */
export const paperSearch = z.object({ unit: z.string().default(''), day: dayText.optional() });

/** What the address says where paper is entered afterwards. */
export const afterwardsSearch = z.object({ unit: z.string().optional(), day: dayText.optional() });
