/** Allocation through the case's own door, on the real database: once each, concealed, and worked out again from the key. */
import { createHmac, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, system } from '#core/people/access';
import { bindModels } from '#core/protocols/bind-models';
import { recompute } from '#core/studies/verify-allocation';
import type { StudyPlan } from '#core/studies/study';
import { aims1 } from '#programmes/protocols/aims-1';
import { inTransaction } from '#server/db/transaction';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { CENTRE, foundCentres, type OpenedCase, openCases, reader, staff, TODAY } from '#test/reading-world';
import { twoArms } from '#test/study-plans';
import { foundStudy, openSite, step } from '#test/study-world';
import { allocateExamination } from './allocate-examination.ts';
import { exportDraws } from './export-draws.ts';
import { recordConsent } from './record-consent.ts';
import { unblind } from './unblind.ts';
import { writePlan } from './write-plan.ts';

const plan: StudyPlan = {
  ...twoArms,
  protocol: bindModels(aims1.protocol, { transpara: 'demo-ai' }),
  consent: { ...twoArms.consent, design: 'opt-out' },
};

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await foundCentres(db, 3);
  await foundStudy(db, plan);
});
afterAll(() => db.drop());

const images = (c: OpenedCase) => ({ ...c, centreId: CENTRE, unitId: `U-${CENTRE}`, day: TODAY });
const atBoth = { ...staff('radiographer'), centres: [CENTRE, 'C02'] };
const allocate = (c: OpenedCase, actor: Actor = atBoth) =>
  inTransaction(db, actor, (tx) => allocateExamination(tx, images(c)));
const drawsOf = () => db.kysely.selectFrom('study_draw').selectAll().where('study_id', '=', plan.id).execute();
/** The positions drawn in one stratum. */
const positions = async (stratum: string) =>
  (await drawsOf())
    .filter((row) => row.stratum === stratum)
    .map((row) => row.position)
    .sort((a, b) => a - b);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const HERE = '1/centre=C01;age=60';
const THERE = '1/centre=C02;age=60';
const caseOf = (c: OpenedCase) =>
  db.kysely
    .selectFrom('reading_case')
    .select(['arm', 'protocol_id'])
    .where('case_id', '=', c.caseId)
    .executeTakeFirstOrThrow();

/** A woman whose images were taken today, before the study came to the centre. */
const before = async () => (await openCases(db, 1, 'C02'))[0] as OpenedCase;

describe('before the site is open', () => {
  it('nobody is drawn: images are read as routine', async () => {
    const [c] = (await openCases(db, 1)) as [OpenedCase];
    expect(await caseOf(c)).toEqual({ arm: 'routine', protocol_id: 'no-routine' });
    expect(await drawsOf()).toEqual([]);
  });
});

describe('when the site is open', () => {
  let drawn: readonly OpenedCase[];
  beforeAll(async () => {
    await openSite(db, plan, CENTRE);
    drawn = await openCases(db, 24);
  });

  it('every case is opened under the study, in both arms, evenly', async () => {
    const arms = await Promise.all(drawn.map(async (c) => (await caseOf(c)).arm));
    const ai = arms.filter((arm) => arm === 'ai').length;
    expect(Math.abs(ai - (arms.length - ai))).toBeLessThanOrEqual(4);
    expect(new Set(await Promise.all(drawn.map(async (c) => (await caseOf(c)).protocol_id)))).toEqual(
      new Set(['aims-1']),
    );
  });

  it('a retry gives the same answer and takes no position', async () => {
    const count = (await drawsOf()).length;
    for (const c of drawn.slice(0, 3)) {
      const again = await allocate(c);
      expect(again).toMatchObject({ ok: true, value: { arm: (await caseOf(c)).arm } });
    }
    expect(await drawsOf()).toHaveLength(count);
  });

  it('the eligibility is kept with what it was decided from', async () => {
    const [c] = drawn as [OpenedCase];
    const kept = await db.kysely
      .selectFrom('study_assessment')
      .selectAll()
      .where('examination_id', '=', c.examinationId)
      .executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ eligible: true, rule_version: '1', reasons: [], consent_id: null, version: '1' });
    expect(kept.inputs).toMatchObject({ age: 61, implants: false, earlierBreastCancer: false, round: 'first' });
  });

  it('twenty at once for one woman give one draw, and twenty women at once twenty positions in a row', async () => {
    const one = await before();
    const answers = await Promise.all(Array.from({ length: 20 }, () => allocate(one)));
    const arms = new Set(answers.map((answer) => answer.ok && answer.value?.arm));
    expect(arms.size).toBe(1);

    const women = await Promise.all(Array.from({ length: 20 }, before));
    const count = (await drawsOf()).length;
    await Promise.all(women.map((c) => allocate(c)));
    expect(await drawsOf()).toHaveLength(count + 20);
    expect(await positions(HERE)).toEqual(upTo(24));
    expect(await positions(THERE)).toEqual(upTo(21));
  });

  it('a transaction that does not come through leaves its position free', async () => {
    const count = (await drawsOf()).length;
    const one = await before();
    await expect(
      inTransaction(db, system, async (tx) => {
        await allocateExamination(tx, images(one));
        throw new Error('the power went');
      }),
    ).rejects.toThrow('the power went');
    expect(await drawsOf()).toHaveLength(count);
    await allocate(one);
    expect(await positions(THERE)).toEqual(upTo(22));
  });

  it('a woman keeps her draw in a later round', async () => {
    const [c] = drawn as [OpenedCase];
    const examinationId = randomUUID();
    await db.pool.query(
      `insert into examination (person_id, examination_id, episode_id, centre_id, unit_id, day, radiographer, modality, result, symptoms, implants)
       select person_id, $2, episode_id, centre_id, unit_id, day, radiographer, modality, result, symptoms, implants
       from examination where examination_id = $1`,
      [c.examinationId, examinationId],
    );
    const count = (await drawsOf()).length;
    const later = await allocate({ ...c, examinationId });
    expect(later).toMatchObject({ value: { arm: (await caseOf(c)).arm } });
    expect(await drawsOf()).toHaveLength(count);
    const rows = await db.kysely
      .selectFrom('allocation')
      .select('first')
      .where('person_id', '=', c.personId)
      .orderBy('recorded_at')
      .execute();
    expect(rows).toEqual([{ first: true }, { first: false }]);
  });

  it('who is too young, has implants or has said no is read as routine, and the reason is kept', async () => {
    const [young, implants, no] = (await openCases(db, 3, 'C02')) as [OpenedCase, OpenedCase, OpenedCase];
    await db.pool.query(`update person set birth_date = '1990-01-01' where person_id = $1`, [young.personId]);
    await db.pool.query(`update examination set implants = true where examination_id = $1`, [implants.examinationId]);
    await inTransaction(db, system, (tx) =>
      recordConsent(tx, { personId: no.personId, studyId: plan.id, answer: { answer: 'declines', how: 'verbal' } }),
    );
    for (const c of [young, implants, no]) expect(await allocate(c, system)).toEqual({ ok: true, value: null });
    const rows = await db.kysely
      .selectFrom('study_assessment')
      .select('reasons')
      .where(
        'examination_id',
        'in',
        [young, implants, no].map((c) => c.examinationId),
      )
      .execute();
    expect(rows.map((row) => row.reasons).sort()).toEqual([['age'], ['declined'], ['implants']]);
  });

  it('withdraws: her next images are read as routine', async () => {
    const c = await before();
    await inTransaction(db, system, (tx) =>
      recordConsent(tx, {
        personId: c.personId,
        studyId: plan.id,
        answer: { answer: 'withdraws', how: 'verbal', scope: 'no-further-data' },
      }),
    );
    expect(await allocate(c, system)).toEqual({ ok: true, value: null });
  });

  it('the arm cannot be read below the queries: not from the allocation, not from the draws, and never the key', async () => {
    const ask = (query: string) => inTransaction(db, reader(1), (tx) => sql.raw(query).execute(tx.q));
    for (const query of [
      'select arm from allocation',
      'select arm from study_draw',
      'select standing from study_stratum',
      'select key from study_key',
      'select inner_pad from study_key',
    ])
      await expect(ask(query)).rejects.toThrow('permission denied');
    await expect(ask('select count(*) from allocation')).resolves.toBeDefined();
  });

  it('no entry of the log says an arm', async () => {
    const { rows } = await db.pool.query(
      `select action from audit_entry where detail ? 'arm' and today = $1 and detail ->> 'arm' <> 'routine'`,
      [TODAY],
    );
    expect(rows).toEqual([]);
  });

  it('the database digests as HMAC-SHA-256 of the key (RFC 2104)', async () => {
    const { rows } = await db.pool
      .query<{ key: Buffer; digests: string[] }>(
        `begin; select k.key, d.digests from study_key k, draw_position('${plan.id}', 'another', 'nobody') d; rollback`,
      )
      .then((all) => (all as unknown as { rows: { key: Buffer; digests: string[] }[] }[])[1] ?? { rows: [] });
    const [found] = rows;
    const node = (part: number) =>
      createHmac('sha256', found?.key ?? '')
        .update([plan.id, 'another', 0, part].join('\n'))
        .digest('hex');
    expect(found?.digests).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map(node));
  });

  it('an amendment holds for those who come after', async () => {
    const office = staff('office');
    const amended: StudyPlan = {
      ...plan,
      version: '2',
      series: 2,
      changes: { nb: 'Enkel trekning', nn: 'Enkel trekking', en: 'Simple draws' },
      allocation: { method: 'simple' },
    };
    await inTransaction(db, office, (tx) => writePlan(tx, amended));
    await step(db, office, plan.id, { kind: 'amended', version: '2' });
    const c = await before();
    await allocate(c);
    const rows = await db.kysely
      .selectFrom('allocation')
      .select(['version', 'stratum'])
      .where('study_id', '=', plan.id)
      .orderBy('recorded_at')
      .execute();
    expect(rows[0]).toEqual({ version: '1', stratum: HERE });
    expect(rows.at(-1)).toEqual({ version: '2', stratum: '2/' });
  });

  it('an arm is opened in an emergency by the office, with the reason, and stands on the list', async () => {
    const [c] = drawn as [OpenedCase];
    const asked = {
      studyId: plan.id,
      personId: c.personId,
      kind: 'emergency',
      reason: 'Akutt innleggelse',
      told: 'Vakthavende',
    } as const;
    expect(await inTransaction(db, reader(3), (tx) => unblind(tx, asked))).toMatchObject({
      refusal: { code: 'not-yours' },
    });
    const opened = await inTransaction(db, staff('office'), (tx) => unblind(tx, asked));
    expect(opened).toEqual({ ok: true, value: { arm: (await caseOf(c)).arm } });
    const listed = await db.kysely.selectFrom('study_unblinding').selectAll().execute();
    expect(listed).toHaveLength(1);
    expect(listed[0]).toMatchObject({ person_id: c.personId, reason: 'Akutt innleggelse', by_user: 'office-1' });
  });

  it('the key is revealed when the study is closed, and then every draw follows from it', async () => {
    const office = staff('office');
    expect(await exportDraws(db, office, plan.id)).toMatchObject({ refusal: { code: 'not-revealed' } });
    await step(db, office, plan.id, { kind: 'closed', reason: 'Alle er med' });
    await step(db, office, plan.id, { kind: 'key-revealed' });
    const file = await exportDraws(db, office, plan.id);
    if (!file.ok) throw new Error(file.refusal.what);
    const key = Buffer.from(file.value.key, 'hex');
    const found = recompute(JSON.parse(JSON.stringify(file.value)), (message) =>
      createHmac('sha256', key).update(message).digest('hex'),
    );
    expect(found).toMatchObject({ draws: (await drawsOf()).length, strata: 3, different: [], faults: [] });
    expect(found.draws).toBeGreaterThan(45);
  });

  it('a closed study draws no more', async () => {
    const c = await before();
    expect(await allocate(c)).toEqual({ ok: true, value: null });
  });
});
