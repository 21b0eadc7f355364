/**
 * Server time of what the staff pages ask for: every GET endpoint that a role may call, many times, through the whole HTTP
 * side (session, rights, contract out) of the demo. Inputs are examples by the name of the field; what cannot be asked
 * with them is named at the end.
 */
import { z } from 'zod';
import type { Role } from '#core/people/access';
import { writeTicket } from '#server/auth/cookie';
import { sessionKey } from '#server/auth/session-key';
import type { Database } from '#server/db/database';
import { makeApp } from '#server/http/app';
import { webFolder } from '#server/http/build-web';
import type { Route } from '#server/http/route';
import { routes } from '#server/http/routes';
import { withDemo } from './demo.ts';
import { quantile, row } from './row.ts';

const TIMES = 50;
/** A combination of endpoint and role that takes long is asked fewer times, but never fewer than ten. */
const SECONDS = 1;
const LIMIT_MS = 150;

const users: Readonly<Partial<Record<Role, string>>> = {
  office: 'PK-1',
  coordinator: 'K-C06-1',
  radiographer: 'R-C06-1',
  radiologist: 'L-C06-2',
  researcher: 'F-1',
  administrator: 'ADM-1',
};

type Figure = { readonly what: string; readonly p50: number; readonly p95: number };

const line = ({ what, p50, p95 }: Figure) => `  ${what}: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`;

async function examples(db: Database): Promise<Readonly<Record<string, unknown>>> {
  const { rows } = await db.pool.query(`
    select e.person_id as "personId", e.episode_id as "episodeId", e.centre_id as centre, e.centre_id as "centreId",
      a.appointment_id as "appointmentId", a.unit_id as unit, a.unit_id as "unitId", a.unit_id as id, a.day,
      a.day - 7 as from, a.day + 7 as to, p.family_name as q, p.family_name as text, c.case_id as "caseId",
      x.examination_id as "examinationId",
      (select message_id from message m where m.person_id = e.person_id limit 1) as "messageId"
    from episode e join person p using (person_id) join appointment a using (person_id, episode_id)
    join reading_case c using (person_id, episode_id) join examination x using (person_id, episode_id)
    where e.centre_id = 'C06' and exists (select from message m where m.person_id = e.person_id)
    order by e.opened_on desc limit 1`);
  const { rows: sets } = await db.pool.query(`select today from programme_clock`);
  const found = Object.entries(rows[0] ?? {}).map(([name, value]) => [name, String(value)]);
  return { ...Object.fromEntries(found), today: sets[0]?.today };
}

/** The address of an endpoint with what it must be given; undefined when the examples do not do. */
function addressOf({ endpoint }: Route, known: Readonly<Record<string, unknown>>): string | undefined {
  const schema: unknown = endpoint.input;
  const shape = schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {};
  const needed = Object.entries(shape).filter(([, field]) => !field.safeParse(undefined).success);
  const input = Object.fromEntries(needed.map(([name]) => [name, known[name]]));
  if (!endpoint.input.safeParse(input).success) return undefined;
  const inPath = new Set([...endpoint.path.matchAll(/:(\w+)/g)].map((match) => String(match[1])));
  const query = new URLSearchParams(
    Object.entries(input).flatMap(([name, value]) => (inPath.has(name) ? [] : [[name, String(value)]])),
  );
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])));
  return query.size > 0 ? `${path}?${query}` : path;
}

await withDemo(async ({ db, dataDir }) => {
  const key = await sessionKey(db);
  const config = { port: 0, host: '127.0.0.1', dataDir, demo: true };
  const app = makeApp({ db, config, key, routes, webFolder, version: 'bench' });
  const ask = async (address: string, userId: string) => {
    const value = writeTicket({ userId, until: Date.now() + 600_000 }, key);
    const began = performance.now();
    const answer = await app.request(`http://127.0.0.1${address}`, { headers: { cookie: `runde=${value}` } });
    await answer.arrayBuffer();
    return { ms: performance.now() - began, status: answer.status };
  };
  const known = await examples(db);
  const set = await app.request('http://127.0.0.1/api/indicator-sets', {
    headers: { cookie: `runde=${writeTicket({ userId: 'PK-1', until: Date.now() + 600_000 }, key)}` },
  });
  const sets = (await set.json().catch(() => ({}))) as { sets?: { id: string }[] };
  const inputs = { ...known, set: sets.sets?.[0]?.id };
  const figures: Figure[] = [];
  const left: string[] = [];
  for (const route of routes.filter(({ endpoint }) => endpoint.method === 'GET')) {
    const { path, permission } = route.endpoint;
    const address = addressOf(route, inputs);
    if (!address) {
      left.push(path);
      continue;
    }
    for (const [role, userId] of Object.entries(users)) {
      if (permission !== 'anyone' && !permission.includes(role as Role)) continue;
      const first = await ask(address, userId);
      if (first.status !== 200) {
        left.push(`${path} (${role}: ${first.status})`);
        continue;
      }
      const times: number[] = [];
      const began = performance.now();
      while (times.length < TIMES && (times.length < 10 || performance.now() - began < SECONDS * 1000))
        times.push((await ask(address, userId)).ms);
      const figure = { what: `${path} as ${role}`, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
      figures.push(figure);
      if (figure.p95 > LIMIT_MS) console.log(line(figure));
    }
  }
  const slow = figures.filter(({ p95 }) => p95 > LIMIT_MS);
  console.log('  the slowest:');
  for (const figure of figures.toSorted((a, b) => b.p95 - a.p95).slice(0, 12)) console.log(line(figure));
  if (left.length > 0) console.log(`  not asked: ${left.join(', ')}`);
  const worst = figures.toSorted((a, b) => b.p95 - a.p95)[0];
  row(
    `Server time of what the staff pages ask for: ${figures.length} endpoints by role, up to ${TIMES} times each`,
    `median p50 ${quantile(
      figures.map((one) => one.p50),
      0.5,
    ).toFixed(0)} ms; highest p95 ${worst?.p95.toFixed(0)} ms (${worst?.what}); ${slow.length} over ${LIMIT_MS} ms`,
  );
});
