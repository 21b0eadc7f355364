import { lazy } from 'react';
import { staffRoles } from '#core/people/access';
import type { StaffPage } from '../page.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/figures',
    title: (text) => text.quality.title,
    roles: staffRoles,
    nav: 90,
    component: lazy(() => import('./figures-page.tsx')),
  },
];
