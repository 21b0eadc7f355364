/** Days without the system: the list taken along, what is entered afterwards, and what a person must settle. */
import { z } from 'zod';
import { entryConflicts, entryKinds } from '#core/examination/day-entry';
import { interviewSchema } from '#core/examination/interview';
import { notScreenedReasons } from '#core/examination/result';
import { viewReport } from '#core/examination/views';
import { appointmentStatuses } from '#core/invitation/appointment';
import { dayText } from '#core/registry/delivery';
import { endpoint, type OutputOf } from './endpoint.ts';
import { formRules, time, unitDayRow } from './examination.ts';

const clinic = ['radiographer', 'coordinator'] as const;

export const offlineWoman = unitDayRow.omit({ episodeId: true, version: true });

export const offlineList = endpoint({
  method: 'GET',
  path: '/api/examination/offline-list',
  permission: clinic,
  input: z.object({ unitId: z.string(), day: dayText.optional() }),
  output: z.object({
    today: dayText,
    day: dayText,
    unitId: z.string(),
    unitName: z.string(),
    daysBack: z.number().int(),
    listHours: z.number().int(),
    radiographers: z.array(z.object({ userId: z.string(), name: z.string() })),
    women: z.array(offlineWoman),
    rules: formRules,
  }),
  summary: 'A unit’s day for work without the system: the least that is needed, audited as taken along',
});
export type OfflineList = OutputOf<typeof offlineList>;
export type OfflineWoman = OfflineList['women'][number];

const entryContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('arrived') }),
  z.strictObject({
    kind: z.literal('examined'),
    modality: z.enum(['DM', 'DBT']).default('DM'),
    interview: interviewSchema,
    views: z.array(viewReport).length(4),
    cannotBeBetter: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal('not-screened'),
    reason: z.enum(notScreenedReasons),
    lastMammogram: dayText.optional(),
  }),
]);

export const dayEntry = z.strictObject({
  entryId: z.guid(),
  personId: z.guid(),
  appointmentId: z.guid(),
  source: z.enum(['paper', 'offline']),
  performedBy: z.string().max(80),
  arrivedAt: time.nullable(),
  doneAt: time.nullable(),
  content: entryContent,
});

export const sendEntries = endpoint({
  method: 'POST',
  path: '/api/examination/entries',
  permission: clinic,
  input: z.object({ entries: z.array(dayEntry).min(1).max(200) }),
  output: z.object({
    results: z.array(
      z.object({
        entryId: z.guid(),
        state: z.enum(['recorded', 'nothing-new', 'conflict', 'set-aside', 'refused']),
        conflict: z.enum(entryConflicts).nullable(),
        refusal: z.string().nullable(),
      }),
    ),
  }),
  summary: 'Takes in what was done without the system, each entry once by its id; what does not fit waits for a person',
});

export const entryList = endpoint({
  method: 'GET',
  path: '/api/examination/entries',
  permission: ['radiographer', 'coordinator', 'office'],
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        personId: z.guid(),
        entryId: z.guid(),
        name: z.string(),
        unitName: z.string(),
        day: dayText,
        source: z.enum(['paper', 'offline']),
        kind: z.enum(entryKinds),
        because: z.enum(entryConflicts),
        performedBy: z.string(),
        arrivedAt: time.nullable(),
        doneAt: time.nullable(),
        /** How the appointment of the list stands now, her other time, and where she was examined this round. */
        now: z.enum(appointmentStatuses),
        otherDay: dayText.nullable(),
        otherAt: time.nullable(),
        examinedOn: dayText.nullable(),
        examinedAt: z.string().nullable(),
        mayRecord: z.boolean(),
        /** What was written down; null for the office, which does not settle it. */
        content: entryContent.nullable(),
      }),
    ),
  }),
  summary: 'Entries that did not fit and wait for a person to settle them',
});
export type WaitingEntry = OutputOf<typeof entryList>['rows'][number];

export const settleEntry = endpoint({
  method: 'POST',
  path: '/api/examination/settle-entry',
  permission: clinic,
  input: z.object({
    personId: z.guid(),
    entryId: z.guid(),
    how: z.enum(['record', 'set-aside']),
    because: z.string().trim().min(3).max(300),
  }),
  output: z.object({ state: z.string() }),
  summary: 'Settles an entry: it counts and what was booked since is withdrawn, or it is set aside with the reason',
});

export const undoNotAttended = endpoint({
  method: 'POST',
  path: '/api/examination/undo-not-attended',
  permission: clinic,
  input: z.object({ appointments: z.array(z.object({ personId: z.guid(), appointmentId: z.guid() })).max(500) }),
  output: z.object({
    reopened: z.number().int(),
    /** Those whom somebody has gone on with; `by` is empty for the programme itself. */
    left: z.array(z.object({ name: z.string(), by: z.string() })).readonly(),
  }),
  summary: 'Takes the end of the day back for those marked as not attended',
});
