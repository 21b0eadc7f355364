import { lazy } from 'react';
import { z } from 'zod';
import type { StaffPage } from '../page.ts';
import { assessmentDaySearch, centreSearch } from './search.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/assessment-day',
    title: (text) => text.assessment.day,
    roles: ['coordinator', 'radiologist', 'radiographer', 'office'],
    nav: 60,
    component: lazy(() => import('./assessment-day-page.tsx')),
    search: assessmentDaySearch,
  },
  {
    path: '/recalls',
    title: (text) => text.assessment.recalls,
    roles: ['coordinator', 'radiologist', 'office'],
    nav: 61,
    keepsFilters: true,
    component: lazy(() => import('./recalls-page.tsx')),
    search: centreSearch,
  },
  {
    path: '/results-outstanding',
    title: (text) => text.assessment.outstanding,
    roles: ['coordinator', 'radiologist', 'office'],
    nav: 62,
    keepsFilters: true,
    component: lazy(() => import('./outstanding-page.tsx')),
    search: centreSearch,
  },
  {
    path: '/assessment/$personId/$episodeId',
    title: (text) => text.assessment.record,
    roles: ['coordinator', 'radiologist', 'radiographer'],
    component: lazy(() => import('./worksheet-page.tsx')),
    search: z.object({}),
  },
];
