import { lazy } from 'react';
import { driftSearch } from '#contracts/ai';
import type { StaffPage } from '../page.ts';

const counting = ['office', 'administrator', 'researcher'] as const;

export const pages: readonly StaffPage[] = [
  {
    path: '/ai',
    title: (text) => text.ai.title,
    roles: counting,
    nav: 112,
    component: lazy(() => import('./ai-page.tsx')),
  },
  {
    path: '/ai-drift',
    title: (text) => text.ai.driftTitle,
    roles: [...counting, 'physicist'],
    nav: 112.5,
    component: lazy(() => import('./drift-page.tsx')),
    search: driftSearch,
  },
  {
    path: '/ai-refusals',
    title: (text) => text.ai.refusalsTitle,
    roles: ['office', 'administrator'],
    component: lazy(() => import('./refusals-page.tsx')),
  },
];
