import { lazy } from 'react';
import type { StaffPage } from '../page.ts';
import { equipmentSearch, reportSearch } from './search.ts';

const watching = ['physicist', 'radiographer', 'coordinator', 'office', 'administrator'] as const;

export const pages: readonly StaffPage[] = [
  {
    path: '/equipment',
    title: (text) => text.equipment.title,
    roles: watching,
    nav: 36,
    keepsFilters: true,
    component: lazy(() => import('./equipment-page.tsx')),
    search: equipmentSearch,
  },
  {
    path: '/equipment/$equipmentId',
    title: (text) => text.equipment.item,
    roles: watching,
    component: lazy(() => import('./item-page.tsx')),
  },
  {
    path: '/equipment-report',
    title: (text) => text.equipment.report,
    roles: watching,
    component: lazy(() => import('./report-page.tsx')),
    search: reportSearch,
  },
];
