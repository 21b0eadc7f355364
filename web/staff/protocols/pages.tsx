import { lazy } from 'react';
import type { StaffPage } from '../page.ts';

const roles = ['office', 'researcher', 'administrator', 'radiologist'] as const;

export const pages: readonly StaffPage[] = [
  {
    path: '/protocols',
    title: (text) => text.protocols.title,
    roles,
    nav: 111,
    component: lazy(() => import('./protocols-page.tsx')),
  },
  {
    path: '/protocols/$id/$version',
    title: (text) => text.protocols.protocol,
    roles,
    component: lazy(() => import('./protocol-page.tsx')),
  },
];
