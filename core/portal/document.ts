import { ok, type Result, refuse } from '#core/kernel/result';

export const documentKinds = ['procedure', 'report', 'minutes', 'form', 'training', 'evidence'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What the library takes: what every office can open, and nothing that runs. */
export const mediaTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'text/plain',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
] as const;
export type MediaType = (typeof mediaTypes)[number];

/** The first bytes that a file of the type has; text has none of its own. Zip: the office formats are zip archives. */
const signatures: Readonly<Partial<Record<MediaType, readonly number[]>>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46],
  'image/png': [0x89, 0x50, 0x4e, 0x47],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': [0x50, 0x4b, 0x03, 0x04],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': [0x50, 0x4b, 0x03, 0x04],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': [0x50, 0x4b, 0x03, 0x04],
};

/** 10 MB: a report with pictures; more belongs in an archive (configuration). */
export const LARGEST_DOCUMENT = 10_000_000;

/** Whether the content is what it is said to be. Refuses `empty-document`, `document-too-large`, `wrong-type`. */
export function checkDocument(type: MediaType, content: Uint8Array): Result<true> {
  if (content.length === 0) return refuse('empty-document', 'The file is empty');
  if (content.length > LARGEST_DOCUMENT)
    return refuse('document-too-large', `The file has ${content.length} bytes; at most ${LARGEST_DOCUMENT} are taken`);
  const signature = signatures[type];
  const fits = signature ? signature.every((byte, at) => content[at] === byte) : !content.includes(0);
  return fits ? ok(true) : refuse('wrong-type', `The file is said to be ${type}, but its content is not`);
}
