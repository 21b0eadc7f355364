import { sql } from 'kysely';
import type { z } from 'zod';
import {
  type dayFlags,
  type listUnits,
  shortNeeds,
  type unitDay as unitDayEndpoint,
  type unitDayRow,
} from '#contracts/examination';
import type { OutputOf } from '#contracts/endpoint';
import type { Day } from '#core/kernel/day';
import { readNeeds } from '#core/invitation/needs';
import { ok, type Result, refuse } from '#core/kernel/result';
import { clinicRules } from '#programmes/breast-no/examination';
import type { Tx } from '#server/db/transaction';

export type UnitDayRow = z.output<typeof unitDayRow>;

type Row = {
  person_id: string;
  episode_id: string;
  appointment_id: string;
  version: number;
  at: string;
  name: string;
  birth_date: Day;
  language: string;
  kind: UnitDayRow['kind'];
  status: UnitDayRow['status'];
  also_at: string | null;
  needs: unknown;
  prevalent: boolean;
  implants: boolean | null;
  symptoms: boolean | null;
  partial: boolean | null;
  afterwards: boolean;
};

/**
 * The women of a unit on a day (today unless given), by time, one status each. A moved appointment is listed where it
 * moved to. Every woman on the list is looked at, and audited so. Refuses `not-found` for a unit that does not exist.
 */
export async function unitDay(
  tx: Tx,
  input: { readonly unitId: string; readonly day?: Day | undefined },
): Promise<Result<OutputOf<typeof unitDayEndpoint>>> {
  const unit = await tx.q.selectFrom('unit').select(['id', 'name']).where('id', '=', input.unitId).executeTakeFirst();
  if (!unit) return refuse('not-found', `There is no screening unit "${input.unitId}"`, { unit: input.unitId });
  const day = input.day ?? tx.today;
  const rows = await loadRows(tx, sql`a.unit_id = ${unit.id} and a.day = ${day} and a.status <> 'moved'`);
  for (const row of rows) tx.look(row.personId, 'unit day list');
  const { lateAfterMinutes } = clinicRules;
  const now = day === tx.today ? clockOf(tx.at) : null;
  return ok({ today: tx.today, day, unitId: unit.id, unitName: unit.name, now, lateAfterMinutes, rows });
}

/** One woman's line of the list; undefined when there is no such appointment for the actor. */
export async function unitDayLine(
  tx: Tx,
  key: { readonly personId: string; readonly appointmentId: string },
): Promise<UnitDayRow | undefined> {
  return (await loadRows(tx, sql`a.person_id = ${key.personId} and a.appointment_id = ${key.appointmentId}`))[0];
}

async function loadRows(tx: Tx, where: ReturnType<typeof sql>): Promise<UnitDayRow[]> {
  const { rows } = await sql<Row>`
    select a.person_id, a.episode_id, a.appointment_id, a.version, left(a.at::text, 5) as at, left(a.also_at::text, 5) as also_at,
      concat_ws(', ', p.family_name, p.given_name) as name, p.birth_date, p.language, a.kind, a.status, p.needs,
      e.prevalent, last.implants, last.symptoms, last.result = 'partial' as partial,
      exists (select from day_entry d where d.person_id = a.person_id and d.appointment_id = a.appointment_id
        and d.state = 'recorded') as afterwards
    from appointment a
    join person p on p.person_id = a.person_id
    join episode e on e.person_id = a.person_id and e.episode_id = a.episode_id
    left join lateral (
      select x.implants, x.symptoms, x.result from examination x
      where x.person_id = a.person_id and x.appointment_id is distinct from a.appointment_id
      order by x.day desc, x.examination_id limit 1
    ) last on true
    where ${where}
    order by a.at, p.family_name, p.given_name, a.person_id`.execute(tx.q);
  return rows.map(lineOf);
}

function lineOf(row: Row): UnitDayRow {
  const needs = readNeeds(row.needs);
  return {
    personId: row.person_id,
    episodeId: row.episode_id,
    appointmentId: row.appointment_id,
    version: row.version,
    at: row.at,
    name: row.name,
    birthDate: row.birth_date,
    language: row.language,
    kind: row.kind,
    status: row.status,
    needs: shortNeeds.filter((need) => needs[need]),
    interpreter: needs.interpreter ?? null,
    other: needs.other ?? null,
    alsoAt: row.also_at,
    flags: flagsOf(row),
  };
}

function flagsOf(row: Row): (typeof dayFlags)[number][] {
  const flags: (typeof dayFlags)[number][] = [];
  if (row.prevalent) flags.push('first-time');
  if (row.implants) flags.push('implants');
  if (row.symptoms) flags.push('symptoms-last-time');
  if (row.partial) flags.push('partial-last-time');
  if (row.afterwards) flags.push('entered-afterwards');
  return flags;
}

/** The units of the actor's centres, with how many women are booked today. No woman is looked at. */
export async function unitList(tx: Tx): Promise<OutputOf<typeof listUnits>> {
  const centres = tx.actor.centres;
  const units = await tx.q
    .selectFrom('unit')
    .select((e) => [
      'unit.id as unitId',
      'unit.name',
      'unit.centre_id as centreId',
      e
        .selectFrom('appointment')
        .select((c) => c.fn.countAll<number>().as('n'))
        .whereRef('appointment.unit_id', '=', 'unit.id')
        .where('appointment.day', '=', tx.today)
        .where('appointment.status', 'not in', ['moved', 'cancelled'])
        .as('booked'),
    ])
    .$if(centres !== 'all', (q) => q.where('unit.centre_id', 'in', [...centres]))
    .orderBy('unit.name')
    .execute();
  return { today: tx.today, units: units.map((unit) => ({ ...unit, booked: unit.booked ?? 0 })) };
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hour: '2-digit', minute: '2-digit' });

/** HH:MM by the country's clock. */
function clockOf(at: Date): string {
  return clock.format(at);
}
