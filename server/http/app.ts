import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import type { Actor } from '#core/people/access';
import { sessionOf, type SessionKey } from '#server/auth/session';
import type { Config } from '#server/config';
import type { Database } from '#server/db/database';
import type { DayRunner } from '#server/programme/day-run';
import { answer } from './answer.ts';
import type { Fault } from './fault.ts';
import { describeError, type Log, logToStandardError } from './log.ts';
import { openApi } from './open-api.ts';
import type { Route } from './route.ts';
import { staticFiles } from './static-files.ts';

export type AppParts = {
  readonly db: Database;
  readonly config: Config;
  readonly key: SessionKey;
  readonly routes: readonly Route[];
  /** Folder of the built web application. */
  readonly webFolder: string;
  readonly version: string;
  /** Pages rendered on the server, mounted before the staff application. */
  readonly pages?: Hono;
  /** Moves the demo's clock. */
  readonly days?: DayRunner;
  readonly log?: Log;
};

/** Largest body taken unless the contract says otherwise. No form comes near it; deliveries come by folder, not by HTTP. */
const BODY_LIMIT = 1_000_000;

/** Nobody: sees nothing, may do what contracts give to anyone. */
export const nobody: Actor = { userId: 'nobody', name: '', role: 'participant', centres: [] };

/** The whole HTTP side: the contracts under /api, server-rendered pages, and the staff application. */
export function makeApp(parts: AppParts): Hono {
  const app = new Hono();
  const log = parts.log ?? logToStandardError;
  app.use(requestId(), secureHeaders(headers), compress());
  for (const route of parts.routes) {
    const handle = (c: Context) => answerRoute(c, route, parts, log);
    if (route.endpoint.method === 'GET') app.get(route.endpoint.path, handle);
    else app.post(route.endpoint.path, limitBody(route.endpoint.largestBody ?? BODY_LIMIT), handle);
  }
  const description = openApi(parts.routes, parts.version);
  app.get('/api/openapi.json', (c) => c.json(description));
  app.all('/api/*', (c) => sendFault(c, noEndpoint));
  if (parts.pages) app.route('/', parts.pages);
  const files = staticFiles(parts.webFolder);
  app.get('/assets/*', async (c) => (await files(c, c.req.path)) ?? c.text('no such file', 404));
  app.get('/offline/sw.js', async (c) => (await files(c, 'offline/sw.js')) ?? c.text(notBuilt, 503));
  app.get('/offline/', async (c) => (await files(c, 'offline/index.html')) ?? c.text(notBuilt, 503));
  app.get('*', async (c) => (await files(c, 'staff/index.html')) ?? c.text(notBuilt, 503));
  app.onError((error, c) => unexpected(c, c.req.path.replace(/[0-9a-f-]{36}|\d{4,}/g, ':id'), error, log));
  return app;
}

async function answerRoute(c: Context, route: Route, parts: AppParts, log: Log): Promise<Response> {
  c.header('cache-control', 'no-store');
  try {
    const session = sessionOf(c, parts.key);
    const actor = await session.actor(parts.db);
    const shared = { db: parts.db, config: parts.config, ...(parts.days ? { days: parts.days } : {}) };
    const request = { ...shared, actor: actor ?? nobody, session };
    const result = await answer(c, route, request, actor !== undefined);
    return 'fault' in result ? sendFault(c, result.fault) : c.json(result.body as object);
  } catch (error) {
    return unexpected(c, `${route.endpoint.method} ${route.endpoint.path}`, error, log);
  }
}

function sendFault(c: Context, fault: Fault): Response {
  const { status, ...body } = fault;
  return c.json({ ...body, request: c.get('requestId') }, status);
}

function unexpected(c: Context, endpoint: string, error: unknown, log: Log): Response {
  log(describeError(c.get('requestId') ?? '', endpoint, error));
  const what = 'Something unexpected happened on the server; it is logged under the request’s number';
  return sendFault(c, { status: 500, code: 'unexpected', what });
}

function limitBody(maxSize: number) {
  const tooLarge: Fault = { status: 413, code: 'too-large', what: `The body is larger than ${maxSize} bytes` };
  return bodyLimit({ maxSize, onError: (c) => sendFault(c, tooLarge) });
}

const noEndpoint: Fault = {
  status: 404,
  code: 'no-endpoint',
  what: 'There is no such endpoint; see /api/openapi.json',
};
const notBuilt = 'The web application is not built: run "npm run build", or start with "npm start", which builds it.';

/** Everything comes from this server. Inline styles: React writes style attributes. Frames: letters shown as PDF. */
const headers = {
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'", 'data:'],
    frameSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'self'"],
  },
  xFrameOptions: 'SAMEORIGIN',
  referrerPolicy: 'same-origin',
};
