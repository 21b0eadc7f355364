import { z } from 'zod';
import { ageGroups } from '#core/quality/dimension';

/** What the pages of figures are limited to, in the address. */
export const scopeAddress = z.object({
  set: z.string().default('european-13'),
  region: z.string().optional(),
  centre: z.string().optional(),
  unit: z.string().optional(),
  period: z.string().default('newest'),
  kind: z.enum(['all', 'prevalent', 'subsequent']).default('all'),
  age: z.enum(['all', ...ageGroups]).default('all'),
});
export type ScopeAddress = z.output<typeof scopeAddress>;

/** The parts of the address that go on to another page of figures. */
export function scopeSearch({ region, centre, unit, period, kind, age }: Omit<ScopeAddress, 'set'>) {
  return { region, centre, unit, period, kind, age };
}
