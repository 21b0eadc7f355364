import { z } from 'zod';
import { staffRoles } from '#core/people/access';
import { endpoint } from './endpoint.ts';

const name = z.string().trim().min(1).max(60);

const savedFilter = z.object({
  filterId: z.guid(),
  /** The page's path, without parameters. */
  page: z.string().max(100),
  name,
  /** What stands after `?` in the page's address. */
  search: z.string().min(1).max(1000),
  /** The page opens with it. */
  isDefault: z.boolean(),
});

const allOfHers = z.object({ filters: z.array(savedFilter) });

export const savedFilters = endpoint({
  method: 'GET',
  path: '/api/saved-filters',
  permission: staffRoles,
  input: z.object({}),
  output: allOfHers,
  summary: 'The filters that the user keeps under names of her own, by page and name',
});

export const saveFilter = endpoint({
  method: 'POST',
  path: '/api/saved-filters',
  permission: staffRoles,
  input: savedFilter.omit({ filterId: true }),
  output: allOfHers,
  summary: 'Keeps a page’s filter under a name; another of the page that was its first gives way to a new first',
});

export const changeFilter = endpoint({
  method: 'POST',
  path: '/api/saved-filters/:filterId',
  permission: staffRoles,
  input: savedFilter.pick({ name: true, isDefault: true }).partial().extend({ filterId: z.guid() }),
  output: allOfHers,
  summary: 'Renames a kept filter, or makes it the one that the page opens with',
});

export const removeFilter = endpoint({
  method: 'POST',
  path: '/api/saved-filters/:filterId/remove',
  permission: staffRoles,
  input: z.object({ filterId: z.guid() }),
  output: allOfHers,
  summary: 'Forgets a kept filter',
});
