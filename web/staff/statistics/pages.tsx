import { lazy } from 'react';
import { z } from 'zod';
import { staffRoles } from '#core/people/access';
import type { StaffPage } from '../page.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/figures-reproduced',
    title: (text) => text.statistics.reproducedTitle,
    roles: staffRoles,
    nav: 118,
    component: lazy(() => import('./reproduced-page.tsx')),
    search: z.object({}),
  },
];
