import { lazy } from 'react';
import { z } from 'zod';
import { staffRoles } from '#core/people/access';
import type { StaffPage } from '../page.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/evaluation',
    title: (text) => text.statistics.evaluationTitle,
    roles: ['researcher', 'office', 'administrator'],
    nav: 117,
    keepsFilters: true,
    component: lazy(() => import('./evaluation-page.tsx')),
  },
  {
    path: '/figures-reproduced',
    title: (text) => text.statistics.reproducedTitle,
    roles: staffRoles,
    nav: 118,
    component: lazy(() => import('./reproduced-page.tsx')),
    search: z.object({}),
  },
];
