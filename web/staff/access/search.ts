import { z } from 'zod';
import { logKinds } from '#contracts/users';
import { dayText } from '#core/registry/delivery';

/** What the administrator's pages keep in the address. */
export const usersSearch = z.object({ show: z.enum(['active', 'all']).default('active'), user: z.string().optional() });
export const logSearch = z.object({
  user: z.string().optional(),
  from: dayText.optional(),
  to: dayText.optional(),
  kind: z.enum(logKinds).optional(),
});
