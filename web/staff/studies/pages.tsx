import { lazy } from 'react';
import type { StaffPage } from '../page.ts';

const roles = ['office', 'coordinator', 'radiographer', 'radiologist', 'researcher', 'administrator'] as const;

export const allocationsPage: StaffPage = {
  path: '/studies/$studyId/allocations',
  title: (text) => text.studies.allocations,
  roles,
  component: lazy(() => import('./allocations-page.tsx')),
};

export const pages: readonly StaffPage[] = [
  {
    path: '/studies',
    title: (text) => text.studies.title,
    roles,
    nav: 113,
    component: lazy(() => import('./studies-page.tsx')),
  },
  {
    path: '/studies/$studyId',
    title: (text) => text.studies.study,
    roles,
    component: lazy(() => import('./study-page.tsx')),
  },
  {
    path: '/studies/$studyId/plan',
    title: (text) => text.studies.plan,
    roles: ['office', 'researcher', 'radiologist'],
    component: lazy(() => import('./plan/plan-page.tsx')),
  },
  allocationsPage,
];
