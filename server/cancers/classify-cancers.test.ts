import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classifyDetection, type ScreenedEpisode } from '#core/cancers/detection';
import { addDays, addMonths, type Day, day } from '#core/kernel/day';
import { system } from '#core/people/access';
import { detectionRules } from '#programmes/breast-no/cancers';
import { makeClinic, staff } from '#test/clinic';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { inTransaction } from '#server/db/transaction';
import { classifyCancers } from './classify-cancers.ts';
import { listIntervalCancers } from './interval-cancers.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await makeClinic(db);
});
afterAll(() => db.drop());

type Round = ScreenedEpisode & { readonly outcome: string | null; readonly technical: boolean };
type History = {
  readonly personId: string;
  readonly rounds: readonly Round[];
  readonly cancers: readonly { id: string; on: Day }[];
};

const start = day('2016-01-29');
const outcomes = ['negative', 'negative-after-assessment', 'cancer', 'withdrawn', null] as const;
/** Days near the edges of the rule's months after a screening, and anywhere else. */
const edge = fc.tuple(fc.constantFrom(0, 6, 12, 24), fc.integer({ min: -2, max: 2 }));
const round = fc.record({
  gap: fc.integer({ min: 20, max: 900 }),
  outcome: fc.constantFrom(...outcomes),
  assessed: fc.boolean(),
  technical: fc.boolean(),
});
const cancer = fc.record({ round: fc.nat(3), edge, anywhere: fc.option(fc.integer({ min: -400, max: 4000 })) });
const history = fc.record({
  rounds: fc.array(round, { maxLength: 4 }),
  cancers: fc.array(cancer, { minLength: 1, maxLength: 3 }),
});

type Drawn = typeof history extends fc.Arbitrary<infer Value> ? Value : never;

function historyOf(drawn: Drawn): History {
  let on = start;
  const rounds = drawn.rounds.map((r): Round => {
    on = addDays(on, r.gap);
    const negative = r.outcome === 'negative' || r.outcome === 'negative-after-assessment';
    return {
      episodeId: randomUUID(),
      screenedOn: on,
      assessed: r.assessed,
      negative,
      outcome: r.outcome,
      technical: r.technical,
    };
  });
  const cancers = drawn.cancers.map((c) => {
    const from = rounds[c.round]?.screenedOn ?? start;
    const [months, days] = c.edge;
    return {
      id: randomUUID(),
      on: c.anywhere === null ? addDays(addMonths(from, months), days) : addDays(start, c.anywhere),
    };
  });
  // Only one episode may be open, and it must be the last one.
  const closed = rounds.map((r, i) =>
    r.outcome === null && i < rounds.length - 1 ? { ...r, outcome: 'withdrawn' } : r,
  );
  return { personId: randomUUID(), rounds: closed, cancers };
}

async function insert({ personId, rounds, cancers }: History): Promise<void> {
  const run = (text: string, values: unknown[]) => db.pool.query(text, values);
  await run(
    `insert into person (person_id, kind, birth_date, sex, centre_id, status, status_on)
     values ($1, 'deidentified', '1960-01-01', 'female', 'C06', 'resident', '2000-01-01')`,
    [personId],
  );
  for (const [i, r] of rounds.entries()) {
    await run(
      `insert into episode (person_id, episode_id, number, centre_id, due_on, opened_on, prevalent, state, outcome, closed_on)
       values ($1, $2, $3, 'C06', $4, $4, false, $5, $6, $7)`,
      [
        personId,
        r.episodeId,
        i + 1,
        r.screenedOn,
        r.outcome ? 'closed' : 'assessment',
        r.outcome,
        r.outcome && r.screenedOn,
      ],
    );
    const examine = `insert into examination (person_id, examination_id, episode_id, centre_id, unit_id, day, radiographer, modality, result, symptoms, implants)
       values ($1, $2, $3, 'C06', 'U06', $4, 'x', 'DM', $5, false, false)`;
    await run(examine, [personId, randomUUID(), r.episodeId, r.screenedOn, 'complete']);
    // Images that could not be read, after and before: they move nothing.
    if (r.technical)
      await run(examine, [personId, randomUUID(), r.episodeId, addDays(r.screenedOn, 3), 'technical-recall']);
    if (r.assessed) {
      await run(
        `insert into assessment (person_id, assessment_id, episode_id, centre_id, day, assessor, procedures, result)
         values ($1, $2, $3, 'C06', $4, 'x', '{ultrasound}', 'negative')`,
        [personId, randomUUID(), r.episodeId, addDays(r.screenedOn, 10)],
      );
    }
  }
  for (const c of cancers) {
    await run(
      `insert into cancer (person_id, cancer_id, diagnosed_on, side, behaviour, histology, nodes, er, pr, her2, surgery)
       values ($1, $2, $3, 'left', 'invasive', 'ductal', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown')`,
      [personId, c.id, c.on],
    );
  }
}

const expected = ({ rounds, cancers }: History) =>
  cancers.map((c) => {
    const detection = classifyDetection(c.on, rounds, detectionRules);
    return {
      cancer_id: c.id,
      detection: detection.kind,
      interval_window: detection.kind === 'interval' ? detection.window : null,
      episode_id: detection.kind === 'outside' ? null : detection.episodeId,
    };
  });

describe('classifyCancers', () => {
  it('gives every cancer of generated histories the class of the pure rule', async () => {
    const seen = new Set<string>();
    const property = fc.asyncProperty(fc.array(history, { minLength: 8, maxLength: 16 }), async (drawn) => {
      const histories = drawn.map(historyOf);
      for (const h of histories) await insert(h);
      const personIds = histories.map((h) => h.personId);
      await inTransaction(db, system, (tx) => classifyCancers(tx, { personIds }));
      const { rows } = await db.pool.query(
        'select cancer_id, detection, interval_window, episode_id from cancer where person_id = any ($1) order by cancer_id',
        [personIds],
      );
      for (const row of rows) seen.add(row.interval_window ?? row.detection);
      expect(rows).toEqual(histories.flatMap(expected).sort((a, b) => (a.cancer_id < b.cancer_id ? -1 : 1)));
    });
    await fc.assert(property, { numRuns: 25 });
    expect([...seen].sort()).toEqual(['0-11', '12-23', 'outside', 'screen-detected']);
  });

  it('changes nothing the second time, over the whole table', async () => {
    await inTransaction(db, system, (tx) => classifyCancers(tx));
    const again = await inTransaction(db, system, (tx) => classifyCancers(tx));
    expect(again.changed).toBe(0);
    const { rows } = await db.pool.query('select count(*)::int as n from cancer');
    expect(again.counts.reduce((sum, c) => sum + c.count, 0)).toBe(rows[0].n);
  });

  it('lists interval cancers by the centre that screened, to that centre only', async () => {
    const mine = await inTransaction(db, staff('radiologist', 'C06'), (tx) =>
      listIntervalCancers(tx, { centreId: 'C06' }),
    );
    const { rows } = await db.pool.query(`select count(*)::int as n from cancer where detection = 'interval'`);
    expect(mine.rows).toHaveLength(rows[0].n);
    expect(mine.rows.map((r) => r.diagnosedOn)).toEqual(
      mine.rows
        .map((r) => r.diagnosedOn)
        .sort()
        .reverse(),
    );
    for (const row of mine.rows) expect(row.diagnosedOn >= row.screenedOn).toBe(true);
    const others = await inTransaction(db, staff('radiologist', 'C07'), (tx) => listIntervalCancers(tx, {}));
    expect(others.rows).toEqual([]);
  });
});
