import { lazy } from 'react';
import type { StaffPage } from '../page.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/overview',
    title: (text) => text.programme.title,
    roles: ['office', 'coordinator', 'radiographer', 'radiologist', 'researcher', 'administrator'],
    nav: 0,
    component: lazy(() => import('./overview-page.tsx')),
  },
];
