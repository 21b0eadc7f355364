/** A snapshot of a small country, replayed: through the use cases, as the pages ask. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { faults } from '#core/replay/contradictions';
import type { ReplayResult } from '#contracts/replay';
import type { Actor } from '#core/people/access';
import type { Protocol } from '#core/protocols/protocol';
import { codeVersion } from '#server/version';
import { latestSnapshot } from '#server/quality/latest-snapshot';
import { renewSnapshot } from '#server/quality/renew-snapshot';
import { type SmallCountry, smallCountry } from '#test/demo-country';
import { listChoices } from './list-choices.ts';
import { listReplayCases } from './list-replay-cases.ts';
import { loadHistory } from './load-history.ts';
import { openSource } from './open-source.ts';
import { showReplay } from './show-replay.ts';
import { startReplay } from './start-replay.ts';

vi.setConfig({ testTimeout: 120_000 });

const office: Actor = { userId: 'PK-1', name: 'Office', role: 'office', centres: 'all' };
const researcher: Actor = { userId: 'F-1', name: 'Researcher', role: 'researcher', centres: [] };

let country: SmallCountry;
let snapshot: string;
beforeAll(async () => {
  country = await smallCountry();
  snapshot = (await latestSnapshot(country.db))?.id ?? '';
}, 600_000);
afterAll(() => country?.drop());

async function answered(id: string) {
  for (;;) {
    const shown = await showReplay(country.db, researcher, id);
    if (!shown.ok) throw new Error(shown.refusal.what);
    if (shown.value.run.state !== 'running') return shown.value;
    await sleep(50);
  }
}
async function run(arms: readonly string[], more: Partial<Parameters<typeof startReplay>[2]> = {}) {
  const asked = { snapshot, arms: [...arms], product: 'all', followed: false, analysed: false, ...more };
  const started = await startReplay(country.db, researcher, asked);
  if (!started.ok) throw new Error(started.refusal.what);
  const shown = await answered(started.value.id);
  if (shown.failure) throw new Error(shown.failure);
  return { id: started.value.id, ...shown };
}
const count = (result: ReplayResult | null, arm: number, id: string) =>
  result?.answers[0]?.arms[arm]?.figures.find((figure) => figure.id === id)?.count;

describe('a replay of the snapshot', () => {
  it('gives under the routine what the routine did', async () => {
    const { run: stored, result } = await run(['no-routine/1/routine']);
    const { rows } = await country.db.pool.query(
      `select count(*)::int as n, count(*) filter (where outcome = 'recall')::int as recalls,
         count(*) filter (where exists (select from consensus m where m.person_id = c.person_id and m.case_id = c.case_id))::int as met
       from reading_case c where outcome in ('negative', 'dismissed', 'recall')`,
    );
    expect(stored).toMatchObject({ snapshot, codeVersion, askedBy: expect.any(String) });
    expect(result?.leftOut).toEqual([]);
    expect(result?.answers[0]?.examinations).toBe(rows[0].n);
    expect([count(result, 0, 'reads'), count(result, 0, 'consensus'), count(result, 0, 'recalls')]).toEqual([
      2 * rows[0].n,
      rows[0].met,
      rows[0].recalls,
    ]);
    const centres = result?.answers[0]?.arms[0]?.groups.filter(({ by }) => by === 'centre') ?? [];
    expect(
      centres
        .flatMap(({ figures }) => figures.filter(({ id }) => id === 'reads').map(({ of }) => of))
        .reduce((a, b) => a + b),
    ).toBe(rows[0].n);
  });

  it('puts a machine for one reader, with what it assumes, and answers the same question from the stored run', async () => {
    const arms = ['no-routine/1/routine', 'aims-1/1/ai', 'larsen-2022-5/1/scenario'];
    const first = await run(arms);
    const [, aims, ten] = first.result?.answers[0]?.arms ?? [];
    expect(count(first.result, 1, 'reads')).toBeLessThan(count(first.result, 0, 'reads') ?? 0);
    expect(aims?.assumptions.map(({ what }) => what)).toContain('readers-saw-no-machine');
    expect(aims?.curves.map(({ ref, limit }) => [ref, limit])).toEqual([['a.score', 8]]);
    expect(ten?.models).toEqual(['transpara']);
    expect(first.result?.answers[0]?.comparisons).toHaveLength(2);
    expect((await run(arms)).id).toBe(first.id);
  });

  it('shows the women behind a number to the office only by what it may see, each look audited', async () => {
    const { id, result } = await run(['no-routine/1/routine', 'larsen-2022-5/1/scenario']);
    const found = await listReplayCases(country.db, office, {
      id,
      arm: 'larsen-2022-5/1/scenario',
      kind: 'recallsAvoided',
    });
    if (!found.ok) throw new Error(found.refusal.what);
    const recalls = (count(result, 0, 'recalls') ?? 0) - (result?.answers[0]?.arms[1]?.counts.recallsKept ?? 0);
    expect(found.value.total).toBe(recalls);
    expect(found.value.rows).toHaveLength(recalls);
    expect(found.value.rows.every((row) => row.outcome !== null)).toBe(true);
    const { rows } = await country.db.pool.query(
      `select count(*)::int as looks from audit_entry where actor = 'PK-1' and action = 'look' and detail ->> 'what' like 'figure replay %recallsAvoided'`,
    );
    expect(rows[0].looks).toBe(recalls);
    const nothing = await listReplayCases(country.db, researcher, {
      id,
      arm: 'larsen-2022-5/1/scenario',
      kind: 'recallsAvoided',
    });
    expect(nothing.ok && nothing.value.rows).toEqual([]);
  });

  it('refuses what is not there', async () => {
    const asked = { snapshot, arms: ['no-such/1/arm'], product: 'all', followed: true, analysed: true };
    expect(await startReplay(country.db, researcher, asked)).toMatchObject({
      ok: false,
      refusal: { code: 'protocol-not-found' },
    });
    expect(await startReplay(country.db, researcher, { ...asked, snapshot: 'none' })).toMatchObject({ ok: false });
  });

  it('offers the approved, the drafts and the worked protocols', async () => {
    const { arms, products, snapshots } = await listChoices(country.db);
    expect(arms.find(({ id }) => id === 'no-routine/1/routine')?.kind).toBe('approved');
    expect(arms.find(({ id }) => id === 'masai/1/ai')?.kind).toBe('worked');
    expect(products).toEqual(['demo-ai']);
    expect(snapshots.map(({ id }) => id)).toContain(snapshot);
  });
});

/** One reader, and a second unless the machine tags as normal and the breasts are not dense. */
const asking: Protocol = {
  id: 'asking',
  version: '1',
  unit: 'exam',
  arms: {
    ai: {
      steps: [
        { ai: 'a', model: 'demo-ai' },
        { read: 'r1', sees: ['priors'] },
        {
          read: 'r2',
          sees: ['priors'],
          not: ['r1'],
          when: ['or', ['not', ['eq', 'a.normalTag', 'normal']], ['eq', 'density', 'd'], ['ge', 'risk5y', 3]],
        },
        { end: false },
      ],
    },
  },
};

describe('a protocol that asks for a tag, a density and a risk', () => {
  it('is replayed with what the snapshot has of them, and nothing assumed', async () => {
    const { pool } = country.db;
    await pool.query(
      `insert into protocol_draft (id, version, definition, title, source, written_by, written_on)
       values ('asking', '1', $1, 'Asks', '', 'PK-1', '2026-01-19')`,
      [JSON.stringify(asking)],
    );
    await pool.query(
      `update ai_result set extras = jsonb_build_object('normalTag', case when score < 7 then 'normal' else 'none' end,
         'density', case when score_left > score_right then 'd' else 'b' end, 'risk', round((score / 3)::numeric, 1)) where score is not null`,
    );
    snapshot = (await renewSnapshot(country.db, { dataDir: country.dataDir }, office)).id;
    const { result } = await run(['no-routine/1/routine', 'asking/1/ai'], { analysed: true });
    const { rows } = await pool.query(
      `select count(*)::int as n, count(*) filter (where a.score >= 7 or a.score_left > a.score_right or round((a.score / 3)::numeric, 1) >= 3)::int as second
       from reading_case c join ai_result a using (person_id, examination_id)
       where c.outcome in ('negative', 'dismissed', 'recall') and a.score is not null`,
    );
    expect(rows[0].second).toBeLessThan(rows[0].n);
    expect(count(result, 1, 'reads')).toBe(rows[0].n + rows[0].second);
    expect(result?.answers[0]?.arms[1]?.assumptions).toEqual([]);
  });
});

describe('rows that contradict themselves', () => {
  it('are left out, each with its reason, and counted', async () => {
    const { pool } = country.db;
    const before = await loadLatest();
    const some = (where: string) =>
      `(select person_id, case_id from reading_case where ${where} order by case_id limit 3)`;
    await pool.query(`delete from consensus where (person_id, case_id) in ${some("outcome = 'recall'")}`);
    await pool.query(`delete from read where step = 'r2' and (person_id, case_id) in ${some("outcome = 'negative'")}`);
    await pool.query(
      `update reading_case set outcome = 'recall' where (person_id, case_id) in (select person_id, case_id from reading_case c
         where outcome = 'negative' and (select count(*) from read r where r.person_id = c.person_id and r.case_id = c.case_id) = 2
         order by case_id desc limit 2)`,
    );
    snapshot = (await renewSnapshot(country.db, { dataDir: country.dataDir }, office)).id;
    const after = await loadLatest();
    expect(before.leftOut).toEqual({});
    expect(after.leftOut).toEqual({
      'positive-without-consensus': 3,
      'missing-reader': 3,
      'recall-without-consensus': 2,
    });
    expect(Object.keys(after.leftOut).every((name) => faults.some((fault) => fault === name))).toBe(true);
    const { result } = await run(['no-routine/1/routine']);
    expect(result?.answers[0]?.examinations).toBe(after.history.size - 8);
  });
});

async function loadLatest() {
  const source = await openSource(country.db, snapshot, []);
  if (!source) throw new Error('there is no snapshot');
  return loadHistory(source);
}
