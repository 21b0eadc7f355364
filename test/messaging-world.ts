/** A small world for the messaging tests: one centre and unit, and women with appointments, written straight to the tables. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, type Day, day } from '#core/kernel/day';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { httpPartner } from '#server/messaging/http-partner';
import type { Partner } from '#server/messaging/partner';
import {
  type SimulatedPartner,
  type SimulatedPartnerOptions,
  startSimulatedPartner,
} from '#server/messaging/simulated-partner';

export type Woman = { readonly personId: string; readonly episodeId: string; readonly appointmentId: string };

export type WomanFacts = {
  readonly digital?: boolean;
  readonly phone?: string | null;
  readonly language?: 'nb' | 'nn' | 'en' | 'se';
  readonly day?: Day;
  readonly at?: string;
  readonly kind?: 'ordinary' | 'reminder';
};

export const firstDay: Day = day('2026-11-02');

export type World = {
  readonly db: TestDatabase;
  readonly folder: string;
  setToday(today: Day): Promise<void>;
  woman(facts?: WomanFacts): Promise<Woman>;
  appointment(woman: Woman, facts: WomanFacts & { readonly movedFrom?: string }): Promise<string>;
  partner(
    options?: Partial<SimulatedPartnerOptions>,
    timeoutMs?: number,
  ): Promise<{ simulated: SimulatedPartner; partner: Partner }>;
  end(): Promise<void>;
};

export async function makeWorld(): Promise<World> {
  const db = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'runde-messaging-'));
  const partners: SimulatedPartner[] = [];
  await reference(db);
  const world: World = {
    db,
    folder,
    setToday: async (today) => void (await db.kysely.updateTable('programme_clock').set({ today }).execute()),
    woman: async (facts = {}) => {
      const [personId, episodeId] = [randomUUID(), randomUUID()];
      await person(db, personId, episodeId, facts);
      const woman = { personId, episodeId, appointmentId: '' };
      return { ...woman, appointmentId: await world.appointment(woman, facts) };
    },
    appointment: (woman, facts) => appointment(db, woman, facts),
    partner: async (options = {}, timeoutMs = 5000) => {
      const simulated = await startSimulatedPartner({
        file: join(folder, `partner-${partners.length}.jsonl`),
        seed: 1,
        ...options,
      });
      partners.push(simulated);
      return { simulated, partner: httpPartner({ digitalPostUrl: simulated.url, smsUrl: simulated.url, timeoutMs }) };
    },
    end: async () => {
      for (const partner of partners) await partner.close();
      await db.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await world.setToday(firstDay);
  return world;
}

async function reference(db: TestDatabase): Promise<void> {
  const q = db.kysely;
  await q.insertInto('region').values({ id: 'T', name: 'Testregionen' }).execute();
  await q
    .insertInto('centre')
    .values({
      id: 'T1',
      name: 'Brystsenteret i Prøveby',
      short_name: 'Prøveby',
      region_id: 'T',
      town: 'Prøveby',
      phone: '55 00 00 00',
    })
    .execute();
  await q
    .insertInto('unit')
    .values({
      id: 'TU1',
      name: 'Enhet Øst',
      centre_id: 'T1',
      kind: 'stationary',
      municipality: 'Prøveby',
      latitude: 60,
      longitude: 5,
    })
    .execute();
}

async function person(db: TestDatabase, personId: string, episodeId: string, facts: WomanFacts): Promise<void> {
  const number = String(Math.floor(Math.random() * 1e11)).padStart(11, '0');
  await db.kysely
    .insertInto('person')
    .values({
      person_id: personId,
      identity_number: number,
      birth_date: '1970-05-17',
      sex: 'female',
      given_name: 'Prøve',
      family_name: 'Oppdiktsen',
      address: 'Oppdiktet vei 1',
      centre_id: 'T1',
      digital: facts.digital ?? true,
      phone: facts.phone === undefined ? '40000000' : facts.phone,
      language: facts.language ?? 'nb',
      status: 'resident',
      status_on: '1970-05-17',
    })
    .execute();
  await db.kysely
    .insertInto('episode')
    .values({
      person_id: personId,
      episode_id: episodeId,
      number: 1,
      centre_id: 'T1',
      due_on: firstDay,
      opened_on: firstDay,
      prevalent: true,
      state: 'invited',
    })
    .execute();
}

async function appointment(
  db: TestDatabase,
  woman: Woman,
  facts: WomanFacts & { readonly movedFrom?: string },
): Promise<string> {
  const appointmentId = randomUUID();
  await db.kysely
    .insertInto('appointment')
    .values({
      person_id: woman.personId,
      appointment_id: appointmentId,
      episode_id: woman.episodeId,
      centre_id: 'T1',
      unit_id: 'TU1',
      day: facts.day ?? addDays(firstDay, 21),
      at: facts.at ?? '09:10',
      kind: facts.kind ?? 'ordinary',
      status: 'invited',
      moved_from: facts.movedFrom ?? null,
    })
    .execute();
  return appointmentId;
}
