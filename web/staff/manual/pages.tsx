import { lazy } from 'react';
import { z } from 'zod';
import type { StaffPage } from '../page.ts';

const roles = ['office', 'coordinator', 'radiologist', 'radiographer'] as const;

export const pages: readonly StaffPage[] = [
  {
    path: '/manual',
    title: (text) => text.manual.title,
    roles,
    nav: 95,
    search: z.object({ year: z.number().optional() }),
    keepsFilters: true,
    component: lazy(() => import('./manuals-page.tsx')),
  },
  {
    path: '/manual/$year/$centreId',
    title: (text) => text.manual.title,
    roles,
    component: lazy(() => import('./centre-page.tsx')),
  },
];
