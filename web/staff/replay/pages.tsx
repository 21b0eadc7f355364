import { lazy } from 'react';
import type { StaffPage } from '../page.ts';

const roles = ['researcher', 'office', 'administrator'] as const;

export const pages: readonly StaffPage[] = [
  {
    path: '/replay',
    title: (text) => text.replay.title,
    roles,
    nav: 116,
    component: lazy(() => import('./replay-page.tsx')),
  },
  {
    path: '/replay/$runId',
    title: (text) => text.replay.resultTitle,
    roles,
    component: lazy(() => import('./result-page.tsx')),
  },
  {
    path: '/replay/$runId/cases',
    title: (text) => text.replay.cases,
    roles: ['office'],
    component: lazy(() => import('./cases-page.tsx')),
  },
];
