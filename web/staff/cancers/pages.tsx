import { lazy } from 'react';
import type { StaffPage } from '../page.ts';
import { intervalSearch } from './search.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/interval-cancers',
    title: (text) => text.cancers.interval,
    roles: ['radiologist', 'coordinator', 'office'],
    nav: 70,
    keepsFilters: true,
    component: lazy(() => import('./interval-page.tsx')),
    search: intervalSearch,
  },
  {
    path: '/interval-cancers/review',
    title: (text) => text.cancers.review.title,
    roles: ['radiologist'],
    component: lazy(() => import('./review-page.tsx')),
  },
  {
    path: '/interval-cancers/figures',
    title: (text) => text.cancers.figures.title,
    roles: ['radiologist', 'coordinator', 'office'],
    keepsFilters: true,
    component: lazy(() => import('./review-figures-page.tsx')),
    search: intervalSearch,
  },
  {
    path: '/interval-cancers/$personId/$cancerId',
    title: (text) => text.cancers.diagnosis,
    roles: ['radiologist', 'coordinator', 'office'],
    component: lazy(() => import('./cancer-page.tsx')),
  },
];
