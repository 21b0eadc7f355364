import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { endpoint } from '#contracts/endpoint';
import { refuse } from '#core/kernel/result';
import { type Role, roles } from '#core/people/access';
import { writeTicket } from '#server/auth/cookie';
import { sessionKey } from '#server/auth/session-key';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { makeApp } from './app.ts';
import type { LogLine } from './log.ts';
import { type Route, route } from './route.ts';
import { routes } from './routes.ts';

const staffRoles = ['office', 'coordinator', 'radiographer', 'radiologist', 'researcher', 'administrator'] as const;

let db: TestDatabase;
let key: Buffer;
let webFolder: string;
const logged: LogLine[] = [];

beforeAll(async () => {
  db = await createTestDatabase();
  await db.pool.query(`
    insert into region values ('HM', 'Helse Midt');
    insert into centre (id, name, short_name, region_id, town) values ('C06', 'Brystsenteret Prøveby', 'Prøveby', 'HM', 'Prøveby');
    update programme_clock set today = '2026-11-23'`);
  for (const role of staffRoles) {
    const centre = ['coordinator', 'radiographer', 'radiologist'].includes(role) ? 'C06' : null;
    await db.pool.query('insert into staff_user (id, name, role, centre_id) values ($1, $2, $3, $4)', [
      role,
      `Prøve ${role}`,
      role,
      centre,
    ]);
  }
  await db.pool.query(`
    insert into person (person_id, identity_number, birth_date, sex, given_name, family_name, centre_id, status, status_on)
    values ('00000000-0000-4000-8000-000000000001', '15815012345', '1970-01-15', 'female', 'Prøve', 'Deltaker', 'C06', 'resident', '1970-01-15')`);
  key = await sessionKey(db);
  webFolder = await mkdtemp(join(tmpdir(), 'runde-web-'));
});
afterAll(() => db.drop());

function app(list: readonly Route[] = routes, demo = true) {
  const config = { port: 0, host: '127.0.0.1', dataDir: '/nonexistent', demo };
  return makeApp({ db, config, key, routes: list, webFolder, version: 'test', log: (line) => logged.push(line) });
}

function cookieOf(role: Role): string {
  const userId = role === 'participant' ? 'person:00000000-0000-4000-8000-000000000001' : role;
  return `runde=${writeTicket({ userId, until: Date.now() + 60_000 }, key)}`;
}

const own = { 'x-requested-by': 'runde', 'content-type': 'application/json' };

const post = (path: string, body: unknown, headers: Record<string, string> = own): [string, RequestInit] => [
  path,
  { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) },
];

describe('who may call', () => {
  const asked = routes.flatMap(({ endpoint: one }) =>
    [...staffRoles, 'participant' as const].map((role) => ({
      one,
      role,
      name: `${one.method} ${one.path} as ${role}`,
    })),
  );
  it.each(asked)('$name', async ({ one, role }) => {
    // The handler is not of interest here: what the contract says is answered before it.
    const stub: Route = { endpoint: { ...one, output: z.unknown() }, handle: async () => ({ reached: true }) };
    const path = one.path.replace(/:[A-Za-z]+/g, '00000000-0000-4000-8000-000000000001');
    const headers = { ...own, cookie: cookieOf(role) };
    const open = { ...stub, endpoint: { ...stub.endpoint, input: z.unknown() } };
    const init = one.method === 'POST' ? { method: 'POST', headers, body: '{}' } : { headers };
    const response = await app([open]).request(path, init);
    const may = one.permission === 'anyone' || (one.permission as readonly Role[]).includes(role);
    expect(response.status).toBe(may ? 200 : 403);
    if (!may) expect(await response.json()).toMatchObject({ code: 'no-permission', details: { role } });
  });

  it('nobody without a session', async () => {
    for (const { endpoint: one } of routes.filter((each) => each.endpoint.permission !== 'anyone')) {
      const path = one.path.replace(/:[A-Za-z]+/g, 'x');
      const response = await app().request(path, one.method === 'POST' ? post(path, {})[1] : {});
      expect([one.path, response.status]).toEqual([one.path, 401]);
    }
  });

  it('names roles that exist, and never the system', () => {
    for (const { endpoint: one } of routes) {
      if (one.permission === 'anyone') continue;
      expect(one.permission.length).toBeGreaterThan(0);
      for (const role of one.permission) {
        expect(roles).toContain(role);
        expect(role).not.toBe('system');
      }
    }
  });

  it('one endpoint has one method and path', () => {
    const names = routes.map(({ endpoint: one }) => `${one.method} ${one.path.replace(/:[A-Za-z]+/g, ':')}`);
    expect(names.length).toBe(new Set(names).size);
  });
});

const shape = endpoint({
  method: 'POST',
  path: '/api/test/:id',
  permission: ['office'],
  input: z.object({ id: z.string(), day: z.iso.date(), places: z.number().int().optional() }),
  output: z.object({ name: z.string(), inner: z.object({ shown: z.number() }) }),
  summary: 'for this test',
});
const asked = endpoint({
  method: 'GET',
  path: '/api/test/:number/list',
  permission: ['office'],
  input: z.object({ number: z.number(), open: z.boolean().default(false), units: z.array(z.string()).default([]) }),
  output: z.unknown(),
  summary: 'for this test',
});

describe('what crosses', () => {
  const headers = {
    ...own,
    get cookie() {
      return cookieOf('office');
    },
  };
  const answering = (value: unknown): Route => ({ endpoint: shape, handle: async () => value });

  it('a field that the contract does not name stays behind, at any depth', async () => {
    const secret = { name: 'n', identityNumber: '15815012345', inner: { shown: 1, firstRead: 3 } };
    const response = await app([answering(secret)]).request(...post('/api/test/a', { day: '2026-11-23' }, headers));
    expect(await response.json()).toEqual({ name: 'n', inner: { shown: 1 } });
  });

  it('an output that does not fit is a fault of ours, logged without what it held', async () => {
    const response = await app([answering({ name: 'Prøve Deltaker', inner: { shown: 'Deltaker' } })]).request(
      ...post('/api/test/a', { day: '2026-11-23' }, headers),
    );
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ code: 'unexpected' });
    expect(logged.at(-1)).toMatchObject({ endpoint: 'POST /api/test/:id', where: 'inner.shown invalid_type' });
    expect(JSON.stringify(logged.at(-1))).not.toContain('Deltaker');
  });

  it('an exception of the database is logged without its values', async () => {
    const failing: Route = {
      endpoint: shape,
      handle: () => db.pool.query(`insert into region values ('HM', 'Prøve Deltaker')`),
    };
    const response = await app([failing]).request(...post('/api/test/a', { day: '2026-11-23' }, headers));
    expect(response.status).toBe(500);
    expect(logged.at(-1)?.error).toContain('23505 region_pkey');
    expect(JSON.stringify(logged.at(-1))).not.toContain('Deltaker');
  });

  it('bad input is told by field and what was expected', async () => {
    const response = await app([answering({})]).request(...post('/api/test/a', { day: 'i går' }, headers));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'bad-input', details: { where: 'day' } });
  });

  it.each(['[1]', '{', '"text"'])('a body that is not an object is refused: %s', async (body) => {
    const response = await app([answering({})]).request(...post('/api/test/a', body, headers));
    expect(await response.json()).toMatchObject({ code: 'bad-input', details: { where: 'body' } });
  });

  it('a body beyond the limit is refused', async () => {
    const response = await app([answering({})]).request(...post('/api/test/a', 'x'.repeat(1_000_001), headers));
    expect(response.status).toBe(413);
  });

  it('the address becomes numbers, booleans and lists by the schema', async () => {
    const echo = route(asked, async (_, input) => input);
    const response = await app([echo]).request('/api/test/7/list?open=false&units=U01&units=U02', { headers });
    expect(await response.json()).toEqual({ number: 7, open: false, units: ['U01', 'U02'] });
  });

  it('a refusal keeps its code, words and details', async () => {
    const refusing: Route = { endpoint: shape, handle: async () => refuse('stale-version', 'Changed', { now: 3 }) };
    const response = await app([refusing]).request(...post('/api/test/a', { day: '2026-11-23' }, headers));
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'stale-version', what: 'Changed', details: { now: 3 } });
  });

  it('what another site asks for is refused before anything else', async () => {
    for (const foreign of [
      { 'content-type': 'application/json' },
      { ...own, 'sec-fetch-site': 'cross-site' },
      { ...own, origin: 'https://evil.example' },
      { ...own, origin: 'null' },
    ]) {
      const withCookie = { ...foreign, cookie: cookieOf('office') };
      const response = await app([answering({})]).request(...post('/api/test/a', { day: '2026-11-23' }, withCookie));
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code: 'foreign-page' });
    }
  });

  it('every answer has a request number and keeps out of caches and frames of others', async () => {
    const response = await app().request('/api/session');
    expect(response.headers.get('x-request-id')).toMatch(/.{8}/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  });

  it('an endpoint that does not exist says so', async () => {
    const response = await app().request('/api/nothing');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'no-endpoint' });
  });
});

describe('the description for other programs', () => {
  it('holds every endpoint with who may call it', async () => {
    const document = (await (await app().request('/api/openapi.json')).json()) as {
      paths: Record<string, Record<string, { 'x-permission': unknown }>>;
    };
    for (const { endpoint: one } of routes) {
      const path = one.path.replace(/:([A-Za-z]+)/g, '{$1}');
      expect(document.paths[path]?.[one.method.toLowerCase()]?.['x-permission']).toEqual(one.permission);
    }
  });
});

describe('signing in', () => {
  it('as a persona of the demo, and out, is in the audit chain', async () => {
    const service = app();
    const entered = await service.request(...post('/api/session', { userId: 'coordinator' }));
    expect(await entered.json()).toMatchObject({
      actor: { userId: 'coordinator', role: 'coordinator', centre: { id: 'C06' } },
      today: '2026-11-23',
      demo: true,
    });
    const cookie = entered.headers.get('set-cookie') ?? '';
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    const [pair = ''] = cookie.split(';');
    const session = await service.request('/api/session', { headers: { cookie: pair } });
    expect(await session.json()).toMatchObject({ actor: { name: 'Prøve coordinator' } });
    const left = await service.request(...post('/api/session/end', {}, { ...own, cookie: pair }));
    expect(await left.json()).toMatchObject({ actor: null });
    const { rows } = await db.pool.query(`select action from audit_entry where actor = 'coordinator' order by seq`);
    expect(rows.map((row) => row.action)).toEqual(['session.begin', 'session.end']);
  });

  it('a woman sees herself', async () => {
    const session = await app().request('/api/session', { headers: { cookie: cookieOf('participant') } });
    expect(await session.json()).toMatchObject({ actor: { role: 'participant', name: 'Prøve Deltaker' } });
  });

  it('is shut outside the demo', async () => {
    const service = app(routes, false);
    expect((await service.request(...post('/api/session', { userId: 'office' }))).status).toBe(403);
    expect((await service.request('/api/personas')).status).toBe(403);
  });

  it('knows no unknown and no deactivated user', async () => {
    await db.pool.query(`insert into staff_user (id, name, role, active) values ('gone', 'Sluttet', 'office', false)`);
    for (const userId of ['nobody-here', 'gone', 'person:x']) {
      const response = await app().request(...post('/api/session', { userId }));
      expect(await response.json()).toMatchObject({ code: 'unknown-user' });
    }
    const cookie = `runde=${writeTicket({ userId: 'gone', until: Date.now() + 60_000 }, key)}`;
    expect(await (await app().request('/api/session', { headers: { cookie } })).json()).toMatchObject({ actor: null });
  });

  it('does not take a ticket that is forged, of another key, or run out', async () => {
    const good = cookieOf('office');
    const other = `runde=${writeTicket({ userId: 'office', until: Date.now() + 60_000 }, Buffer.alloc(32))}`;
    const old = `runde=${writeTicket({ userId: 'office', until: Date.now() - 1 }, key)}`;
    for (const cookie of [other, old, `${good.slice(0, -2)}xx`, 'runde=', 'runde=a.b']) {
      expect(await (await app().request('/api/session', { headers: { cookie } })).json()).toMatchObject({
        actor: null,
      });
    }
  });
});
