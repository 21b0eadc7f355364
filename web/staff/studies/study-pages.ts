import type { StaffPage } from '../page.ts';
import { pages as monitoring } from './monitoring/pages.tsx';
import { allocationsPage } from './pages.tsx';

/** The pages about one study besides its own; the study's page links to those that the role may open. */
export const studyPages: readonly StaffPage[] = [
  ...monitoring.filter(({ path }) => path.includes('$studyId')),
  allocationsPage,
];
