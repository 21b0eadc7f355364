import { lazy } from 'react';
import type { StaffPage } from '../page.ts';
import { appointmentsSearch, roundsSearch, unitsSearch } from './search.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/rounds',
    title: (text) => text.invitation.rounds,
    roles: ['office', 'coordinator'],
    nav: 20,
    keepsFilters: true,
    component: lazy(() => import('./rounds-page.tsx')),
    search: roundsSearch,
  },
  {
    path: '/units',
    title: (text) => text.invitation.units,
    roles: ['office', 'coordinator'],
    nav: 21,
    component: lazy(() => import('./units-page.tsx')),
    search: unitsSearch,
  },
  {
    path: '/appointments/$personId',
    title: (text) => text.invitation.appointments,
    roles: ['office', 'coordinator', 'radiographer'],
    component: lazy(() => import('./appointments-page.tsx')),
    search: appointmentsSearch,
  },
];
