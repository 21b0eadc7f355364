/**
 * Allocation: 140,000 draws with hash-chained audit through the core, and through the service's own use case with twenty at
 * once, each a whole transaction with row-level security, eligibility, draw and audit.
 *   npx tsx bench/allocation.ts [women]
 */
import { createHmac } from 'node:crypto';
import { day } from '#core/kernel/day';
import { type Digest, digestMessage, draw, firstStanding, type Standing } from '#core/studies/draw';
import { assess } from '#core/studies/eligibility';
import { levelsOf, stratumOf } from '#core/studies/stratum';
import type { StudyPlan } from '#core/studies/study';
import { entryHash, firstHash } from '#server/audit/chain';
import { openDatabase } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';
import { allocateExamination } from '#server/studies/allocate-examination';
import { withMigratedDatabase } from '#test/database';
import { CENTRE, foundCentres, openCases, staff, TODAY } from '#test/reading-world';
import { twoArms } from '#test/study-plans';
import { foundStudy, openSite } from '#test/study-world';
import { row, seconds } from './row.ts';

const WOMEN = 140_000;
/** 17 centres x 2 rounds x 3 ages: 102 strata. */
const plan: StudyPlan = {
  ...twoArms,
  allocation: { method: 'blocks', sizes: [4, 6, 8], strata: ['centre', 'round', { ageFrom: [55, 62] }] },
};

const key = Buffer.alloc(32, 7);
const digestOf =
  (stratum: string, block: number): Digest =>
  (part) =>
    createHmac('sha256', key)
      .update(digestMessage(plan.id, stratum, block, part))
      .digest('hex');

function throughTheCore(): string {
  const strata = new Map<string, { standing: Standing; taken: number }>();
  const blocks = new Map<string, { readonly number: number; readonly digest: Digest }>();
  const arms: Record<string, number> = {};
  let hash = firstHash;
  const [at, today] = ['2026-11-23T09:00:00.000Z', day('2026-11-23')];
  for (let i = 0; i < WOMEN; i++) {
    const inputs = {
      age: 50 + (i % 20),
      implants: false,
      centre: `C${i % 17}`,
      round: i % 7 === 0 ? 'first' : 'later',
    };
    if (!assess(plan.eligibility, inputs, { takesPart: 'yes' }).eligible) throw new Error('expected an eligible woman');
    const levels = levelsOf(plan, inputs, TODAY);
    const stratum = stratumOf(plan, levels);
    const { standing, taken } = strata.get(stratum) ?? { standing: firstStanding, taken: 0 };
    // A block is digested and shuffled once, for as long as it is in hand.
    const known = blocks.get(stratum);
    const block =
      known?.number === standing.block ? known : { number: standing.block, digest: digestOf(stratum, standing.block) };
    if (block !== known) blocks.set(stratum, block);
    const next = draw(plan, standing, levels, block.digest);
    strata.set(stratum, { standing: next.standing, taken: taken + 1 });
    arms[next.arm] = (arms[next.arm] ?? 0) + 1;
    const detail = { study: plan.id, version: plan.version, stratum, position: taken + 1 };
    const [action, actor, role] = ['study.allocated', 'R-1', 'radiographer'];
    hash = entryHash({ action, actor, at, detail, personId: String(i), role, seq: i + 1, today }, hash);
  }
  return `${strata.size} strata, ${Object.values(arms).join(' : ')}`;
}

let found = '';
const took = await seconds(() => {
  found = throughTheCore();
});
row(
  `${WOMEN.toLocaleString('en-GB')} allocations with hash-chained audit through the core, ${found}`,
  `${took.toFixed(2)} s`,
);

const women = Number(process.argv[2] ?? 1000);
await withMigratedDatabase(async (url) => {
  const db = openDatabase(url, { max: 20 });
  try {
    await foundCentres(db, 3);
    const open = { ...plan, consent: { ...plan.consent, design: 'opt-out' as const } };
    await foundStudy(db, open);
    const cases = await openCases(db, women);
    await openSite(db, open, CENTRE);
    const left = cases.values();
    const one = async () => {
      for (const c of left) {
        const images = { ...c, centreId: CENTRE, unitId: `U-${CENTRE}`, day: TODAY };
        const done = await inTransaction(db, staff('radiographer'), (tx) => allocateExamination(tx, images));
        if (!done.ok || done.value === null) throw new Error('expected an arm');
      }
    };
    const live = await seconds(() => Promise.all(Array.from({ length: 20 }, one)));
    const { rows } = await db.pool.query<{ n: number; last: number }>(
      'select count(*)::int as n, max(position) as last from study_draw',
    );
    if (rows[0]?.n !== women || rows[0].last !== women) throw new Error(`drawn ${JSON.stringify(rows[0])} of ${women}`);
    row(
      `${women.toLocaleString('en-GB')} women through the service, twenty at once, all in one stratum: one draw each`,
      `${(women / live).toFixed(0)} allocations/s`,
    );
  } finally {
    await db.close();
  }
});
