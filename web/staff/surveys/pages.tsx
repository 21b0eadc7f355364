import { lazy } from 'react';
import { z } from 'zod';
import type { StaffPage } from '../page.ts';
import { surveysSearch } from './search.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/surveys',
    title: (text) => text.surveys.title,
    roles: ['office', 'researcher', 'administrator'],
    nav: 96,
    keepsFilters: true,
    component: lazy(() => import('./surveys-page.tsx')),
    search: surveysSearch,
  },
  {
    path: '/survey',
    title: (text) => text.surveys.answerTitle,
    roles: ['radiologist'],
    nav: 96,
    component: lazy(() => import('./answer-page.tsx')),
    search: z.object({}),
  },
];
