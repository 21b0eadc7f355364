import { sql } from 'kysely';
import { isLive } from '#core/invitation/appointment';
import { type Needs, requiredBy, unmetNeeds } from '#core/invitation/needs';
import { timeAfter, unitOn } from '#core/invitation/opening';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import { ensureSlots } from './ensure-slots.ts';
import { loadUnits, type NamedUnit } from './load-units.ts';
import { noteEpisode } from './move-episode.ts';
import { releaseSlot, takePlace } from './take-slot.ts';

type Live = {
  person_id: string;
  appointment_id: string;
  episode_id: string;
  unit_id: string;
  day: Day;
  at: string;
  also_at: string | null;
  status: string;
  version: number;
};

/**
 * Records what a woman needs. The time she has is made longer where the time after it is free, and shorter again when she
 * no longer needs it; `unmet` says what it still does not give her, so that it is moved. Refuses with `not-found`.
 */
export async function setNeeds(
  tx: Tx,
  input: { readonly personId: string; readonly needs: Needs },
): Promise<Result<{ readonly unmet: readonly ('too-short' | 'stairs')[] }>> {
  const updated = await tx.q
    .updateTable('person')
    .set({ needs: JSON.stringify(input.needs), version: sql`version + 1` })
    .where('person_id', '=', input.personId)
    .where('kind', '=', 'known')
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n)
    return refuse('not-found', 'There is no such woman, or she belongs to another centre');
  tx.record('person.needs-set', input.personId, { needs: input.needs });
  const requires = requiredBy(input.needs, invitationRules.needs);
  const live = await liveAppointment(tx, input.personId);
  if (!live || live.day < tx.today || !isLive(live.status as 'invited')) return ok({ unmet: [] });
  const [unit] = await loadUnits(tx, live.day, { unitId: live.unit_id });
  if (!unit) return ok({ unmet: [] });
  let longer = live.also_at !== null;
  if (requires.longer && !longer) longer = await lengthen(tx, live, unit);
  if (!requires.longer && longer) await shorten(tx, live);
  return ok({ unmet: unmetNeeds(requires, { longer, stepFree: unit.stepFree }) });
}

async function liveAppointment(tx: Tx, personId: string): Promise<Live | undefined> {
  const row = await tx.q
    .selectFrom('appointment')
    .select(['person_id', 'appointment_id', 'episode_id', 'unit_id', 'day', 'at', 'also_at', 'status', 'version'])
    .where('person_id', '=', personId)
    .where('status', 'in', ['invited', 'confirmed'])
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, at: row.at.slice(0, 5) };
}

async function lengthen(tx: Tx, live: Live, unit: NamedUnit): Promise<boolean> {
  const on = unitOn(unit, live.day, invitationRules.calendar);
  const after = on.open ? timeAfter(on.slots, live.at) : undefined;
  if (!after) return false;
  await ensureSlots(tx, [unit], live.day, live.day);
  if (!(await takePlace(tx, { unitId: live.unit_id, day: live.day, at: after }))) return false;
  await setSecondTime(tx, live, after);
  return true;
}

async function shorten(tx: Tx, live: Live): Promise<void> {
  if (live.also_at) await releaseSlot(tx, { unitId: live.unit_id, day: live.day, at: live.also_at });
  await setSecondTime(tx, live, null);
}

/** A change like any other: a new version with its row, so that who looks at the old one is told. */
async function setSecondTime(tx: Tx, live: Live, alsoAt: string | null): Promise<void> {
  const version = live.version + 1;
  await tx.q
    .updateTable('appointment')
    .set({ also_at: alsoAt, version })
    .where('person_id', '=', live.person_id)
    .where('appointment_id', '=', live.appointment_id)
    .execute();
  await tx.q
    .insertInto('appointment_change')
    .values({
      person_id: live.person_id,
      appointment_id: live.appointment_id,
      version,
      status: live.status,
      day: tx.today,
      by_user: tx.actor.userId,
      reason: alsoAt ? 'longer' : 'shorter',
    })
    .execute();
  const key = { personId: live.person_id, episodeId: live.episode_id };
  await noteEpisode(tx, key, alsoAt ? 'appointment-lengthened' : 'appointment-shortened', {
    appointment: live.appointment_id,
  });
}
