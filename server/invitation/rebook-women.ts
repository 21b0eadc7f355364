import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { UnplacedReason } from '#core/invitation/round-plan';
import { addDays, type Day } from '#core/kernel/day';
import { ok, type Result } from '#core/kernel/result';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import { decideMessages } from '#server/messaging/decide-message';
import type { Affected } from './affected-women.ts';
import { bookReplacements } from './book-replacements.ts';
import { changeAppointment } from './change-appointment.ts';
import { type TimeGiven, waitingCause } from './plan-times.ts';
import type { Time } from './take-slot.ts';

export type Why = {
  readonly cause: 'unit-paused' | 'area-paused' | 'hours' | 'day-changed';
  readonly unitId: string | null;
  readonly centreId: string;
  readonly from: Day;
  readonly reason: string;
  /** How the unit or the area stood, for undoing. */
  readonly before: unknown;
};

export type WomanRebooked = {
  readonly personId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly was: Time;
  readonly given: Time | null;
  /** Why she has no new time yet. */
  readonly because: UnplacedReason | null;
  /** Her lost time is so soon that a letter may come too late: somebody rings her. */
  readonly ring: boolean;
};

/** What a pause or new hours did to those who had a time. */
export type Rebooked = {
  readonly rebookingId: string | null;
  readonly affected: number;
  readonly rebooked: number;
  readonly waiting: number;
  readonly women: readonly WomanRebooked[];
};

/**
 * The programme takes times away: each is cancelled with reason `paused`, new times are booked where there is room, and
 * each woman gets exactly one letter: which time is valid now, or that a new one will come; both say that the programme
 * moved it. Kept as a rebooking, so that it can be undone while nobody has been told.
 */
export async function rebookWomen(tx: Tx, affected: readonly Affected[], why: Why): Promise<Result<Rebooked>> {
  for (const { personId, appointmentId, version } of affected) {
    const cancelled = await changeAppointment(tx, { personId, appointmentId, version }, 'cancel', 'paused');
    if (!cancelled.ok) return cancelled;
  }
  const replaced = await bookReplacements(tx);
  if (!replaced.ok) return replaced;
  const given = new Map(replaced.value.booked.map((each) => [each.personId, each]));
  const because = new Map(replaced.value.unplaced.map((each) => [each.personId, each.reason]));
  const ringUntil = addDays(tx.today, invitationRules.rebooking.ringWithinDays);
  const women = affected.map((each): WomanRebooked => {
    const time = given.get(each.personId);
    return {
      personId: each.personId,
      name: each.name,
      phone: each.phone,
      was: { unitId: each.unitId, day: each.day, at: each.at },
      given: time ? { unitId: time.unitId, day: time.day, at: time.at } : null,
      because: time ? null : (because.get(each.personId) ?? 'no-room'),
      ring: each.day <= ringUntil,
    };
  });
  const waiting = affected.filter((each) => !given.has(each.personId));
  await tellToWait(tx, waiting);
  const rebooked = affected.length - waiting.length;
  const rebookingId = await keep(tx, why, affected, given);
  return ok({ rebookingId, affected: affected.length, rebooked, waiting: waiting.length, women });
}

/** The time is gone and a new one will come in a letter of its own: she need do nothing. */
async function tellToWait(tx: Tx, waiting: readonly Affected[]): Promise<void> {
  await decideMessages(
    tx,
    waiting.map(({ personId, episodeId, appointmentId, day, at }) => ({
      personId,
      kind: 'moved',
      cause: waitingCause(appointmentId),
      episodeId,
      content: { previousDay: day, previousAt: at, movedBy: 'programme' as const },
    })),
  );
}

async function keep(
  tx: Tx,
  why: Why,
  affected: readonly Affected[],
  given: ReadonlyMap<string, TimeGiven>,
): Promise<string> {
  const rebookingId = randomUUID();
  const rebooked = affected.filter((each) => given.has(each.personId)).length;
  await tx.q
    .insertInto('rebooking')
    .values({
      rebooking_id: rebookingId,
      cause: why.cause,
      unit_id: why.unitId,
      centre_id: why.centreId,
      from_day: why.from,
      reason: why.reason,
      before: JSON.stringify(why.before),
      affected: affected.length,
      rebooked,
      made_on: tx.today,
      made_by: tx.actor.userId,
    })
    .execute();
  const rows = affected.map(({ personId, appointmentId }) => ({
    p: personId,
    a: appointmentId,
    g: given.get(personId)?.appointmentId ?? null,
  }));
  await sql`
    insert into rebooked (person_id, rebooking_id, appointment_id, given_id)
    select p, ${rebookingId}, a, g from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (p uuid, a uuid, g uuid)`.execute(
    tx.q,
  );
  tx.record('rebooking.made', null, { rebooking: rebookingId, cause: why.cause, affected: affected.length, rebooked });
  return rebookingId;
}
