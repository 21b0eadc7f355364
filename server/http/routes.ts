import { routes as ai } from '#server/ai/routes';
import { routes as assessment } from '#server/assessment/routes';
import { routes as auth } from '#server/auth/routes';
import { routes as cancers } from '#server/cancers/routes';
import { routes as equipment } from '#server/equipment/routes';
import { routes as examination } from '#server/examination/routes';
import { routes as invitation } from '#server/invitation/routes';
import { routes as manual } from '#server/manual/routes';
import { routes as messaging } from '#server/messaging/routes';
import { routes as people } from '#server/people/routes';
import { routes as portal } from '#server/portal/routes';
import { routes as programme } from '#server/programme/routes';
import { routes as protocols } from '#server/protocols/routes';
import { routes as replay } from '#server/replay/routes';
import { routes as quality } from '#server/quality/routes';
import { routes as reading } from '#server/reading/routes';
import { routes as statistics } from '#server/statistics/routes';
import { monitoringRoutes } from '#server/studies/monitoring-routes';
import { routes as studyPlans } from '#server/studies/plan-routes';
import { routes as studies } from '#server/studies/routes';
import { routes as surveys } from '#server/surveys/routes';
import type { Route } from './route.ts';

/** Everything that the server answers under /api, by area. */
export const routes: readonly Route[] = [
  ...auth,
  ...programme,
  ...people,
  ...invitation,
  ...messaging,
  ...examination,
  ...equipment,
  ...reading,
  ...ai,
  ...assessment,
  ...cancers,
  ...quality,
  ...manual,
  ...portal,
  ...protocols,
  ...replay,
  ...statistics,
  ...studies,
  ...studyPlans,
  ...monitoringRoutes,
  ...surveys,
];
