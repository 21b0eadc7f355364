import { lazy } from 'react';
import type { StaffPage } from '../../page.ts';

const roles = ['office', 'coordinator', 'radiographer', 'radiologist', 'researcher', 'administrator'] as const;

/** What each of them shows is decided by core/studies/sight.ts. */
export const pages: readonly StaffPage[] = [
  {
    path: '/study-monitoring',
    title: (text) => text.studies.monitoring.title,
    roles,
    nav: 114,
    component: lazy(() => import('./list-page.tsx')),
  },
  {
    path: '/study-monitoring/$studyId/flow',
    title: (text) => text.studies.monitoring.flowTitle,
    roles,
    component: lazy(() => import('./flow-page.tsx')),
  },
  {
    path: '/study-monitoring/$studyId/recruitment',
    title: (text) => text.studies.monitoring.recruitmentTitle,
    roles,
    component: lazy(() => import('./recruitment-page.tsx')),
  },
  {
    path: '/study-monitoring/$studyId/analysis',
    title: (text) => text.studies.monitoring.analysisTitle,
    roles,
    component: lazy(() => import('./analysis-page.tsx')),
  },
  {
    path: '/study-monitoring/$studyId/safety',
    title: (text) => text.studies.monitoring.safetyTitle,
    // The unblinded statistician is most often a researcher; who is, the study says.
    roles: ['researcher', 'office', 'coordinator', 'radiographer', 'radiologist', 'administrator'],
    component: lazy(() => import('./safety-page.tsx')),
  },
  {
    path: '/study-monitoring/$studyId/board',
    title: (text) => text.studies.monitoring.boardTitle,
    roles: ['researcher', 'office', 'coordinator', 'radiographer', 'radiologist', 'administrator'],
    component: lazy(() => import('./board-page.tsx')),
  },
  {
    path: '/study-monitoring/$studyId/reveals',
    title: (text) => text.studies.monitoring.revealsTitle,
    roles,
    component: lazy(() => import('./reveals-page.tsx')),
  },
  {
    path: '/study-monitoring/$studyId/dry-run',
    title: (text) => text.studies.monitoring.dryTitle,
    roles,
    component: lazy(() => import('./dry-run-page.tsx')),
  },
];
