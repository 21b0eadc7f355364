import { z } from 'zod';
import { type Role, staffRoles } from '#core/people/access';
import { documentKinds, LARGEST_DOCUMENT, mediaTypes } from '#core/portal/document';
import { dayText } from '#core/registry/delivery';
import { endpoint, type OutputOf } from './endpoint.ts';

const readers = staffRoles;
const writers = ['office'] as const satisfies readonly Role[];
const title = z.string().trim().min(2).max(200);
const centreId = z.string().nullable();
const timeText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day, HH:MM');
const done = z.object({ done: z.literal(true) });

const documentView = z.object({
  documentId: z.guid(),
  kind: z.enum(documentKinds),
  title,
  fileName: z.string(),
  mediaType: z.enum(mediaTypes),
  bytes: z.number().int(),
  sha256: z.string(),
  centreId,
  addedOn: dayText,
  addedBy: z.string(),
  version: z.number().int(),
});

const newsView = z.object({
  newsId: z.guid(),
  title,
  body: z.string(),
  centreId,
  mustRead: z.boolean(),
  publishedOn: dayText,
  publishedBy: z.string(),
  read: z.boolean(),
  /** How many of those it is for have said that they have read it; for the office. */
  readers: z.object({ read: z.number().int(), of: z.number().int() }).nullable(),
});

const meetingView = z.object({
  meetingId: z.guid(),
  title,
  day: dayText,
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string(),
  agenda: z.string(),
  centreId,
  cancelled: z.boolean(),
  minutes: z.object({ documentId: z.guid(), title: z.string(), fileName: z.string() }).nullable(),
  reply: z.enum(['coming', 'not-coming']).nullable(),
  coming: z.number().int(),
});

export const showPortal = endpoint({
  method: 'GET',
  path: '/api/portal',
  permission: readers,
  input: z.object({}),
  output: z.object({
    news: z.array(newsView),
    documents: z.array(documentView),
    meetings: z.array(meetingView),
    /** The centres that the one who asks can write to; for the office all. */
    centres: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  summary: 'News, documents and meetings for the one who asks: those for all, and those for her centre',
});
export type Portal = OutputOf<typeof showPortal>;

export const publishNews = endpoint({
  method: 'POST',
  path: '/api/portal/news',
  permission: writers,
  input: z.object({ title, body: z.string().trim().min(2).max(20_000), centreId, mustRead: z.boolean() }),
  output: z.object({ newsId: z.guid() }),
  summary: 'Publishes news to all or to one centre',
});

export const withdrawNews = endpoint({
  method: 'POST',
  path: '/api/portal/news/:newsId/withdraw',
  permission: writers,
  input: z.object({ newsId: z.guid() }),
  output: done,
  summary: 'Takes news down; it is kept',
});

export const readNews = endpoint({
  method: 'POST',
  path: '/api/portal/news/:newsId/read',
  permission: readers,
  input: z.object({ newsId: z.guid() }),
  output: done,
  summary: 'Says that one has read it',
});

export const addDocument = endpoint({
  method: 'POST',
  path: '/api/portal/documents',
  permission: ['office', 'coordinator', 'radiologist', 'radiographer'],
  input: z.object({
    kind: z.enum(documentKinds),
    title,
    fileName: z.string().min(1).max(200),
    mediaType: z.enum(mediaTypes),
    /** The file, base64. */
    content: z.base64(),
    centreId,
    replaces: z.guid().nullable(),
  }),
  output: z.object({ documentId: z.guid() }),
  summary: 'Adds a document, or a new version of one; a centre adds evidence of its own only',
  // Base64 makes four characters of three bytes.
  largestBody: Math.ceil((LARGEST_DOCUMENT * 4) / 3) + 10_000,
});

export const fetchDocument = endpoint({
  method: 'GET',
  path: '/api/portal/documents/:documentId',
  permission: readers,
  input: z.object({ documentId: z.guid() }),
  output: z.object({ fileName: z.string(), mediaType: z.string(), content: z.base64(), sha256: z.string() }),
  summary: 'A document with its content',
});

export const withdrawDocument = endpoint({
  method: 'POST',
  path: '/api/portal/documents/:documentId/withdraw',
  permission: writers,
  input: z.object({ documentId: z.guid() }),
  output: done,
  summary: 'Takes a document out of the library; it is kept',
});

export const callMeeting = endpoint({
  method: 'POST',
  path: '/api/portal/meetings',
  permission: writers,
  input: z.object({
    title,
    day: dayText,
    startsAt: timeText,
    endsAt: timeText,
    place: z.string().trim().min(2).max(300),
    agenda: z.string().trim().max(10_000),
    centreId,
  }),
  output: z.object({ meetingId: z.guid() }),
  summary: 'Calls a meeting of all centres or of one',
});

export const putBack = endpoint({
  method: 'POST',
  path: '/api/portal/put-back',
  permission: writers,
  input: z.object({ kind: z.enum(['news', 'document', 'meeting']), id: z.guid() }),
  output: done,
  summary: 'Takes back, the same day, that news or a document was taken down or a meeting cancelled',
});

export const cancelMeeting = endpoint({
  method: 'POST',
  path: '/api/portal/meetings/:meetingId/cancel',
  permission: writers,
  input: z.object({ meetingId: z.guid() }),
  output: done,
  summary: 'Cancels a meeting; it stays on the list as cancelled',
});

export const replyToMeeting = endpoint({
  method: 'POST',
  path: '/api/portal/meetings/:meetingId/reply',
  permission: readers,
  input: z.object({ meetingId: z.guid(), coming: z.boolean() }),
  output: done,
  summary: 'Says whether one comes',
});

export const attachMinutes = endpoint({
  method: 'POST',
  path: '/api/portal/meetings/:meetingId/minutes',
  permission: writers,
  input: z.object({ meetingId: z.guid(), documentId: z.guid() }),
  output: done,
  summary: 'Puts the minutes of a meeting beside it',
});
