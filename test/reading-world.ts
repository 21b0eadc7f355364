/** A small centre for the tests and the benchmark of reading: radiologists, women whose images have been taken, open cases. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { day } from '#core/kernel/day';
import { type Actor, type Role, system } from '#core/people/access';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { openCase } from '#server/reading/open-case';

export const TODAY = day('2026-11-23');
export const CENTRE = 'C01';

export const reader = (n: number, centre = CENTRE): Actor => ({
  userId: `L-${centre}-${n}`,
  name: `Reader ${n}`,
  role: 'radiologist',
  centres: [centre],
});

export const staff = (role: Role, centre = CENTRE): Actor => ({
  userId: `${role}-1`,
  name: role,
  role,
  centres: role === 'office' || role === 'researcher' || role === 'administrator' ? 'all' : [centre],
});

/** Two centres with a unit each, and `readers` radiologists at each. */
export async function foundCentres(db: Database, readers: number): Promise<void> {
  await db.kysely.updateTable('programme_clock').set({ today: TODAY }).execute();
  await db.kysely
    .insertInto('region')
    .values({ id: 'T1', name: 'Test region' })
    .onConflict((c) => c.doNothing())
    .execute();
  for (const id of [CENTRE, 'C02']) {
    const centre = { id, name: `Centre ${id}`, short_name: id, region_id: 'T1', town: 'Town' };
    const unit = {
      id: `U-${id}`,
      name: `Unit ${id}`,
      centre_id: id,
      kind: 'stationary',
      municipality: '0301',
    } as const;
    await db.kysely.insertInto('centre').values(centre).execute();
    await db.kysely
      .insertInto('unit')
      .values({ ...unit, latitude: 60, longitude: 10 })
      .execute();
    const users = Array.from({ length: readers }, (_, i) => reader(i + 1, id));
    await db.kysely
      .insertInto('staff_user')
      .values(users.map((u) => ({ id: u.userId, name: u.name, role: 'radiologist' as const, centre_id: id })))
      .execute();
  }
}

export type OpenedCase = {
  readonly personId: string;
  readonly episodeId: string;
  readonly examinationId: string;
  readonly caseId: string;
};

/** Women whose images were taken today, each with an open reading case. */
export function openCases(db: Database, count: number, centre = CENTRE): Promise<readonly OpenedCase[]> {
  return inTransaction(db, system, async (tx) => {
    const opened: OpenedCase[] = [];
    for (let i = 0; i < count; i++) opened.push(await openOne(tx, centre));
    return opened;
  });
}

async function openOne(tx: Tx, centre: string): Promise<OpenedCase> {
  const [personId, episodeId, examinationId] = [randomUUID(), randomUUID(), randomUUID()];
  await tx.q
    .insertInto('person')
    .values({
      person_id: personId,
      identity_number: String(Math.floor(Math.random() * 1e11)).padStart(11, '0'),
      birth_date: '1965-05-17',
      sex: 'female',
      given_name: 'Prøve',
      family_name: 'Testesen',
      centre_id: centre,
      status: 'resident',
      status_on: '1965-05-17',
    })
    .execute();
  await tx.q
    .insertInto('episode')
    .values({
      person_id: personId,
      episode_id: episodeId,
      number: 1,
      centre_id: centre,
      due_on: TODAY,
      opened_on: TODAY,
      prevalent: true,
      state: 'reading',
    })
    .execute();
  await tx.q
    .insertInto('examination')
    .values({
      person_id: personId,
      examination_id: examinationId,
      episode_id: episodeId,
      centre_id: centre,
      unit_id: `U-${centre}`,
      day: tx.today,
      radiographer: 'R-1',
      modality: 'DM',
      result: 'complete',
      symptoms: false,
      implants: false,
    })
    .execute();
  const images = { personId, episodeId, examinationId, centreId: centre, unitId: `U-${centre}`, day: tx.today };
  const opened = await openCase(tx, images);
  if (!opened.ok) throw new Error(opened.refusal.what);
  return { personId, episodeId, examinationId, caseId: opened.value.caseId };
}

/** As if the night had passed: every read written so far is final. */
export async function nextDay(db: Database): Promise<void> {
  await db.kysely.updateTable('programme_clock').set({ today: sql`today + 1` }).execute();
}
