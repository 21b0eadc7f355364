import { sql } from 'kysely';
import { classifyCancers } from '#server/cancers/classify-cancers';
import type { Tx } from '#server/db/transaction';

/**
 * Takes in the cancer registry's registrations, new or corrected, and classifies by rule the cancers of the women whose
 * cancers or episodes the delivery touches. Returns how many registrations were new or corrected.
 */
export async function loadCancers(tx: Tx): Promise<number> {
  const taken = await sql`
    insert into cancer (person_id, cancer_id, diagnosed_on, side, behaviour, histology, size_mm, grade, nodes, er, pr, her2, surgery, treated_on)
    select n.person_id, c.cancer_id, c.diagnosed_on, c.side, c.behaviour, c.histology, c.size_mm, c.grade,
      c.nodes, c.er, c.pr, c.her2, c.surgery, c.treated_on
    from stage_cancers c join stage_number n using (identity_number)
    on conflict (person_id, cancer_id) do update set diagnosed_on = excluded.diagnosed_on, side = excluded.side,
      behaviour = excluded.behaviour, histology = excluded.histology, size_mm = excluded.size_mm, grade = excluded.grade,
      nodes = excluded.nodes, er = excluded.er, pr = excluded.pr, her2 = excluded.her2, surgery = excluded.surgery,
      treated_on = excluded.treated_on, version = cancer.version + 1
    where (cancer.diagnosed_on, cancer.side, cancer.behaviour, cancer.histology, cancer.size_mm, cancer.grade, cancer.nodes, cancer.er,
        cancer.pr, cancer.her2, cancer.surgery, cancer.treated_on)
      is distinct from (excluded.diagnosed_on, excluded.side, excluded.behaviour, excluded.histology, excluded.size_mm, excluded.grade,
        excluded.nodes, excluded.er, excluded.pr, excluded.her2, excluded.surgery, excluded.treated_on)
    returning 1`.execute(tx.q);
  const { rows } = await sql<{ person_id: string }>`
    select distinct person_id from cancer join stage_number using (person_id)`.execute(tx.q);
  if (rows.length > 0) await classifyCancers(tx, { personIds: rows.map((row) => row.person_id) });
  return taken.rows.length;
}
