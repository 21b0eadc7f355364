import { lazy } from 'react';
import { staffRoles } from '#core/people/access';
import type { StaffPage } from '../page.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/portal',
    title: (text) => text.portal.title,
    roles: staffRoles,
    nav: 100,
    component: lazy(() => import('./portal-page.tsx')),
  },
];
