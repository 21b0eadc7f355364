import { lazy } from 'react';
import { z } from 'zod';
import type { StaffPage } from '../page.ts';
import { unitDaySearch } from './unit-day-search.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/unit-day',
    title: (text) => text.examination.unitDay,
    roles: ['radiographer', 'coordinator', 'radiologist', 'office'],
    nav: 30,
    component: lazy(() => import('./unit-day-page.tsx')),
    search: unitDaySearch,
  },
  {
    path: '/examination/$personId/$appointmentId',
    title: (text) => text.examination.form,
    roles: ['radiographer', 'coordinator', 'radiologist'],
    component: lazy(() => import('./examination-page.tsx')),
  },
  {
    path: '/symptoms',
    title: (text) => text.examination.symptomList,
    roles: ['radiologist', 'coordinator', 'office'],
    nav: 52,
    component: lazy(() => import('./symptoms-page.tsx')),
    search: z.object({}),
  },
];
