import { lazy } from 'react';
import type { StaffPage } from '../../page.ts';

const roles = ['office', 'coordinator', 'radiographer', 'radiologist', 'researcher', 'administrator'] as const;

/** What each of them shows is decided by core/studies/sight.ts. */
export const pages: readonly StaffPage[] = [
  {
    path: '/study-monitoring',
    title: (text) => text.studyMonitoring.title,
    roles,
    nav: 114,
    component: lazy(() => import('./list-page.tsx')),
  },
  {
    path: '/study-monitoring/$studyId/flow',
    title: (text) => text.studyMonitoring.flowTitle,
    roles,
    component: lazy(() => import('./flow-page.tsx')),
  },
  {
    path: '/study-monitoring/$studyId/recruitment',
    title: (text) => text.studyMonitoring.recruitmentTitle,
    roles,
    component: lazy(() => import('./recruitment-page.tsx')),
  },
  {
    path: '/study-monitoring/$studyId/analysis',
    title: (text) => text.studyMonitoring.analysisTitle,
    roles,
    component: lazy(() => import('./analysis-page.tsx')),
  },
  {
    path: '/study-monitoring/$studyId/safety',
    title: (text) => text.studyMonitoring.safetyTitle,
    // The unblinded statistician is most often a researcher; who is, the study says.
    roles: ['researcher', 'office', 'coordinator', 'radiographer', 'radiologist', 'administrator'],
    component: lazy(() => import('./safety-page.tsx')),
  },
  {
    path: '/study-monitoring/$studyId/board',
    title: (text) => text.studyMonitoring.boardTitle,
    roles: ['researcher', 'office', 'coordinator', 'radiographer', 'radiologist', 'administrator'],
    component: lazy(() => import('./board-page.tsx')),
  },
  {
    path: '/study-monitoring/$studyId/reveals',
    title: (text) => text.studyMonitoring.revealsTitle,
    roles,
    component: lazy(() => import('./reveals-page.tsx')),
  },
  {
    path: '/study-monitoring/$studyId/dry-run',
    title: (text) => text.studyMonitoring.dryTitle,
    roles,
    component: lazy(() => import('./dry-run-page.tsx')),
  },
];
