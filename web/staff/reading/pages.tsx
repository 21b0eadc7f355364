import { lazy } from 'react';
import type { StaffPage } from '../page.ts';
import { figuresAddress } from './figures-address.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/reading',
    title: (text) => text.reading.title,
    roles: ['radiologist'],
    nav: 50,
    component: lazy(() => import('./reading-page.tsx')),
  },
  {
    path: '/consensus',
    title: (text) => text.reading.consensusTitle,
    roles: ['radiologist'],
    nav: 51,
    component: lazy(() => import('./consensus-page.tsx')),
  },
  {
    path: '/consensus/meetings',
    title: (text) => text.reading.meeting.all,
    roles: ['radiologist', 'coordinator'],
    component: lazy(() => import('./meetings-page.tsx')),
  },
  {
    path: '/consensus/meetings/$meetingId',
    title: (text) => text.reading.meeting.minutes,
    roles: ['radiologist', 'coordinator'],
    component: lazy(() => import('./minutes-page.tsx')),
  },
  {
    path: '/my-reads',
    title: (text) => text.reading.ownTitle,
    roles: ['radiologist'],
    nav: 52,
    keepsFilters: true,
    component: lazy(() => import('./own-reads-page.tsx')),
  },
  {
    path: '/my-figures',
    title: (text) => text.reading.figures.title,
    roles: ['radiologist'],
    nav: 54,
    component: lazy(() => import('./own-figures-page.tsx')),
    search: figuresAddress,
  },
  {
    path: '/my-figures/$personId/$caseId',
    title: (text) => text.reading.figures.cases,
    roles: ['radiologist'],
    component: lazy(() => import('./own-case-page.tsx')),
  },
  {
    path: '/readers',
    title: (text) => text.reading.readers.title,
    roles: ['office', 'administrator'],
    nav: 55,
    component: lazy(() => import('./readers-page.tsx')),
  },
  {
    path: '/set-aside',
    title: (text) => text.reading.asideTitle,
    roles: ['radiologist', 'coordinator'],
    nav: 53,
    keepsFilters: true,
    component: lazy(() => import('./aside-page.tsx')),
  },
];
