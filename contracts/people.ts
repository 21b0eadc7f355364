import { z } from 'zod';
import { mergeDifferences, mergeObstacles } from '#core/people/merge-persons';
import { dayText } from '#core/registry/delivery';
import { endpoint, type OutputOf } from './endpoint.ts';

const caring = ['office', 'coordinator', 'radiographer', 'radiologist'] as const;
const person = z.object({ personId: z.guid() });

export const foundBy = ['number', 'phone', 'letter', 'name'] as const;

export const findPeople = endpoint({
  method: 'GET',
  path: '/api/people',
  permission: caring,
  input: z.object({ q: z.string().min(2).max(100) }),
  output: z.object({
    foundBy: z.enum(foundBy),
    people: z.array(
      z.object({
        personId: z.guid(),
        name: z.string(),
        birthDate: dayText,
        status: z.enum(['resident', 'emigrated', 'dead']),
        municipality: z.string(),
        centre: z.string(),
      }),
    ),
    /** There are more than are shown. */
    more: z.boolean(),
  }),
  summary: 'Women by identity number, reference on a letter, or the beginning of a name; each one shown is a look',
});

export const timelineKinds = [
  'register',
  'stop',
  'stop-lifted',
  'reservation',
  'reservation-lifted',
  'reservation-carried-out',
  'round-opened',
  'round-closed',
  'appointment',
  'message',
  'examination',
  'reading-closed',
  'assessment',
  'pathology',
  'treatment',
  'cancer',
] as const;

export const timelineEntry = z.object({
  key: z.string(),
  day: dayText,
  kind: z.enum(timelineKinds),
  /** The closer word: status of the appointment, kind of the message, result of the examination ... */
  what: z.string(),
  /** The name of who did it; empty when it came from elsewhere or it was the programme itself. */
  by: z.string(),
  place: z.string(),
  /** Clock time, a channel, an outcome: what the kind has besides. */
  more: z.string(),
  round: z.number().int().nullable(),
});
export type TimelineEntry = z.output<typeof timelineEntry>;

export const womanTimeline = endpoint({
  method: 'GET',
  path: '/api/people/:personId',
  permission: caring,
  input: person,
  output: z.object({
    personId: z.guid(),
    name: z.string(),
    identityNumber: z.string().nullable(),
    birthDate: dayText,
    age: z.number().int(),
    address: z.string(),
    phone: z.string().nullable(),
    digital: z.boolean(),
    language: z.string(),
    status: z.enum(['resident', 'emigrated', 'dead']),
    statusOn: dayText,
    centre: z.string(),
    stoppedFrom: dayText.nullable(),
    reservedFrom: dayText.nullable(),
    /** Reading is told when it is over; no one's opinion is. */
    entries: z.array(timelineEntry),
  }),
  summary: 'One woman: who she is, and everything that has happened, newest first',
});
export type WomanTimeline = OutputOf<typeof womanTimeline>;

export const whyInvited = endpoint({
  method: 'GET',
  path: '/api/people/:personId/why-invited',
  permission: caring,
  input: person.extend({ language: z.enum(['nb', 'nn', 'en']).default('nb') }),
  output: z.object({ standing: z.enum(['outside', 'waiting', 'due', 'open']), sentences: z.array(z.string()) }),
  summary: 'Why she is or is not invited now: each rule that decides, with its dates',
});

export const whoHasLooked = endpoint({
  method: 'GET',
  path: '/api/people/:personId/looks',
  permission: caring,
  input: person,
  output: z.object({
    looks: z.array(
      z.object({
        day: dayText,
        at: z.string(),
        name: z.string(),
        role: z.string(),
        what: z.string(),
        times: z.number().int(),
      }),
    ),
  }),
  summary: 'Who has looked at her data, newest first, gathered by person, day and what was looked at',
});

const registered = z.object({ done: z.literal(true) });

export const stopInvitations = endpoint({
  method: 'POST',
  path: '/api/people/stop-invitations',
  permission: ['office'],
  input: person.extend({ reason: z.string().max(200).default('') }),
  output: registered,
  summary: 'Enters her wish not to be invited; an open invitation is withdrawn',
});

export const liftStop = endpoint({
  method: 'POST',
  path: '/api/people/lift-stop',
  permission: ['office'],
  input: person,
  output: registered,
  summary: 'She wishes to be invited again, from today',
});

export const undoStop = endpoint({
  method: 'POST',
  path: '/api/people/undo-stop',
  permission: ['office'],
  input: person,
  output: z.object({
    /** She is in the round again that the stop took her out of. */
    round: z.boolean(),
    /** She has the time again that she had. */
    time: z.boolean(),
  }),
  summary: 'Takes back a stop entered the same day: her round and her time are as before, if the time is free',
});

export const reserveStorage = endpoint({
  method: 'POST',
  path: '/api/people/reserve-storage',
  permission: ['office'],
  input: person,
  output: registered,
  summary: 'Enters her reservation against storing normal findings; carried out by the daily work within the time set',
});

export const liftReservation = endpoint({
  method: 'POST',
  path: '/api/people/lift-reservation',
  permission: ['office'],
  input: person,
  output: registered,
  summary: 'Lifts the reservation from today; findings already de-identified do not come back',
});

/** Two records that look like one woman; `other` is the second's. */
const recordPair = z.object({
  personId: z.guid(),
  otherId: z.guid(),
  name: z.string(),
  otherName: z.string(),
  birthDate: dayText,
  identityNumber: z.string(),
  otherNumber: z.string(),
});
export type RecordPair = z.output<typeof recordPair>;

export const possibleDuplicates = endpoint({
  method: 'GET',
  path: '/api/people/duplicates',
  permission: ['office'],
  input: z.object({}),
  output: z.object({
    candidates: z.array(
      recordPair.extend({
        because: z.enum(['name', 'phone', 'd-number']),
        /** The day that the programme first found the two alike. */
        foundOn: dayText,
      }),
    ),
    /** There are more than are shown. */
    more: z.boolean(),
  }),
  summary: 'Records that may be one woman entered twice; each one shown is a look',
});

const record = z.object({
  personId: z.guid(),
  identityNumber: z.string(),
  name: z.string(),
  birthDate: dayText,
  sex: z.enum(['female', 'male', 'unknown']),
  address: z.string(),
  municipality: z.string(),
  status: z.enum(['resident', 'emigrated', 'dead']),
  statusOn: dayText,
  rounds: z.number().int(),
  openRound: z.boolean(),
  timeToCome: z.boolean(),
  lastScreenedOn: dayText.nullable(),
});

export const compareRecords = endpoint({
  method: 'GET',
  path: '/api/people/:personId/duplicates/:otherId',
  permission: ['office'],
  input: person.extend({ otherId: z.guid() }),
  output: z.object({
    records: z.tuple([record, record]),
    view: z.object({
      survivor: z.guid(),
      obstacles: z.array(z.enum(mergeObstacles)),
      differences: z.array(z.enum(mergeDifferences)),
    }),
  }),
  summary: 'Two records side by side: which should stand, what is in the way of merging them, where they differ',
});

export const mergeRecords = endpoint({
  method: 'POST',
  path: '/api/people/merge',
  permission: ['office'],
  input: z.object({ survivorId: z.guid(), mergedId: z.guid() }),
  output: registered,
  summary: 'Makes two records of one woman one; cannot be undone',
});

export const callRecordsDifferent = endpoint({
  method: 'POST',
  path: '/api/people/different',
  permission: ['office'],
  input: person.extend({ otherId: z.guid() }),
  output: registered,
  summary: 'Two records that look like one woman are two; they are not shown as possible duplicates again',
});

export const recordsCalledDifferent = endpoint({
  method: 'GET',
  path: '/api/people/called-different',
  permission: ['office'],
  input: z.object({}),
  output: z.object({
    pairs: z.array(recordPair.extend({ decidedOn: dayText, by: z.string() })),
    /** There are more than are shown. */
    more: z.boolean(),
  }),
  summary: 'The latest pairs that somebody has called two women; each one shown is a look',
});

export const undoRecordsDifferent = endpoint({
  method: 'POST',
  path: '/api/people/undo-different',
  permission: ['office'],
  input: person.extend({ otherId: z.guid() }),
  output: registered,
  summary: 'Takes back that two records are of two women: they are shown as possible duplicates again',
});
