import { z } from 'zod';
import { appointmentKinds, appointmentStatuses, cancelReasons } from '#core/invitation/appointment';
import { needKinds, needsSchema } from '#core/invitation/needs';
import { unplacedReasons } from '#core/invitation/round-plan';
import { dayText } from '#core/registry/delivery';
import { endpoint, type OutputOf } from './endpoint.ts';

const planning = ['office'] as const;
const running = ['office', 'coordinator'] as const;
const front = ['office', 'coordinator', 'radiographer'] as const;
/** Clock time HH:MM. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time HH:MM');
const list = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).readonly();
const count = z.number().int().nonnegative();
const reasonText = z.string().trim().min(2, 'expected a reason of at least 2 letters').max(200);
const byReason = z.partialRecord(z.enum(unplacedReasons), count);

const appointment = z.object({
  personId: z.guid(),
  appointmentId: z.guid(),
  episodeId: z.guid(),
  centreId: z.string(),
  unitId: z.string(),
  day: dayText,
  at: time,
  /** The time after is hers too. */
  longer: z.boolean(),
  kind: z.enum(appointmentKinds),
  status: z.enum(appointmentStatuses),
  version: z.number().int(),
});

/** One appointment, in the version that the sender saw. */
const key = z.object({ personId: z.guid(), appointmentId: z.guid(), version: z.number().int().positive() });

export const roundOverview = endpoint({
  method: 'GET',
  path: '/api/invitation/overview',
  permission: running,
  input: z.object({}),
  output: z.object({
    today: dayText,
    window: z.object({ from: dayText, to: dayText }),
    areas: list(
      z.object({
        centreId: z.string(),
        name: z.string(),
        pausedOn: dayText.nullable(),
        pauseReason: z.string().nullable(),
        overdue: count,
        due: count,
        coming: count,
        oldestDays: count,
        invited: count,
        withoutTime: count,
        placesPerWeek: count,
        bookedPerWeek: count,
      }),
    ),
  }),
  summary: 'Each area: who is due, invited and late, and what there is room for',
});
export type RoundOverview = OutputOf<typeof roundOverview>;

const planCounts = z.object({
  due: count,
  placed: count,
  because: z.object({ first: count, 'after-screening': count, 'after-invitation': count }),
  early: count,
  onTime: count,
  late: count,
  unplaced: byReason,
  centres: list(z.object({ centreId: z.string(), due: count, placed: count, late: count, unplaced: byReason })),
  units: list(z.object({ unitId: z.string(), placed: count })),
  km: z.object({ median: z.number(), longest: z.number() }).nullable(),
});

export const planInvitations = endpoint({
  method: 'POST',
  path: '/api/invitation/plan',
  permission: planning,
  input: z.object({ centreId: z.string().optional(), dryRun: z.boolean() }),
  output: z.object({
    planId: z.guid(),
    from: dayText,
    to: dayText,
    state: z.enum(['dry-run', 'carried-out']),
    counts: planCounts,
  }),
  summary: 'Plans the next window of invitations; a dry run counts and explains, and sends nothing',
});
export type InvitationPlan = OutputOf<typeof planInvitations>;

export const listPlans = endpoint({
  method: 'GET',
  path: '/api/invitation/plans',
  permission: running,
  input: z.object({}),
  output: z.object({
    plans: list(
      z.object({
        planId: z.guid(),
        /** Null for a plan of all areas. */
        area: z.string().nullable(),
        madeOn: dayText,
        from: dayText,
        to: dayText,
        state: z.enum(['dry-run', 'carried-out']),
        /** Name, or `system`. */
        madeBy: z.string(),
        due: count,
        placed: count,
      }),
    ),
  }),
  summary: 'The latest planning runs',
});

const hours = z.object({
  weekday: z.number().int().min(1).max(7),
  opensAt: time,
  closesAt: time,
  slotMinutes: z.number().int().min(3).max(60),
  places: z.number().int().min(1).max(20),
});

const unit = z.object({
  id: z.string(),
  name: z.string(),
  centreId: z.string(),
  kind: z.enum(['stationary', 'mobile']),
  pausedOn: dayText.nullable(),
  pauseReason: z.string().nullable(),
  /** One gets in without stairs. */
  stepFree: z.boolean(),
});

export const listUnits = endpoint({
  method: 'GET',
  path: '/api/invitation/units',
  permission: running,
  input: z.object({}),
  output: z.object({ units: list(unit) }),
  summary: 'The screening units of one’s centres',
});

export const unitCalendar = endpoint({
  method: 'GET',
  path: '/api/invitation/unit-calendar',
  permission: running,
  input: z.object({ unitId: z.string(), from: dayText.optional() }),
  output: z.object({
    today: dayText,
    unit: unit.extend({ hours: list(hours) }),
    days: list(
      z.object({
        day: dayText,
        shut: z.enum(['paused', 'holiday', 'closed', 'no-hours', 'no-stop']).nullable(),
        detail: z.string(),
        /** Set apart from the week: why the hours are others, and times at which nobody is taken. */
        special: z.string().nullable(),
        blocks: list(z.object({ from: time, to: time, reason: z.string() })),
        places: count,
        booked: count,
      }),
    ),
  }),
  summary: 'A unit’s next weeks: open or why not, and how full',
});
export type UnitCalendar = OutputOf<typeof unitCalendar>;

export const affectedWomen = endpoint({
  method: 'GET',
  path: '/api/invitation/affected',
  permission: running,
  input: z
    .object({ from: dayText, unitId: z.string().optional(), centreId: z.string().optional() })
    .refine((where) => where.unitId !== undefined || where.centreId !== undefined, 'Name a unit or an area'),
  output: z.object({
    women: list(
      z.object({
        personId: z.guid(),
        appointmentId: z.guid(),
        name: z.string(),
        phone: z.string().nullable(),
        unitId: z.string(),
        day: dayText,
        at: time,
      }),
    ),
  }),
  summary: 'The women who have a time at a unit, or in an area, from a day on',
});

const aTime = z.object({ unitId: z.string(), day: dayText, at: time });
/** What taking times away does to the women; in a dry run what it would do. */
export const rebooked = z.object({
  /** By which it can be undone; null in a dry run and when nobody was touched. */
  rebookingId: z.guid().nullable(),
  affected: count,
  rebooked: count,
  waiting: count,
  women: list(
    z.object({
      personId: z.guid(),
      name: z.string(),
      phone: z.string().nullable(),
      was: aTime,
      given: aTime.nullable(),
      because: z.enum(unplacedReasons).nullable(),
      /** So soon that somebody should ring her. */
      ring: z.boolean(),
    }),
  ),
});
/** Counts and names, and keeps nothing. */
const dryRun = z.boolean().default(false);
const resumed = z.object({ rebooked: count, waiting: count });

export const pauseArea = endpoint({
  method: 'POST',
  path: '/api/invitation/pause-area',
  permission: planning,
  input: z.object({ centreId: z.string(), from: dayText, reason: reasonText, cancel: z.boolean(), dryRun }),
  output: rebooked,
  summary: 'Stops invitations in an area, and if asked takes back the times that have been given',
});

export const resumeArea = endpoint({
  method: 'POST',
  path: '/api/invitation/resume-area',
  permission: planning,
  input: z.object({ centreId: z.string() }),
  output: resumed,
  summary: 'Starts an area again; those whose times were cancelled get new ones',
});

export const pauseUnit = endpoint({
  method: 'POST',
  path: '/api/invitation/pause-unit',
  permission: running,
  input: z.object({ unitId: z.string(), from: dayText, reason: reasonText, dryRun }),
  output: rebooked,
  summary: 'Shuts a unit from a day on; those with a time there get a new one',
});

export const resumeUnit = endpoint({
  method: 'POST',
  path: '/api/invitation/resume-unit',
  permission: running,
  input: z.object({ unitId: z.string() }),
  output: resumed,
  summary: 'Opens a unit again',
});

export const setOpeningHours = endpoint({
  method: 'POST',
  path: '/api/invitation/opening-hours',
  permission: running,
  input: z.object({ unitId: z.string(), hours: z.array(hours).max(7).readonly(), dryRun }),
  output: rebooked,
  summary: 'New weekly opening hours of a unit; those whose time is gone get a new one',
});

export const womanAppointments = endpoint({
  method: 'GET',
  path: '/api/invitation/appointments/:personId',
  permission: front,
  input: z.object({ personId: z.guid() }),
  output: z.object({
    today: dayText,
    name: z.string(),
    phone: z.string().nullable(),
    language: z.string(),
    needs: needsSchema,
    /** What the time she has does not give her. */
    unmet: list(z.enum(['too-short', 'stairs'])),
    live: z.guid().nullable(),
    appointments: list(
      appointment.extend({
        unitName: z.string(),
        /** Its cancelling may be taken back, if the time is still free. */
        mayUndoCancelling: z.boolean(),
        changes: list(z.object({ status: z.string(), day: dayText, by: z.string(), reason: z.string().nullable() })),
      }),
    ),
  }),
  summary: 'A woman’s appointments with their changes',
});
export type WomanAppointment = OutputOf<typeof womanAppointments>['appointments'][number];

export const setNeeds = endpoint({
  method: 'POST',
  path: '/api/invitation/needs',
  permission: front,
  input: z.object({ personId: z.guid(), needs: needsSchema }),
  output: z.object({ unmet: list(z.enum(['too-short', 'stairs'])) }),
  summary: 'What she needs (interpreter, wheelchair, implants, more time); answers with what her time does not give',
});

export const needChoices = endpoint({
  method: 'GET',
  path: '/api/invitation/need-choices',
  permission: front,
  input: z.object({}),
  output: z.object({ languages: list(z.string()), longer: list(z.enum(needKinds)) }),
  summary: 'Languages to choose an interpreter from, and the needs for which a longer time is set aside',
});

export const freeTimes = endpoint({
  method: 'GET',
  path: '/api/invitation/free-times',
  permission: front,
  input: z.object({ personId: z.guid(), from: dayText.optional(), unitId: z.string().optional() }),
  output: z.object({
    from: dayText,
    to: dayText,
    until: dayText,
    times: list(z.object({ unitId: z.string(), unitName: z.string(), day: dayText, at: time })),
  }),
  summary: 'Free times at the units of her area in two weeks from a day, some of each day',
});

export const moveAppointment = endpoint({
  method: 'POST',
  path: '/api/invitation/move',
  permission: front,
  input: key.extend({ unitId: z.string(), day: dayText, at: time, reason: z.string().max(200).optional() }),
  output: appointment,
  summary: 'Moves an appointment to a time the woman has chosen',
});

export const cancelAppointment = endpoint({
  method: 'POST',
  path: '/api/invitation/cancel',
  permission: front,
  input: key.extend({ reason: z.enum(cancelReasons) }),
  output: appointment,
  summary: 'Cancels an appointment: another time later, not this round, or never again',
});

export const undoCancelling = endpoint({
  method: 'POST',
  path: '/api/invitation/undo-cancelling',
  permission: front,
  input: key,
  /** `corrected`: she has been told that it was cancelled, and gets a letter that it stands. */
  output: appointment.extend({ corrected: z.boolean() }),
  summary: 'Takes a cancellation back: the time is hers again if it is free and nothing has followed',
});

export const confirmAppointment = endpoint({
  method: 'POST',
  path: '/api/invitation/confirm',
  permission: front,
  input: key,
  output: appointment,
  summary: 'The woman says she will come',
});

export const checkIn = endpoint({
  method: 'POST',
  path: '/api/invitation/check-in',
  permission: ['radiographer', 'coordinator'],
  input: key,
  output: appointment,
  summary: 'She has come to the unit',
});

export const undoCheckIn = endpoint({
  method: 'POST',
  path: '/api/invitation/undo-check-in',
  permission: ['radiographer', 'coordinator'],
  input: key,
  output: appointment,
  summary: 'She was checked in by mistake',
});

export const markNotAttended = endpoint({
  method: 'POST',
  path: '/api/invitation/mark-not-attended',
  permission: ['radiographer', 'coordinator'],
  input: z.object({ unitId: z.string() }),
  output: z.object({ count }),
  summary: 'The end of a unit’s day: those who did not come',
});
