import { z } from 'zod';
import { dayText } from '#core/registry/delivery';

export const assessmentDaySearch = z.object({ centre: z.string().optional(), day: dayText.optional() });
/** The lists of all one's centres, or of one. */
export const centreSearch = z.object({ centre: z.string().optional() });
