import { join } from 'node:path';
import type { Score } from '#core/protocols/facts';
import type { TrialRow } from '#core/studies/trial-row';
import { followUpDays } from '#programmes/breast-no/study-monitoring';
import { type Duck, quoted } from '#server/quality/duck';
import type { SnapshotRow } from '#server/quality/latest-snapshot';

/** Everything of an examination that a snapshot knows: how it was read, what the machine said, what became of her. */
export type Frozen = Pick<TrialRow, 'reads' | 'consensus' | 'ai' | 'late' | 'cancer' | 'gone' | 'followedUp'> & {
  /** A reading case was open at the cut. */
  readonly opened: boolean;
  readonly outcome: NonNullable<TrialRow['reading']>['outcome'];
};

/**
 * The examinations that a study had drawn for at the snapshot's data cut, by id, as the snapshot has them; also those that were drawn
 * for at check-in and never made. `models`: the products that the
 * study's protocols name.
 */
export async function frozenFacts(
  duck: Duck,
  snapshot: SnapshotRow,
  studyId: string,
  models: readonly string[],
): Promise<ReadonlyMap<string, Frozen>> {
  const rows = await duck.rows(frozenSql(snapshot, studyId, models));
  return new Map(rows.map((row) => [String(row.examination_id), frozenOf(row)]));
}

/** Lists come as JSON text, so that they keep their shape on the way out of DuckDB. */
function frozenSql({ folder, dataCut }: SnapshotRow, studyId: string, models: readonly string[]): string {
  const fact = (name: string) => `read_parquet(${quoted(join(folder, name, '*.parquet'))})`;
  const named = models.length > 0 ? models.map(quoted).join(', ') : 'null';
  return `
with drawn as (select examination_id, person_key, day from ${fact('study-allocation')} where study = ${quoted(studyId)}),
cases as (select c.* from ${fact('reading-case')} c semi join drawn using (examination_id)),
reads as (
  select case_id, to_json(list({'step': step, 'left': score_left, 'right': score_right} order by step))::varchar as list
  from ${fact('read')} semi join cases using (case_id) group by case_id
), met as (
  select case_id, to_json(list({'step': step, 'decision': decision} order by step))::varchar as list
  from ${fact('consensus')} semi join cases using (case_id) group by case_id
), said as (
  select a.examination_id, to_json({'score': score, 'left': score_left, 'right': score_right, 'pct': pct, 'normalTag': normal_tag,
    'density': density, 'quality': quality, 'risk': risk})::varchar as value
  from ${fact('ai-result')} a semi join drawn using (examination_id) where score is not null and product in (${named})
  qualify row_number() over (partition by a.examination_id order by answer) = 1
), late as (select distinct case_id from ${fact('ai-late')}),
found as (
  select episode_id, to_json({'detection': detection, 'behaviour': behaviour, 'sizeMm': size_mm, 'nodes': nodes})::varchar as value
  from ${fact('cancer')} where detection in ('screen-detected', 'interval')
  qualify row_number() over (partition by episode_id order by diagnosed_on) = 1
)
select d.examination_id, c.case_id is not null as opened, c.outcome, coalesce(r.list, '[]') as reads, coalesce(m.list, '[]') as consensus, s.value as ai,
  l.case_id is not null as late, f.value as cancer,
  case when p.status_on < d.day or p.status_on > date '${dataCut}' then null when p.status = 'dead' then 'died'
    when p.status = 'emigrated' then 'emigrated' end as gone,
  d.day + ${followUpDays} <= date '${dataCut}' as followed
from drawn d
left join ${fact('examination')} x on x.examination_id = d.examination_id
left join ${fact('person')} p on p.person_key = d.person_key
left join cases c on c.examination_id = d.examination_id
left join reads r on r.case_id = c.case_id
left join met m on m.case_id = c.case_id
left join said s on s.examination_id = d.examination_id
left join late l on l.case_id = c.case_id
left join found f on f.episode_id = x.episode_id`;
}

/** A draw with the facts of the snapshot in the place of those that the operational tables have now. */
export function asFrozen<Row extends TrialRow>(row: Row, { opened, outcome, ...facts }: Frozen): Row {
  return { ...row, ...facts, reading: opened && row.reading ? { ...row.reading, outcome } : null };
}

function frozenOf(row: Record<string, unknown>): Frozen {
  const { opened, outcome, reads, consensus, ai, late, cancer, gone, followed } = row as Record<string, string | null>;
  return {
    opened: Boolean(opened),
    outcome: (outcome ?? null) as Frozen['outcome'],
    reads: JSON.parse(reads ?? '[]') as readonly { step: string; left: Score; right: Score }[],
    consensus: JSON.parse(consensus ?? '[]') as Frozen['consensus'],
    ai: ai ? given(JSON.parse(ai) as Record<string, number | string | null>) : null,
    late: Boolean(late),
    cancer: cancer ? (JSON.parse(cancer) as Frozen['cancer']) : null,
    gone: (gone ?? null) as Frozen['gone'],
    followedUp: Boolean(followed),
  };
}

function given(values: Record<string, number | string | null>): Record<string, number | string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, number | string] => entry[1] !== null),
  );
}
