/** Who reads at which centre, and who is senior: some protocols' steps are for senior readers. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const deciding = ['office', 'administrator'] as const;

export const readers = endpoint({
  method: 'GET',
  path: '/api/reading/readers',
  permission: deciding,
  input: z.strictObject({}),
  output: z.object({
    readers: z.array(z.object({ userId: z.string(), name: z.string(), centre: z.string(), senior: z.boolean() })),
  }),
  summary: 'The radiologists, by centre, and who of them is senior',
});

export const setSenior = endpoint({
  method: 'POST',
  path: '/api/reading/readers/senior',
  permission: deciding,
  input: z.strictObject({ userId: z.string().min(1).max(60), senior: z.boolean() }),
  output: z.literal(true),
  summary: 'Says that a radiologist is senior, or no longer',
});
