import { z } from 'zod';
import { dayText } from '#core/registry/delivery';

/** Filters of the pages of this area, kept in the address. */
export const unitsSearch = z.object({ unit: z.string().optional(), from: dayText.optional() });
export const appointmentsSearch = z.object({ from: dayText.optional(), unit: z.string().optional() });
/** What the map of a round shows. */
export const mapMeasures = ['coming', 'due', 'overdue', 'travel'] as const;
export type MapMeasure = (typeof mapMeasures)[number];
export const roundsSearch = z.object({
  centre: z.string().optional(),
  show: z.enum(mapMeasures).default('coming'),
});
