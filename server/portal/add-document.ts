import { createHash } from 'node:crypto';
import { ok, type Result, refuse } from '#core/kernel/result';
import { checkDocument, type DocumentKind, type MediaType } from '#core/portal/document';
import type { Tx } from '#server/db/transaction';
import { isCentre } from './is-centre.ts';

type NewDocument = {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: MediaType;
  readonly content: string;
  readonly centreId: string | null;
  readonly replaces: string | null;
};

/**
 * Adds a document, or a new version of one. The office writes for all or for a centre; a centre adds evidence of its own
 * only (`not-yours`). Refuses also what core/portal/document.ts refuses, `no-such-centre`, and `not-found` or
 * `replaced-already` for the version that it shall replace.
 */
export async function addDocument(tx: Tx, input: NewDocument): Promise<Result<{ readonly documentId: string }>> {
  const own = tx.actor.centres !== 'all' && input.centreId !== null && tx.actor.centres.includes(input.centreId);
  if (tx.actor.role !== 'office' && !(input.kind === 'evidence' && own))
    return refuse('not-yours', 'A centre adds documents as its own evidence only; the rest comes from the office');
  if (!(await isCentre(tx, input.centreId)))
    return refuse('no-such-centre', `There is no breast centre ${input.centreId}`);
  const bytes = Buffer.from(input.content, 'base64');
  const checked = checkDocument(input.mediaType, bytes);
  if (!checked.ok) return checked;
  const standing = input.replaces === null ? 'current' : await standingOf(tx, input.replaces);
  if (standing === 'missing') return refuse('not-found', 'The document to be replaced is not there');
  if (standing === 'replaced')
    return refuse('replaced-already', 'Somebody else has put a new version in its place; look again');
  const { document_id } = await tx.q
    .insertInto('document')
    .values({
      kind: input.kind,
      title: input.title,
      file_name: input.fileName,
      media_type: input.mediaType,
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      centre_id: input.centreId,
      added_on: tx.today,
      added_by: tx.actor.userId,
      replaces: input.replaces,
    })
    .returning('document_id')
    .executeTakeFirstOrThrow();
  tx.record('document.added', null, { document: document_id, kind: input.kind, centre: input.centreId });
  return ok({ documentId: document_id });
}

async function standingOf(tx: Tx, documentId: string): Promise<'current' | 'replaced' | 'missing'> {
  const found = await tx.q
    .selectFrom('document as d')
    .leftJoin('document as newer', 'newer.replaces', 'd.document_id')
    .select('newer.document_id as newer')
    .where('d.document_id', '=', documentId)
    .executeTakeFirst();
  if (!found) return 'missing';
  return found.newer === null ? 'current' : 'replaced';
}
