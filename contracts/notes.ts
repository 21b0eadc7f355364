import { z } from 'zod';
import { dayText } from '#core/registry/delivery';
import { endpoint } from './endpoint.ts';

const caring = ['office', 'coordinator', 'radiographer'] as const;

export const womanNote = z.object({
  noteId: z.guid(),
  writtenOn: dayText,
  by: z.string(),
  words: z.string(),
  /** Somebody must follow it up; it stands on the centre's list until it is done. */
  handover: z.boolean(),
  doneOn: dayText.nullable(),
  doneBy: z.string().nullable(),
});

export const listNotes = endpoint({
  method: 'GET',
  path: '/api/notes/:personId',
  permission: caring,
  input: z.object({ personId: z.guid() }),
  output: z.object({ notes: z.array(womanNote).readonly() }),
  summary: 'Notes about a woman, newest first',
});

export const writeNote = endpoint({
  method: 'POST',
  path: '/api/notes/write',
  permission: caring,
  input: z.object({ personId: z.guid(), words: z.string().trim().min(2).max(1000), handover: z.boolean() }),
  output: z.object({ noteId: z.guid() }),
  summary:
    'Writes a note about a woman; as a handover it stands on the centre’s list until somebody has followed it up',
});

export const finishNote = endpoint({
  method: 'POST',
  path: '/api/notes/finish',
  permission: caring,
  input: z.object({ personId: z.guid(), noteId: z.guid() }),
  output: z.object({ noteId: z.guid() }),
  summary: 'A handover has been followed up',
});
