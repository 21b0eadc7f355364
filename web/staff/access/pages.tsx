import { lazy } from 'react';
import type { StaffPage } from '../page.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/users',
    title: (text) => text.people.users,
    roles: ['administrator'],
    nav: 1,
    component: lazy(() => import('./users-page.tsx')),
  },
  {
    path: '/access-log',
    title: (text) => text.people.accessLog,
    roles: ['administrator', 'office'],
    nav: 104,
    component: lazy(() => import('./log-page.tsx')),
  },
];
