import { lazy } from 'react';
import type { StaffPage } from '../page.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/today',
    title: (text) => text.office.today.title,
    roles: ['coordinator'],
    nav: -1,
    keepsFilters: true,
    component: lazy(() => import('./centre-day-page.tsx')),
  },
  {
    path: '/overview',
    title: (text) => text.programme.title,
    roles: ['office', 'coordinator', 'radiographer', 'radiologist', 'researcher', 'administrator'],
    nav: 0,
    keepsFilters: true,
    component: lazy(() => import('./overview-page.tsx')),
  },
  {
    path: '/fallen-out',
    title: (text) => text.office.failsafe.title,
    roles: ['office', 'coordinator'],
    nav: 22,
    keepsFilters: true,
    component: lazy(() => import('./fallen-out-page.tsx')),
  },
  {
    path: '/registers',
    title: (text) => text.office.registers.title,
    roles: ['office'],
    nav: 23,
    keepsFilters: true,
    component: lazy(() => import('./registers-page.tsx')),
  },
];
