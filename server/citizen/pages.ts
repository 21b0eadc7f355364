import { Hono } from 'hono';
import { publicFigureRoutes } from '#server/quality/public-routes';
import { cannotComeRoutes } from './cannot-come-routes.ts';
import { contactRoutes } from './contact-routes.ts';
import { type CitizenParts, citizenDoor } from './door.ts';
import { homeRoutes } from './home-routes.ts';
import { receiptRoutes } from './receipt-routes.ts';
import { registerRoutes } from './register-routes.ts';
import { screeningRoutes } from './screening-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { studyRoutes } from './study-routes.ts';
import { surveyRoutes } from './survey-routes.ts';
import { timeRoutes } from './time-routes.ts';

/**
 * The pages for women: the public ones under /screening, her own under /min-side. Rendered here, without script; her own
 * rows only.
 */
export function citizenPages(parts: CitizenParts): Hono {
  const door = citizenDoor(parts);
  const pages = new Hono();
  const areas = [
    homeRoutes,
    timeRoutes,
    cannotComeRoutes,
    contactRoutes,
    registerRoutes,
    studyRoutes,
    receiptRoutes,
    surveyRoutes,
  ];
  for (const routes of areas) pages.route('/', routes(door));
  pages.route('/', signInRoutes(parts));
  pages.route('/', screeningRoutes(door, parts.db));
  pages.route('/', publicFigureRoutes(door, parts.db));

  pages.all(
    '/min-side/*',
    door.woman((visit) => visit.message(visit.text.citizen.notFoundTitle, visit.text.citizen.notFound, 404)),
  );
  return pages;
}
