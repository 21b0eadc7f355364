import { z } from 'zod';
import { staffRoles } from '#core/people/access';
import { endpoint } from './endpoint.ts';

/** What a user has chosen for herself, whichever machine she sits at; what she has not chosen has its default. */
const preferencesSchema = z.object({
  /** Single-key shortcuts (WCAG 2.1.4 lets them be turned off). */
  shortcuts: z.boolean(),
  /** A short sound when a key press is not taken. */
  sound: z.boolean(),
});

export const preferences = endpoint({
  method: 'GET',
  path: '/api/preferences',
  permission: staffRoles,
  input: z.object({}),
  output: preferencesSchema,
  summary: 'What the user has chosen for herself',
});

export const savePreferences = endpoint({
  method: 'POST',
  path: '/api/preferences',
  permission: staffRoles,
  input: preferencesSchema.partial(),
  output: preferencesSchema,
  summary: 'Keeps what the user chooses for herself',
});
