import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { symptomList } from '#contracts/examination';
import { interviewSchema } from '#core/examination/interview';
import type { Day } from '#core/kernel/day';
import { examinationRules } from '#programmes/breast-no/examination';
import type { Tx } from '#server/db/transaction';

type Row = { person_id: string; episode_id: string; name: string; day: Day; interview: unknown };

/** Women in reading who reported symptoms that may lead to recall, whatever the images show. Each is audited as looked at. */
export async function listSymptoms(tx: Tx): Promise<OutputOf<typeof symptomList>> {
  const { rows } = await sql<Row>`
    select x.person_id, x.episode_id, concat_ws(', ', p.family_name, p.given_name) as name, x.day, x.interview
    from episode e
    join examination x on x.person_id = e.person_id and x.episode_id = e.episode_id
    join person p on p.person_id = e.person_id
    where e.state = 'reading' and x.symptoms and x.result <> 'technical-recall'
      and exists (select from jsonb_array_elements(coalesce(x.interview -> 'symptoms', '[]')) s
                  where s ->> 'kind' = any (${[...examinationRules.symptomsForRecall]}::text[]))
    order by x.day, x.person_id`.execute(tx.q);
  for (const row of rows) tx.look(row.person_id, 'symptom list');
  return {
    rows: rows.map((row) => ({
      personId: row.person_id,
      episodeId: row.episode_id,
      name: row.name,
      examinedOn: row.day,
      symptoms: interviewSchema.parse(row.interview).symptoms,
    })),
  };
}
