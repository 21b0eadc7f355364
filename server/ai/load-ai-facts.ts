import { sql } from 'kysely';
import { countingFact } from '#core/ai/counting-fact';
import type { Mark } from '#core/ai/mark';
import type { AiFact } from '#core/protocols/facts';
import type { Step } from '#core/protocols/protocol';
import type { Tx } from '#server/db/transaction';

type Said = {
  readonly product: string;
  readonly values: Readonly<Record<string, number | string | null>> | null;
  readonly marks: readonly Mark[] | null;
};

/**
 * What each machine that an arm names has said about an examination, as it counts for a case (core/ai/counting-fact.ts).
 * Most arms name none, and nothing is asked then.
 */
export async function loadAiFacts(
  tx: Tx,
  key: { readonly personId: string; readonly caseId: string; readonly examinationId: string },
  steps: readonly Step[],
): Promise<Record<string, AiFact>> {
  const machines = steps.filter((step) => 'ai' in step);
  if (machines.length === 0) return {};
  const { personId, caseId, examinationId } = key;
  const { rows } = await sql<{ said: readonly Said[]; late: readonly string[] }>`
    select array(select step from ai_late where person_id = ${personId} and case_id = ${caseId}) as late,
      coalesce((select jsonb_agg(jsonb_build_object('product', product, 'values', values, 'marks', marks)
          order by received_at nulls first, day, version) from (
        select product, received_at, analysed_on as day, version, marks, case when score is not null then
            jsonb_build_object('score', score, 'left', score_left, 'right', score_right, 'pct', pct, 'lcc', views -> 'LCC',
              'rcc', views -> 'RCC', 'lmlo', views -> 'LMLO', 'rmlo', views -> 'RMLO') || coalesce(extras, '{}') end as values
        from ai_result where person_id = ${personId} and examination_id = ${examinationId}
        union all
        select product, received_at, day, version, null, null from ai_run
        where person_id = ${personId} and examination_id = ${examinationId} and failure is not null) one), '[]') as said`.execute(
    tx.q,
  );
  const { said = [], late = [] } = rows[0] ?? {};
  const facts: Record<string, AiFact> = {};
  for (const step of machines) {
    const own = said.filter((one) => one.product === step.model).map(factOf);
    const fact = countingFact(step, own, late.includes(step.ai));
    if (fact) facts[step.ai] = fact;
  }
  return facts;
}

function factOf({ values, marks }: Said): AiFact {
  if (!values) return { kind: 'failed' };
  const known = Object.entries(values).filter((entry): entry is [string, number | string] => entry[1] !== null);
  return { kind: 'result', values: Object.fromEntries(known), ...(marks ? { marks } : {}) };
}
