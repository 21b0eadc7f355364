/** The programme is killed at random points while days run, started again, and the days end the same. */
import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '#core/kernel/day';
import { random } from '#core/kernel/random';
import { verifyChain } from '#server/audit/verify';
import { findImpossible } from '#server/programme/find-impossible';
import { runDays } from '#server/simulation/run-day';
import { type SmallCountry, smallCountry } from './demo-country.ts';

/** Monday, Tuesday, Wednesday: clinics, reads that freeze, consensus, letters on paper and not. */
const DAYS = 3;
const START = '2026-01-19' as Day;

let quiet: SmallCountry;
let stormy: SmallCountry;
beforeAll(async () => {
  quiet = await smallCountry({ size: 'village' });
  stormy = await smallCountry({ size: 'village' });
}, 300_000);
afterAll(async () => {
  await quiet?.drop();
  await stormy?.drop();
});

/** Starts the days in a process of their own; kills it when it has come to its `killAtStep`th step and a little further. */
function playUntilKilled(killAtStep: number, after: number): Promise<'finished' | 'killed' | 'failed'> {
  const script = fileURLToPath(new URL('crash-days.ts', import.meta.url));
  const args = ['--import', 'tsx', script, stormy.db.url, stormy.dataDir, stormy.carrier.url, addDays(START, DAYS)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let steps = 0;
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
    steps += chunk.toString().split('\n').length - 1;
    if (steps >= killAtStep) setTimeout(() => child.kill('SIGKILL'), after);
  });
  return new Promise((ended) =>
    child.on('exit', (code, signal) =>
      ended(signal ? 'killed' : code === 0 && output.includes('finished') ? 'finished' : 'failed'),
    ),
  );
}

/** What happened, without the identifiers that differ from run to run. */
async function story({ db }: SmallCountry): Promise<Record<string, unknown[]>> {
  const queries = {
    episodes: `select p.identity_number, e.number, e.state, e.outcome, e.opened_on, e.closed_on from episode e join person p using (person_id) where e.opened_on > date '${START}' - 90 order by 1, 2`,
    appointments: `select p.identity_number, a.kind, a.unit_id, a.day, a.at, a.status from appointment a join person p using (person_id) where a.day >= date '${START}' - 30 order by 1, 4, 5, 6`,
    reads: `select p.identity_number, c.opened_on, r.step, r.reader, r.day, r.score_left, r.score_right from read r join reading_case c using (person_id, case_id) join person p using (person_id) where r.day >= date '${START}' - 10 order by 1, 2, 3`,
    consensus: `select p.identity_number, k.day, k.members, k.decision from consensus k join person p using (person_id) where k.day >= date '${START}' - 10 order by 1, 2`,
    assessments: `select p.identity_number, a.day, a.result from assessment a join person p using (person_id) where a.day >= date '${START}' order by 1, 2, 3`,
    messages: `select p.identity_number, m.kind, m.channel, m.decided_on from message m join person p using (person_id) order by 1, 2, 3, 4`,
  };
  const answers: Record<string, unknown[]> = {};
  for (const [name, query] of Object.entries(queries)) answers[name] = (await sql.raw(query).execute(db.kysely)).rows;
  return answers;
}

async function printedReferences({ dataDir }: SmallCountry): Promise<string[]> {
  const batches = await readdir(join(dataDir, 'print')).catch(() => []);
  const manifests = await Promise.all(
    batches
      .filter((name) => /^\d+$/.test(name))
      .map((name) => readFile(join(dataDir, 'print', name, 'manifest.json'), 'utf8')),
  );
  return manifests.flatMap((text) => [...text.matchAll(/"file":\s*"([^"]+)"/g)].map((match) => String(match[1])));
}

describe('killed at random points', () => {
  it('ends the days as an undisturbed run does', async () => {
    await runDays(quiet.db, quiet, DAYS, quiet);
    const r = random('crash', 7);
    let kills = 0;
    for (let tries = 0; tries < 60; tries++) {
      const ended = await playUntilKilled(1 + Math.floor(r.next() * 12), Math.floor(r.next() * 400));
      if (ended === 'killed') kills++;
      if (ended === 'finished') break;
    }
    expect(kills).toBeGreaterThanOrEqual(4);
    const [undisturbed, disturbed] = [await story(quiet), await story(stormy)];
    expect(undisturbed.reads?.length).toBeGreaterThan(10);
    for (const name of Object.keys(undisturbed)) expect(disturbed[name], name).toEqual(undisturbed[name]);
  }, 600_000);

  it('leaves nothing impossible and the audit chain whole', async () => {
    expect(await findImpossible(stormy.db)).toEqual([]);
    expect(await verifyChain(stormy.db)).toMatchObject({ kind: 'whole' });
  });

  it('has lost nothing and delivered nothing twice: the carrier counts', async () => {
    const { rows } = await sql<{ key: string; n: number }>`
      select idempotency_key as key, count(*)::int as n from message_delivery
      where event = 'accepted' and step in ('digital', 'sms') group by 1`.execute(stormy.db.kysely);
    expect(rows.every((row) => row.n === 1)).toBe(true);
    // A letter that was taken just before a crash may be heard of first as opened: then nobody sends it again.
    const known = await sql<{ key: string }>`
      select distinct idempotency_key as key from message_delivery
      where event in ('accepted', 'opened') and step in ('digital', 'sms')`.execute(stormy.db.kysely);
    expect(stormy.carrier.delivered()).toEqual(new Set(known.rows.map((row) => row.key)));
    const waiting = await sql<{ n: number }>`select count(*)::int as n from message where state = 'waiting'`.execute(
      stormy.db.kysely,
    );
    expect(waiting.rows[0]?.n).toBe(0);
  });

  it('has put each paper letter in one batch', async () => {
    const printed = await printedReferences(stormy);
    expect(printed.length).toBeGreaterThan(0);
    expect(new Set(printed).size).toBe(printed.length);
  });
});
