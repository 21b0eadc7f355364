import { lazy } from 'react';
import { z } from 'zod';
import type { StaffPage } from '../page.ts';

const caring = ['office', 'coordinator', 'radiographer', 'radiologist'] as const;

export const pages: readonly StaffPage[] = [
  {
    path: '/people',
    title: (text) => text.people.searchTitle,
    roles: caring,
    nav: 20,
    search: z.object({ q: z.string().optional() }),
    component: lazy(() => import('./search-page.tsx')),
  },
  {
    path: '/duplicates',
    title: (text) => text.people.duplicates.title,
    roles: ['office'],
    nav: 25,
    search: z.object({ a: z.guid().optional(), b: z.guid().optional() }),
    component: lazy(() => import('./duplicates-page.tsx')),
  },
  {
    path: '/people/$personId',
    title: (text) => text.people.womanTitle,
    roles: caring,
    component: lazy(() => import('./woman-page.tsx')),
  },
];
