import { lazy } from 'react';
import type { StaffPage } from '../page.ts';
import { intervalSearch } from './search.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/interval-cancers',
    title: (text) => text.cancers.interval,
    roles: ['radiologist', 'coordinator', 'office'],
    nav: 70,
    component: lazy(() => import('./interval-page.tsx')),
    search: intervalSearch,
  },
];
