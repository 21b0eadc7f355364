import type { ConsentAnswer } from '#core/studies/consent';
import type { Tx } from '#server/db/transaction';

export type LatestAnswer = { readonly consentId: string; readonly answer: ConsentAnswer['answer'] };

/** Her latest answer to a study; undefined while she has given none. */
export async function latestAnswer(tx: Tx, personId: string, studyId: string): Promise<LatestAnswer | undefined> {
  const row = await tx.q
    .selectFrom('study_consent')
    .select(['consent_id', 'answer'])
    .where('person_id', '=', personId)
    .where('study_id', '=', studyId)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst();
  return row && { consentId: row.consent_id, answer: row.answer };
}
