import { lazy } from 'react';
import { z } from 'zod';
import type { StaffPage } from '../page.ts';
import { afterwardsSearch, paperSearch, unitDaySearch } from './unit-day-search.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/unit-day',
    title: (text) => text.examination.unitDay,
    roles: ['radiographer', 'coordinator', 'radiologist', 'office'],
    nav: 30,
    startFor: ['radiographer'],
    keepsFilters: true,
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
    path: '/paper-list',
    title: (text) => text.examination.paperList,
    roles: ['radiographer', 'coordinator'],
    component: lazy(() => import('./paper-list-page.tsx')),
    search: paperSearch,
  },
  {
    path: '/enter-afterwards',
    title: (text) => text.examination.afterwards.title,
    roles: ['radiographer', 'coordinator'],
    nav: 31,
    component: lazy(() => import('./afterwards-page.tsx')),
    search: afterwardsSearch,
  },
  {
    path: '/entries',
    title: (text) => text.examination.entries.title,
    roles: ['radiographer', 'coordinator', 'office'],
    nav: 32,
    keepsFilters: true,
    component: lazy(() => import('./entries-page.tsx')),
    search: z.object({}),
  },
  {
    path: '/image-audit',
    title: (text) => text.examination.audit.title,
    roles: ['radiographer', 'coordinator'],
    nav: 33,
    component: lazy(() => import('./samples-page.tsx')),
    search: z.object({}),
  },
  {
    path: '/image-audit/$sampleId',
    title: (text) => text.examination.audit.gradeTitle,
    roles: ['radiographer'],
    component: lazy(() => import('./audit-page.tsx')),
  },
  {
    path: '/own-images',
    title: (text) => text.examination.own.title,
    roles: ['radiographer'],
    nav: 34,
    component: lazy(() => import('./own-images-page.tsx')),
    search: z.object({}),
  },
  {
    path: '/symptoms',
    title: (text) => text.examination.symptomList,
    roles: ['radiologist', 'coordinator', 'office'],
    nav: 52,
    keepsFilters: true,
    component: lazy(() => import('./symptoms-page.tsx')),
    search: z.object({}),
  },
];
