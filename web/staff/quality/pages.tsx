import { lazy } from 'react';
import { staffRoles } from '#core/people/access';
import type { StaffPage } from '../page.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/figures',
    title: (text) => text.quality.title,
    roles: staffRoles,
    nav: 90,
    keepsFilters: true,
    component: lazy(() => import('./figures-page.tsx')),
  },
  {
    path: '/figures/equity',
    title: (text) => text.quality.equityTitle,
    roles: staffRoles,
    keepsFilters: true,
    component: lazy(() => import('./equity-page.tsx')),
  },
  {
    path: '/figures/sets',
    title: (text) => text.quality.setsTitle,
    roles: staffRoles,
    component: lazy(() => import('./sets-page.tsx')),
  },
  {
    path: '/figures/$set/$indicator',
    title: (text) => text.quality.indicator,
    roles: staffRoles,
    component: lazy(() => import('./indicator-page.tsx')),
  },
  {
    path: '/figures/$set/$indicator/cases',
    title: (text) => text.quality.casesLink,
    roles: ['office', 'coordinator', 'radiographer', 'radiologist'],
    component: lazy(() => import('./cases-page.tsx')),
  },
];
