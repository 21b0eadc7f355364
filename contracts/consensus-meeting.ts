/** Meetings of consensus across HTTP: who is present, chosen once a meeting, and the minutes. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const uuid = z.guid();
const day = z.string();
const breast = z.enum(['left', 'right']);
const person = z.object({ id: z.string(), name: z.string() });

const meeting = z.object({
  meetingId: uuid,
  day,
  presidedBy: person,
  /** Times of day, HH:MM. */
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  /** In the order they came; one who left and came back stands twice. */
  presence: z.array(person.extend({ fromAt: z.string(), untilAt: z.string().nullable() })),
});

export const currentMeeting = endpoint({
  method: 'GET',
  path: '/api/reading/meeting',
  permission: ['radiologist'],
  input: z.strictObject({}),
  output: z.object({
    meeting: meeting.nullable(),
    /** How many may sit together. */
    min: z.number(),
    max: z.number(),
    /** The centre's radiologists; `busy` = in another meeting now. */
    radiologists: z.array(person.extend({ busy: z.boolean() })),
    reasons: z.object({ recall: z.array(z.string()), dismiss: z.array(z.string()) }),
  }),
  summary: 'The meeting of consensus that the radiologist sits in now, and who could sit with her',
});

export const openMeeting = endpoint({
  method: 'POST',
  path: '/api/reading/meeting/open',
  permission: ['radiologist'],
  input: z.strictObject({ members: z.array(z.string().min(1)).min(1).max(4) }),
  output: z.object({ meetingId: uuid }),
  summary: 'Opens a meeting of consensus; the one who opens it presides',
});

export const changePresence = endpoint({
  method: 'POST',
  path: '/api/reading/meeting/presence',
  permission: ['radiologist'],
  input: z.strictObject({ meetingId: uuid, userId: z.string().min(1), present: z.boolean() }),
  output: z.object({ present: z.array(z.string()) }),
  summary: 'Somebody comes to a meeting of consensus, or leaves it',
});

export const closeMeeting = endpoint({
  method: 'POST',
  path: '/api/reading/meeting/close',
  permission: ['radiologist'],
  input: z.strictObject({ meetingId: uuid }),
  output: z.object({ meetingId: uuid }),
  summary: 'Ends a meeting of consensus',
});

export const meetings = endpoint({
  method: 'GET',
  path: '/api/reading/meetings',
  permission: ['radiologist', 'coordinator'],
  input: z.strictObject({}),
  output: z.object({
    meetings: z.array(
      z.object({
        meetingId: uuid,
        day,
        presidedBy: z.string(),
        open: z.boolean(),
        cases: z.number(),
        recalled: z.number(),
      }),
    ),
  }),
  summary: "The centre's meetings of consensus, the latest first",
});

export const meetingMinutes = endpoint({
  method: 'GET',
  path: '/api/reading/meetings/:meetingId',
  permission: ['radiologist', 'coordinator'],
  input: z.strictObject({ meetingId: uuid }),
  output: z.object({
    ...meeting.shape,
    centre: z.string(),
    cases: z.array(
      z.object({
        personId: uuid,
        caseId: uuid,
        step: z.string(),
        at: z.string(),
        /** The asker is one of those who decided, and it is not final yet. */
        mayTakeBack: z.boolean(),
        examinedOn: day,
        age: z.number(),
        members: z.array(z.string()),
        decision: z.enum(['recall', 'dismiss']),
        breasts: z.array(breast),
        reasons: z.array(z.object({ breast, reason: z.string(), note: z.string().nullable() })),
        note: z.string().nullable(),
      }),
    ),
  }),
  summary: 'The minutes of a meeting of consensus: who was there, what was decided and why',
});
