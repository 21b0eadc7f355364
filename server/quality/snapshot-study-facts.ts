/**
 * Studies as a snapshot keeps them: who was asked, who was assessed and who was drawn. A snapshot is read by people who must not
 * know arms, so an arm is in it only when the study's key has been revealed; before that arms meet outcomes in the
 * data sets that the unblinded statistician freezes (server/studies/make-data-cut.ts), and nowhere else.
 */
import type { Day } from '#core/kernel/day';
import type { SnapshotFact } from './snapshot-fact.ts';

/** Examinations (person_id, examination_id) in a study whose arms are still concealed at the data cut. */
export function concealedSql(cut: Day): string {
  return `select distinct person_id, examination_id from allocation where study_id not in (${revealedSql(cut)})`;
}

const revealedSql = (cut: Day) =>
  `select study_id from study_event where event ->> 'kind' = 'key-revealed' and day <= date '${cut}'`;

export const snapshotStudyFacts: readonly SnapshotFact[] = [
  {
    name: 'study-consent',
    columns: {
      study: 'VARCHAR',
      person_key: 'VARCHAR',
      answer_no: 'INTEGER',
      answer: 'VARCHAR',
      how: 'VARCHAR',
      scope: 'VARCHAR',
      form_version: 'VARCHAR',
      language: 'VARCHAR',
      day: 'DATE',
    },
    query: (cut, key) =>
      `select t.study_id, ${key}, row_number() over (partition by t.person_id, t.study_id order by t.recorded_at),
         t.answer, t.how, t.scope, t.form_version, t.language, t.day
       from study_consent t where t.day <= date '${cut}'`,
  },
  {
    name: 'study-assessment',
    columns: {
      study: 'VARCHAR',
      person_key: 'VARCHAR',
      examination_id: 'VARCHAR',
      plan_version: 'VARCHAR',
      centre: 'VARCHAR',
      day: 'DATE',
      eligible: 'BOOLEAN',
      rule_version: 'VARCHAR',
      inputs: 'VARCHAR',
      reasons: 'VARCHAR',
    },
    query: (cut, key) =>
      `select t.study_id, ${key}, t.examination_id, t.version, t.centre_id, t.day, t.eligible, t.rule_version, t.inputs,
         array_to_string(t.reasons, ';')
       from study_assessment t where t.day <= date '${cut}'`,
  },
  {
    name: 'study-allocation',
    columns: {
      study: 'VARCHAR',
      person_key: 'VARCHAR',
      examination_id: 'VARCHAR',
      plan_version: 'VARCHAR',
      centre: 'VARCHAR',
      unit: 'VARCHAR',
      day: 'DATE',
      stratum: 'VARCHAR',
      first: 'BOOLEAN',
      arm: 'VARCHAR',
    },
    query: (cut, key) =>
      `select t.study_id, ${key}, t.examination_id, t.version, t.centre_id, t.unit_id, t.day, t.stratum, t.first,
         case when t.study_id in (${revealedSql(cut)}) then t.arm end
       from allocation t where t.day <= date '${cut}'`,
  },
];
