import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, system } from '#core/people/access';
import { inTransaction, type Tx } from '#server/db/transaction';
import { importDelivery } from '#server/registry/import-delivery';
import { createTestDatabase, type TestDatabase } from '#test/database';
import {
  person,
  round,
  type SmallDelivery,
  syntheticNumber,
  together,
  writeSmallDelivery,
  type WriteOptions,
} from '#test/small-delivery';
import { carryOutReservations } from './carry-out-reservation.ts';
import { findPerson } from './find-person.ts';
import { liftReservation } from './lift-reservation.ts';
import { liftStop } from './lift-stop.ts';
import { personTimeline } from './person-timeline.ts';
import { reserveStorage } from './reserve-storage.ts';
import { stopInvitations } from './stop-invitations.ts';
import { whoHasLooked } from './who-has-looked.ts';
import { whyInvited } from './why-invited.ts';

const office: Actor = { userId: 'office-1', name: 'Kontor', role: 'office', centres: 'all' };
const bergen: Actor = { userId: 'L-C06-1', name: 'Lege', role: 'radiologist', centres: ['C06'] };
const oslo: Actor = { userId: 'L-C14-1', name: 'Lege', role: 'radiologist', centres: ['C14'] };

const women = ['1960-05-01', '1962-03-02', '1964-07-03', '1966-09-04', '1968-11-05'] as const;
const numbers = women.map((birthDate) => syntheticNumber(birthDate, 100));
const [anna = '', berit = '', cathrine = '', dina = '', eva = ''] = numbers;
const names = ['Lampe', 'Kaffekopp', 'Mosedott', 'Vindusplass', 'Regnbue'];
const persons: SmallDelivery = {
  persons: women.map((birth_date, i) =>
    person({ birth_date, status_on: birth_date, identity_number: numbers[i] ?? '', family_name: names[i] ?? '' }),
  ),
};

let db: TestDatabase;
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inTransaction(db, actor, work);
const rows = async <T>(sql: string, values: unknown[] = []) => (await db.pool.query(sql, values)).rows as T[];
const idOf = async (number: string) =>
  (await rows<{ person_id: string }>('select person_id from identity_number where identity_number = $1', [number]))[0]
    ?.person_id ?? '';

async function take(delivery: SmallDelivery, options: WriteOptions) {
  const folder = writeSmallDelivery(delivery, options);
  const outcome = await importDelivery(db, folder.dir);
  folder.remove();
  if (outcome.kind !== 'loaded') throw new Error(JSON.stringify(outcome));
  return outcome.counts;
}

beforeAll(async () => {
  db = await createTestDatabase({ reference: true });
  await rows(`update programme_clock set today = '2026-01-19'`);
  await take(
    together(
      persons,
      round({ ref: 'a1', number: anna, day: '2022-03-01', result: 'normal' }),
      round({ ref: 'a2', number: anna, day: '2024-03-05', result: 'benign' }),
      round({ ref: 'b1', number: berit, day: '2026-02-03', result: 'open' }),
      round({ ref: 'c1', number: cathrine, day: '2026-01-14', result: 'positive' }),
      round({ ref: 'd1', number: dina, day: '2026-01-13', result: 'r1' }),
      round({ ref: 'e1', number: eva, day: '2026-02-04', result: 'open' }),
    ),
    { delivery: 'history' },
  );
});
afterAll(() => db.drop());

describe('finding a woman', () => {
  it('finds by number, by the beginning of a name in either order, and refuses a wrong number', async () => {
    const byNumber = await as(office, (tx) => findPerson(tx, { q: `${anna.slice(0, 6)} ${anna.slice(6)}` }));
    expect(byNumber).toMatchObject({
      ok: true,
      value: { foundBy: 'number', people: [{ name: 'Prøve Lampe', centre: 'Hordaland' }] },
    });
    for (const q of ['lamp', 'prøve lam', 'Lampe, Prøve']) {
      const found = await as(office, (tx) => findPerson(tx, { q }));
      expect(found.ok && found.value.people.map((p) => p.name)).toEqual(['Prøve Lampe']);
    }
    await db.pool.query(`update person set phone = '+4799900011' where identity_number = $1`, [anna]);
    const [born] = (await db.pool.query(`select birth_date::text from person where identity_number = $1`, [anna])).rows;
    for (const [q, names] of [
      ['999 00 011', ['Prøve Lampe']],
      ['999 00 012', []],
      [`lampe ${born.birth_date}`, ['Prøve Lampe']],
      ['lampe 1.1.1900', []],
    ] as const) {
      const found = await as(office, (tx) => findPerson(tx, { q }));
      expect(found.ok && found.value.people.map((p) => p.name), q).toEqual(names);
    }
    const wrong = `${anna.slice(0, 10)}${(Number(anna[10]) + 1) % 10}`;
    expect(await as(office, (tx) => findPerson(tx, { q: wrong }))).toMatchObject({ refusal: { code: 'bad-number' } });
  });

  it('goes by the indexes of names, also with the rights of a request', async () => {
    const scans = sql<{
      whole: number;
      names: number;
    }>`select pg_stat_get_xact_numscans('person'::regclass)::int as whole,
      (pg_stat_get_xact_numscans('person_family_name'::regclass) + pg_stat_get_xact_numscans('person_given_name'::regclass))::int as names`;
    for (const q of ['vind', 'prøve vind']) {
      const [before, after] = await as(office, async (tx) => {
        // Some five women fit in one page, which the planner would rather read whole.
        await sql`set local enable_seqscan = off`.execute(tx.q);
        const counted = async () => (await scans.execute(tx.q)).rows[0] ?? { whole: 0, names: 0 };
        const first = await counted();
        const result = await findPerson(tx, { q });
        expect(result.ok && result.value.people.map((p) => p.name)).toEqual(['Prøve Vindusplass']);
        return [first, await counted()] as const;
      });
      expect(after.whole).toBe(before.whole);
      expect(after.names).toBeGreaterThan(before.names);
    }
  });

  it('shows a centre its own women only, and each woman shown is in the audit log', async () => {
    expect(await as(oslo, (tx) => findPerson(tx, { q: anna }))).toMatchObject({ value: { people: [] } });
    expect(await as(bergen, (tx) => findPerson(tx, { q: 'Lampe' }))).toMatchObject({
      value: { people: [{ name: 'Prøve Lampe' }] },
    });
    const personId = await idOf(anna);
    expect(await as(oslo, (tx) => personTimeline(tx, { personId }))).toMatchObject({ refusal: { code: 'not-found' } });
    const looks = await as(office, (tx) => whoHasLooked(tx, { personId }));
    expect(looks.ok && looks.value.looks).toContainEqual(
      expect.objectContaining({ what: 'search by name', role: 'radiologist', times: 1 }),
    );
  });
});

describe('a woman’s timeline', () => {
  it('tells what has happened, newest first, and of an open reading nothing', async () => {
    const anns = await as(bergen, async (tx) => personTimeline(tx, { personId: await idOf(anna) }));
    if (!anns.ok) throw new Error('refused');
    const days = anns.value.entries.map((entry) => entry.day);
    expect(days).toEqual([...days].sort().reverse());
    const told = anns.value.entries.map((entry) => `${entry.kind} ${entry.what}`);
    expect(told).toContain('reading-closed recall');
    expect(told).toContain('round-closed negative-after-assessment');
    for (const number of [cathrine, dina]) {
      const open = await as(bergen, async (tx) => personTimeline(tx, { personId: await idOf(number) }));
      const text = JSON.stringify(open);
      expect(text).toContain('"examination"');
      expect(text).not.toMatch(/reading-closed|score|L-C06|consensus/);
    }
  });
});

describe('the register of those who are not invited', () => {
  it('withdraws the open invitation, gives the time back, says why, and can be lifted', async () => {
    const personId = await idOf(berit);
    expect(await as(office, (tx) => stopInvitations(tx, { personId, reason: '' }))).toMatchObject({ ok: true });
    expect(
      await rows(
        'select e.state, e.outcome, a.status from episode e join appointment a using (person_id, episode_id) where person_id = $1',
        [personId],
      ),
    ).toEqual([{ state: 'closed', outcome: 'withdrawn', status: 'cancelled' }]);
    expect(await rows(`select booked from slot where unit_id = 'U10' and day = '2026-02-03' and at = '10:30'`)).toEqual(
      [{ booked: 0 }],
    );
    expect(await as(office, (tx) => stopInvitations(tx, { personId, reason: '' }))).toMatchObject({
      refusal: { code: 'already-stopped' },
    });
    const why = await as(office, (tx) => whyInvited(tx, { personId, language: 'nb' }));
    expect(why).toMatchObject({
      value: {
        standing: 'outside',
        sentences: ['Hun inviteres ikke nå.', 'Hun har selv bedt om ikke å bli invitert, fra 19. januar 2026.'],
      },
    });
    expect(await as(office, (tx) => liftStop(tx, { personId }))).toMatchObject({ ok: true });
    expect(await as(office, (tx) => liftStop(tx, { personId }))).toMatchObject({ refusal: { code: 'not-stopped' } });
  });
});

describe('the population register’s feed', () => {
  const changed = (i: number, change: Record<string, string>) =>
    ({ persons: [{ ...(persons.persons?.[i] as object), ...change }] }) as unknown as SmallDelivery;

  it('moves a woman to the centre of her new address', async () => {
    const counts = await take(changed(3, { address: 'Nyveien 2', postal_code: '0687', municipality: '0301' }), {
      delivery: 'f1',
      dataCut: '2026-01-19',
    });
    expect(counts).toMatchObject({ events: { move: 1 }, withdrawn: 0, newPersons: 0 });
    expect(await rows('select centre_id, version from person where person_id = $1', [await idOf(dina)])).toEqual([
      { centre_id: 'C14', version: 2 },
    ]);
  });

  it('corrects a number; she is found by both', async () => {
    const fresh = syntheticNumber('1966-09-04', 500);
    const personId = await idOf(dina);
    const move = { address: 'Nyveien 2', postal_code: '0687', municipality: '0301' };
    const counts = await take(changed(3, { ...move, identity_number: fresh, former_identity_number: dina }), {
      delivery: 'f2',
      dataCut: '2026-01-19',
    });
    expect(counts).toMatchObject({ events: { correction: 1 }, newPersons: 0 });
    expect([await idOf(fresh), await idOf(dina)]).toEqual([personId, personId]);
    const found = await as(office, (tx) => findPerson(tx, { q: dina }));
    expect(found).toMatchObject({ value: { people: [{ personId }] } });
  });

  it('ends an invitation at emigration and any open round at death', async () => {
    const left = await take(changed(4, { status: 'emigrated', status_on: '2026-01-10' }), {
      delivery: 'f3',
      dataCut: '2026-01-19',
    });
    expect(left).toMatchObject({ events: { emigration: 1 }, withdrawn: 1 });
    const died = await take(changed(2, { status: 'dead', status_on: '2026-01-16' }), {
      delivery: 'f4',
      dataCut: '2026-01-19',
    });
    expect(died).toMatchObject({ events: { death: 1 }, withdrawn: 1 });
    expect(
      await rows(
        'select e.state, e.outcome, k.outcome as read from episode e join reading_case k using (person_id, episode_id) where person_id = $1',
        [await idOf(cathrine)],
      ),
    ).toEqual([{ state: 'closed', outcome: 'withdrawn', read: 'withdrawn' }]);
    expect(await rows('select from reading_task where person_id = $1', [await idOf(cathrine)])).toEqual([]);
    expect(await rows('select status from appointment where person_id = $1', [await idOf(eva)])).toEqual([
      { status: 'cancelled' },
    ]);
  });
});

describe('a reservation against storing normal findings', () => {
  const figures = `select (select count(*) from examination)::int as examinations, (select count(*) from read)::int as reads,
    (select count(*) from episode where outcome = 'negative')::int as negative,
    (select count(*) from reading_case where outcome = 'recall')::int as recalls,
    (select count(*) from examination x join episode e using (person_id, episode_id) join appointment a on a.person_id = x.person_id
      and a.appointment_id = x.appointment_id join centre c on c.id = e.centre_id)::int as joined`;

  it('cuts the link from normal findings, keeps the recall, and every national count', async () => {
    const personId = await idOf(anna);
    const before = await rows(figures);
    const ids = (
      await rows<{ id: string }>(
        `select unnest(array[e.episode_id, a.appointment_id, x.examination_id, k.case_id])::text as id from episode e
       join appointment a using (person_id, episode_id) join examination x using (person_id, episode_id) join reading_case k using (person_id, episode_id)
       where e.person_id = $1 and e.outcome = 'negative'`,
        [personId],
      )
    ).map((row) => row.id);
    expect(ids).toHaveLength(4);
    expect(await as(office, (tx) => reserveStorage(tx, { personId }))).toMatchObject({ ok: true });
    expect(await as(office, (tx) => reserveStorage(tx, { personId }))).toMatchObject({
      refusal: { code: 'already-reserved' },
    });
    expect(await as(system, carryOutReservations)).toEqual({ people: 1, rounds: 1 });
    expect(await rows(figures)).toEqual(before);
    expect(await rows('select outcome from episode where person_id = $1', [personId])).toEqual([
      { outcome: 'negative-after-assessment' },
    ]);
    const nobody = await rows<
      Record<string, unknown>
    >(`select person_id, birth_date, sex, centre_id, identity_number, given_name, family_name,
      address, municipality, phone from person where kind = 'deidentified'`);
    expect(nobody).toEqual([
      {
        person_id: expect.any(String),
        birth_date: '1960-01-01',
        sex: 'female',
        centre_id: 'C06',
        identity_number: null,
        given_name: null,
        family_name: null,
        address: null,
        municipality: null,
        phone: null,
      },
    ]);
    // Neither her rows nor the log name what was moved, and what was moved does not name her.
    const audit = JSON.stringify(await rows('select detail from audit_entry where person_id = $1', [personId]));
    const moved = JSON.stringify(
      await rows(
        `select to_jsonb(e) as e, to_jsonb(a) as a, to_jsonb(x) as x, to_jsonb(k) as k, to_jsonb(r) as r from episode e join appointment a using (person_id, episode_id)
       join examination x using (person_id, episode_id) join reading_case k using (person_id, episode_id) join read r using (person_id, case_id)
       where person_id = $1`,
        [nobody[0]?.person_id],
      ),
    );
    expect(moved.length).toBeGreaterThan(100);
    for (const id of [...ids, personId]) expect(moved).not.toContain(id);
    expect(audit).not.toContain(String(nobody[0]?.person_id));
  });

  it('is done once, and lifting it brings nothing back', async () => {
    const personId = await idOf(anna);
    expect(await as(system, carryOutReservations)).toEqual({ people: 1, rounds: 0 });
    expect(await as(office, (tx) => liftReservation(tx, { personId }))).toMatchObject({ ok: true });
    expect(await rows('select from episode where person_id = $1', [personId])).toHaveLength(1);
  });
});
