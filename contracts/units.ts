import { z } from 'zod';
import { keptReasons } from '#core/invitation/undo-rebooking';
import { dayText } from '#core/registry/delivery';
import { endpoint } from './endpoint.ts';
import { rebooked } from './invitation.ts';

const running = ['office', 'coordinator'] as const;
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time HH:MM');
const reason = z.string().trim().min(2, 'expected a reason of at least 2 letters').max(200);
const count = z.number().int().nonnegative();

const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('closed'), reason }),
  z.object({
    kind: z.literal('special'),
    opensAt: time,
    closesAt: time,
    slotMinutes: z.number().int().min(3).max(60),
    places: z.number().int().min(1).max(20),
    reason,
  }),
  z.object({ kind: z.literal('blocked'), from: time, to: time, reason }),
  z.object({ kind: z.literal('ordinary') }),
]);

export const setUnitDays = endpoint({
  method: 'POST',
  path: '/api/units/days',
  permission: running,
  input: z.object({
    unitId: z.string(),
    pattern: z.object({
      from: dayText,
      to: dayText,
      weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7).readonly(),
      everyWeeks: z.number().int().min(1).max(8),
    }),
    change,
    dryRun: z.boolean(),
  }),
  output: rebooked,
  summary: 'Shuts days of a unit, gives them other hours, blocks times, or lets them be as the week says again',
});

export const setStepFree = endpoint({
  method: 'POST',
  path: '/api/units/step-free',
  permission: running,
  input: z.object({ unitId: z.string(), stepFree: z.boolean() }),
  output: z.object({ stepFree: z.boolean() }),
  summary: 'Whether one gets into a unit without stairs',
});

export const listRebookings = endpoint({
  method: 'GET',
  path: '/api/units/rebookings',
  permission: running,
  input: z.object({ unitId: z.string().optional() }),
  output: z.object({
    rebookings: z
      .array(
        z.object({
          rebookingId: z.guid(),
          cause: z.enum(['unit-paused', 'area-paused', 'hours', 'day-changed']),
          unitId: z.string().nullable(),
          place: z.string(),
          from: dayText,
          reason: z.string(),
          affected: count,
          rebooked: count,
          madeOn: dayText,
          madeBy: z.string(),
          undoneOn: dayText.nullable(),
          mayUndo: z.boolean(),
        }),
      )
      .readonly(),
  }),
  summary: 'The latest times the programme moved women, and whether each can still be taken back',
});

export const undoRebooking = endpoint({
  method: 'POST',
  path: '/api/units/undo-rebooking',
  permission: running,
  input: z.object({ rebookingId: z.guid(), dryRun: z.boolean() }),
  output: z.object({
    restored: count,
    kept: count,
    women: z.array(z.object({ personId: z.guid(), name: z.string(), kept: z.enum(keptReasons).nullable() })).readonly(),
  }),
  summary: 'Takes a rebooking back: who has not been told gets her old time again',
});

/** The map of a round and the calendar of capacity. */
export const roundMap = endpoint({
  method: 'GET',
  path: '/api/units/round-map',
  permission: running,
  input: z.object({}),
  output: z.object({
    today: dayText,
    /** Mondays that the calendar shows. */
    weeks: z.array(dayText).readonly(),
    municipalities: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          centreId: z.string(),
          overdue: count,
          due: count,
          coming: count,
          /** To the nearest place at which she can be examined in these weeks, median over those due, km as the crow flies. */
          km: z.number().nullable(),
        }),
      )
      .readonly(),
    units: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          centreId: z.string(),
          kind: z.enum(['stationary', 'mobile']),
          pausedOn: dayText.nullable(),
          /** Where it stands: first at its next stop for a mobile one. */
          places: z
            .array(
              z.object({
                place: z.string(),
                latitude: z.number(),
                longitude: z.number(),
                from: dayText.nullable(),
                to: dayText.nullable(),
              }),
            )
            .readonly(),
          weeks: z.array(z.object({ places: count, booked: count })).readonly(),
        }),
      )
      .readonly(),
    centres: z
      .array(
        z.object({
          centreId: z.string(),
          name: z.string(),
          /** Each week: who comes due (the first week: who is due already too), places and how many of them are taken. */
          weeks: z.array(z.object({ due: count, places: count, booked: count })).readonly(),
        }),
      )
      .readonly(),
  }),
  summary: 'Who is due where and when, how far they travel, and what each unit has room for week by week',
});
