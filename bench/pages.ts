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
import { listSets } from '#server/quality/list-sets';
import { addExamples } from '#test/page-examples';
import { withDemo } from './demo.ts';
import { quantile, row } from './row.ts';

/** Only addresses with this word in them: `npx tsx bench/pages.ts units`. */
const [word = ''] = process.argv.slice(2);
const TIMES = 50;
/** A combination of endpoint and role that takes long is asked fewer times, but never fewer than forty: of ten, the 95th percentile is the worst. */
const SECONDS = 1;
const FEWEST = 40;
const LIMIT_MS = 150;

const users: Readonly<Partial<Record<Role, string>>> = {
  office: 'PK-1',
  coordinator: 'K-C06-1',
  radiographer: 'R-C06-1',
  radiologist: 'L-C06-2',
  physicist: 'FY-C06-1',
  researcher: 'F-1',
  administrator: 'ADM-1',
};

type Figure = { readonly what: string; readonly p50: number; readonly p95: number };

const line = ({ what, p50, p95 }: Figure) => `  ${what}: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`;

type Inputs = Readonly<Record<string, unknown>>;

/** Examples by the name of the field, all of one woman at centre C06 where they can be. */
async function examples(db: Database): Promise<Inputs> {
  const { rows } = await db.pool.query(`
    select e.person_id as "personId", e.episode_id as "episodeId", e.centre_id as centre, e.centre_id as "centreId",
      a.appointment_id as "appointmentId", a.unit_id as unit, a.unit_id as "unitId", a.unit_id as id, a.day,
      a.day - 7 as from, a.day + 7 as to, p.family_name as q, p.family_name as text, c.case_id as "caseId",
      x.examination_id as "examinationId",
      (select message_id from message m where m.person_id = e.person_id limit 1) as "messageId",
      (select meeting_id from consensus_meeting where centre_id = 'C06' limit 1) as "meetingId",
      (select sample_id from image_sample where centre_id = 'C06' limit 1) as "sampleId",
      (select equipment_id from equipment where centre_id = 'C06' limit 1) as "equipmentId",
      (select document_id from document where centre_id is null limit 1) as "documentId",
      (select max(year) from manual_entry) as year,
      (select study_id from study where state = 'open' order by study_id limit 1) as "studyId",
      (select person_id from person where kind = 'known' and person_id <> e.person_id limit 1) as "otherId"
    from episode e join person p using (person_id) join appointment a using (person_id, episode_id)
    join reading_case c using (person_id, episode_id) join examination x using (person_id, episode_id)
    where e.centre_id = 'C06' and exists (select from message m where m.person_id = e.person_id)
    order by e.opened_on desc limit 1`);
  const { rows: clock } = await db.pool.query(`select today from programme_clock`);
  return { ...texts(rows[0]), form: 'experience', today: clock[0]?.today };
}

/** Where the one woman will not do: the fields of an endpoint from a query of its own. */
const others: Readonly<Record<string, string>> = {
  '/api/indicator-sets/:set/:indicator/cases': `select 'programme' as set, 'recall' as indicator`,
  '/api/reading/cases/:caseId': `select person_id as "personId", case_id as "caseId" from reading_task
    where centre_id = 'C06' and kind = 'read' and not held and 'L-C06-2' <> all (not_readers) and only_reader is null order by opened_on limit 1`,
  '/api/reading/own-cases/:caseId': `select r.person_id as "personId", r.case_id as "caseId" from read r join reading_case c using (person_id, case_id)
    join cancer k on k.person_id = c.person_id and k.episode_id = c.episode_id
    where r.reader = 'L-C06-2' and c.state = 'closed' and k.detection in ('screen-detected', 'interval') order by r.day desc limit 1`,
  '/api/assessment/worksheet': `select person_id as "personId", episode_id as "episodeId" from assessment_appointment
    where centre_id = 'C06' order by day desc limit 1`,
  '/api/cancers/interval/:cancerId': `select c.person_id as "personId", c.cancer_id as "cancerId" from cancer c join episode e using (person_id, episode_id)
    where c.detection = 'interval' and e.centre_id = 'C06' order by c.diagnosed_on limit 1`,
  '/api/invitation/free-times': `select a.person_id as "personId" from appointment a join programme_clock c on a.day > c.today
    where a.centre_id = 'C06' and a.status = 'invited' order by a.day limit 1`,
  '/api/protocols/:id/:version': `select id, version from reading_protocol order by id, version limit 1`,
  '/api/replay/runs/:id': `select run_id as id from replay_run where state = 'done' limit 1`,
  '/api/replay/runs/:id/cases': `select run_id as id, 'aims-1/1/ai' as arm, 'recallsNew' as kind from replay_run where state = 'done' limit 1`,
  '/api/evaluation': `select product, version from ai_product order by product, version limit 1`,
  '/api/study-plans/:studyId': `select study_id as "studyId" from study_draft limit 1`,
  '/api/studies/:studyId/approvals/:approvalId/document': `select study_id as "studyId", approval_id as "approvalId"
    from study_approval where document_id is not null limit 1`,
};

async function inputsOf({ endpoint }: Route, db: Database, known: Inputs): Promise<Inputs> {
  const query = others[endpoint.path];
  return query ? { ...known, ...texts((await db.pool.query(query)).rows[0]) } : known;
}

const texts = (row: Inputs | undefined) =>
  Object.fromEntries(
    Object.entries(row ?? {}).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
  );

/** The address of an endpoint with what it must be given (all it may be given, if that does not do); undefined when the examples do not do. */
function addressOf({ endpoint }: Route, known: Inputs): string | undefined {
  const schema: unknown = endpoint.input;
  const shape = schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {};
  const given = (fields: readonly string[]) => Object.fromEntries(fields.map((name) => [name, known[name]]));
  const all = Object.keys(shape).filter((name) => known[name] !== undefined);
  const needed = Object.keys(shape).filter((name) => !shape[name]?.safeParse(undefined).success);
  const input = [given(needed), given(all)].find((one) => endpoint.input.safeParse(one).success);
  if (!input) return undefined;
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
  // A meeting, an interval cancer and a sample of images that a small country may lack by chance.
  await addExamples(db);
  const known = await examples(db);
  const [set] = await listSets(db.kysely);
  const indicators = { set: set?.id, indicator: set?.indicators[0]?.id };
  const figures: Figure[] = [];
  const left: string[] = [];
  for (const route of routes.filter(({ endpoint }) => endpoint.method === 'GET' && endpoint.path.includes(word))) {
    const { path, permission } = route.endpoint;
    const address = addressOf(route, await inputsOf(route, db, { ...known, ...indicators }));
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
      while (times.length < TIMES && (times.length < FEWEST || performance.now() - began < SECONDS * 1000))
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
