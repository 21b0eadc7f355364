import { z } from 'zod';
import { languages, messageKinds, messageStates, messageSteps } from '#core/messaging/message';
import { dayText } from '#core/registry/delivery';
import { endpoint, type OutputOf } from './endpoint.ts';

const staff = ['office', 'coordinator'] as const;
const key = { personId: z.guid(), messageId: z.guid() };

/** What the list can be narrowed by; the page keeps it in its address. */
export const messageFilter = z.object({
  state: z.enum(messageStates).optional(),
  kind: z.enum(messageKinds).optional(),
  step: z.enum(messageSteps).optional(),
  /** The day it was decided. */
  day: dayText.optional(),
  /** As printed on the letter, or as somebody reads it out. */
  reference: z.string().max(20).optional(),
  personId: z.guid().optional(),
  page: z.number().int().min(1).max(10_000).default(1),
});

const messageRow = z.object({
  ...key,
  name: z.string(),
  kind: z.enum(messageKinds),
  step: z.enum(messageSteps),
  state: z.enum(messageStates),
  language: z.enum(languages),
  languageWanted: z.enum(languages).nullable(),
  reference: z.string(),
  decidedOn: dayText,
  nextStepOn: dayText.nullable(),
  lastError: z.string().nullable(),
});

export const listMessages = endpoint({
  method: 'GET',
  path: '/api/messages',
  permission: staff,
  input: messageFilter,
  output: z.object({ rows: z.array(messageRow), total: z.number().int(), pageSize: z.number().int() }),
  summary: 'Messages, newest first, narrowed by a filter; those whose women the asker may see',
});

export const countMessages = endpoint({
  method: 'GET',
  path: '/api/messages/counts',
  permission: staff,
  input: z.object({}),
  output: z.object({
    today: dayText,
    forAPerson: z.number().int(),
    waiting: z.number().int(),
    /** The last 14 days, newest first: decided that day by how they stand now, and what the ways reported that day. */
    days: z.array(
      z.object({
        day: dayText,
        decided: z.number().int(),
        digital: z.number().int(),
        printed: z.number().int(),
        sms: z.number().int(),
        opened: z.number().int(),
        errors: z.number().int(),
      }),
    ),
  }),
  summary: 'How many messages wait, failed, and what happened on each of the last 14 days',
});

export const showMessage = endpoint({
  method: 'GET',
  path: '/api/messages/:personId/:messageId',
  permission: staff,
  input: z.object(key),
  output: messageRow.extend({
    cause: z.string(),
    to: z.array(z.string()),
    phone: z.string().nullable(),
    /** Whether it can be sent again, else why not. */
    resend: z.enum(['possible', 'still-waiting', 'withdrawn']),
    deliveries: z.array(
      z.object({ event: z.string(), step: z.string(), day: dayText, key: z.string(), reason: z.string().nullable() }),
    ),
  }),
  summary: 'One message with everything that the ways it went have reported',
});
export type ShownMessage = OutputOf<typeof showMessage>;

export const previewMessage = endpoint({
  method: 'GET',
  path: '/api/messages/:personId/:messageId/preview',
  permission: staff,
  /** language: as it would read in another language that letters are written in; the one it is sent in when left out. */
  input: z.object({ ...key, language: z.enum(languages).optional() }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('letter'),
      title: z.string(),
      pdf: z.base64(),
      sha256: z.string(),
      language: z.enum(languages),
      /** Languages it can be shown in; the first is the one it is sent in. */
      written: z.array(z.enum(languages)),
    }),
    z.object({ kind: z.literal('sms'), text: z.string(), parts: z.number().int() }),
  ]),
  summary: 'The message exactly as it is sent: the letter as PDF, or the text of the SMS',
});

export const resendMessage = endpoint({
  method: 'POST',
  path: '/api/messages/:personId/:messageId/resend',
  permission: staff,
  input: z.object({ ...key, way: z.enum(['first', 'print']).default('first') }),
  output: z.object({ step: z.enum(messageSteps) }),
  summary: 'Sends a message again, from the first way of its cascade or on paper',
});

export const resendFailed = endpoint({
  method: 'POST',
  path: '/api/messages/resend-failed',
  permission: ['office'],
  input: z.object({}),
  output: z.object({ resent: z.number().int() }),
  summary: 'Sends everything on the list for a person again, after a way has been down',
});

export const handleMessage = endpoint({
  method: 'POST',
  path: '/api/messages/:personId/:messageId/handled',
  permission: staff,
  input: z.object({
    ...key,
    /** told: she knows now. not-needed: nobody is to tell her. */
    how: z.enum(['told', 'not-needed']),
    note: z.string().trim().min(1).max(500),
  }),
  output: z.object({ state: z.enum(messageStates) }),
  summary: 'Takes a message off the list for a person: she has been told, or need not be',
});
