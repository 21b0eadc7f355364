/**
 * Ids of what a delivery names: from sender, kind and the sender's own reference, so that the same row gets the same id in
 * every delivery, and from the installation's secret, so that nobody works an id out from an identity number.
 */
import { hash } from 'node:crypto';
import type pg from 'pg';
import type { Tx } from '#server/db/transaction';

export type DerivedKind =
  | 'person'
  | 'episode'
  | 'appointment'
  | 'examination'
  | 'case'
  | 'assessment'
  | 'cancer'
  | 'delivery';

/** Gives the id, a UUID of version 8 as 32 hexadecimal digits. */
export type DeriveId = (kind: DerivedKind, reference: string) => string;

/** How ids are derived for a sender in this installation. Only the programme's own hand may ask. */
export async function idsOf(client: pg.ClientBase, sender: string): Promise<DeriveId> {
  const { rows } = await client.query<Key>('select secret, derived_ids from installation_key');
  const [key] = rows;
  if (!key) throw new Error('the installation has no key');
  return derivedFrom(key, sender);
}

export type Key = { readonly secret: string; readonly derived_ids: 'keyed' | 'plain' };

/** Pure part of `idsOf`. `plain`: as ids were derived before there was a secret. */
export function derivedFrom({ secret, derived_ids }: Key, sender: string): DeriveId {
  const [algorithm, before] =
    derived_ids === 'plain'
      ? (['md5', `${sender}\u001f`] as const)
      : (['sha256', `${secret}\u001f${sender}\u001f`] as const);
  return (kind, reference) => {
    const digits = hash(algorithm, `${before}${kind}\u001f${reference}`, 'hex');
    return `${digits.slice(0, 12)}8${digits.slice(13, 16)}a${digits.slice(17, 32)}`;
  };
}

/**
 * Sets the secret by words instead of by chance: a demo has none to keep, and two demos of one seed are then alike to the
 * last id. Does nothing once there are persons.
 */
export async function setInstallationKey(tx: Tx, words: string): Promise<void> {
  await tx.q
    .updateTable('installation_key')
    .set({ secret: hash('sha256', words, 'hex'), derived_ids: 'keyed' })
    .where((e) => e.not(e.exists(e.selectFrom('person').select('person_id'))))
    .execute();
}
