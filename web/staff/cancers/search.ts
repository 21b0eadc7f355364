import { z } from 'zod';
import { dayText } from '#core/registry/delivery';

export const intervalSearch = z.object({
  centre: z.string().optional(),
  from: dayText.optional(),
  to: dayText.optional(),
});
