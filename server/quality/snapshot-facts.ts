/**
 * The plain facts of a snapshot: what is copied out of the operational tables, up to and including the data cut. Names,
 * numbers and addresses never leave; a person is `person_key`, a keyed hash that only this installation can make.
 */
import type { Day } from '#core/kernel/day';

export type SnapshotFact = {
  readonly name: string;
  /** DuckDB column types, in the order of the query. */
  readonly columns: Readonly<Record<string, string>>;
  /** The query that PostgreSQL copies out. `personKey` is an SQL expression over the alias `t`. */
  readonly query: (cut: Day, personKey: string) => string;
};

const day = (cut: Day) => `date '${cut}'`;

export const snapshotFacts: readonly SnapshotFact[] = [
  {
    name: 'centre',
    columns: { centre: 'VARCHAR', centre_name: 'VARCHAR', region: 'VARCHAR', region_name: 'VARCHAR' },
    query: () => `select c.id, c.short_name, r.id, r.name from centre c join region r on r.id = c.region_id`,
  },
  {
    name: 'unit',
    columns: { unit: 'VARCHAR', unit_name: 'VARCHAR', centre: 'VARCHAR' },
    query: () => `select id, name, centre_id from unit`,
  },
  {
    name: 'person',
    columns: {
      person_key: 'VARCHAR',
      birth_year: 'INTEGER',
      sex: 'VARCHAR',
      kind: 'VARCHAR',
      status: 'VARCHAR',
      status_on: 'DATE',
      centre: 'VARCHAR',
      country_of_birth: 'VARCHAR',
    },
    query: (_cut, key) =>
      `select ${key}, extract(year from t.birth_date), t.sex, t.kind, t.status, t.status_on, t.centre_id, t.country_of_birth
       from person t where t.kind <> 'merged'`,
  },
  {
    name: 'episode',
    columns: {
      episode_id: 'VARCHAR',
      person_key: 'VARCHAR',
      number: 'INTEGER',
      centre: 'VARCHAR',
      due_on: 'DATE',
      opened_on: 'DATE',
      prevalent: 'BOOLEAN',
      state: 'VARCHAR',
      outcome: 'VARCHAR',
      closed_on: 'DATE',
    },
    query: (cut, key) =>
      `select t.episode_id, ${key}, t.number, t.centre_id, t.due_on, t.opened_on, t.prevalent, t.state,
         case when t.closed_on <= ${day(cut)} then t.outcome end, case when t.closed_on <= ${day(cut)} then t.closed_on end
       from episode t where t.opened_on <= ${day(cut)}`,
  },
  {
    name: 'appointment',
    columns: {
      appointment_id: 'VARCHAR',
      episode_id: 'VARCHAR',
      unit: 'VARCHAR',
      day: 'DATE',
      at: 'VARCHAR',
      kind: 'VARCHAR',
      status: 'VARCHAR',
    },
    query: () =>
      `select appointment_id, episode_id, unit_id, day, to_char(at, 'HH24:MI'), kind, status from appointment`,
  },
  {
    name: 'examination',
    columns: {
      examination_id: 'VARCHAR',
      episode_id: 'VARCHAR',
      centre: 'VARCHAR',
      unit: 'VARCHAR',
      day: 'DATE',
      modality: 'VARCHAR',
      result: 'VARCHAR',
      symptoms: 'BOOLEAN',
      implants: 'BOOLEAN',
    },
    query: (cut) =>
      `select examination_id, episode_id, centre_id, unit_id, day, modality, result, symptoms, implants
       from examination where day <= ${day(cut)}`,
  },
  {
    name: 'reading-case',
    columns: {
      case_id: 'VARCHAR',
      examination_id: 'VARCHAR',
      episode_id: 'VARCHAR',
      protocol: 'VARCHAR',
      protocol_version: 'VARCHAR',
      arm: 'VARCHAR',
      opened_on: 'DATE',
      outcome: 'VARCHAR',
      closed_on: 'DATE',
    },
    query: (cut) =>
      `select case_id, examination_id, episode_id, protocol_id, protocol_version, arm, opened_on,
         case when closed_on <= ${day(cut)} then outcome end, case when closed_on <= ${day(cut)} then closed_on end
       from reading_case where opened_on <= ${day(cut)}`,
  },
  {
    name: 'read',
    columns: {
      case_id: 'VARCHAR',
      step: 'VARCHAR',
      reader: 'VARCHAR',
      day: 'DATE',
      score_left: 'INTEGER',
      score_right: 'INTEGER',
    },
    query: (cut) =>
      `select distinct on (person_id, case_id, step) case_id, step, reader, day, score_left, score_right
       from read where day <= ${day(cut)} order by person_id, case_id, step, revision desc`,
  },
  {
    name: 'consensus',
    columns: { case_id: 'VARCHAR', day: 'DATE', members: 'INTEGER', decision: 'VARCHAR' },
    query: (cut) => `select case_id, day, cardinality(members), decision from consensus where day <= ${day(cut)}`,
  },
  {
    name: 'assessment',
    columns: { episode_id: 'VARCHAR', day: 'DATE', procedures: 'VARCHAR', result: 'VARCHAR' },
    query: (cut) =>
      `select episode_id, day, array_to_string(procedures, ';'), result from assessment where day <= ${day(cut)}`,
  },
  {
    name: 'pathology',
    columns: {
      episode_id: 'VARCHAR',
      reported_on: 'DATE',
      conclusion: 'VARCHAR',
      size_mm: 'DOUBLE',
      grade: 'INTEGER',
      nodes: 'VARCHAR',
    },
    query: (cut) =>
      `select episode_id, reported_on, conclusion, size_mm, grade, nodes from pathology where reported_on <= ${day(cut)}`,
  },
  {
    name: 'cancer',
    columns: {
      cancer_id: 'VARCHAR',
      person_key: 'VARCHAR',
      episode_id: 'VARCHAR',
      diagnosed_on: 'DATE',
      side: 'VARCHAR',
      behaviour: 'VARCHAR',
      histology: 'VARCHAR',
      size_mm: 'DOUBLE',
      grade: 'INTEGER',
      nodes: 'VARCHAR',
      detection: 'VARCHAR',
      interval_window: 'VARCHAR',
    },
    query: (cut, key) =>
      `select t.cancer_id, ${key}, t.episode_id, t.diagnosed_on, t.side, t.behaviour, t.histology, t.size_mm, t.grade, t.nodes,
         t.detection, t.interval_window
       from cancer t where t.diagnosed_on <= ${day(cut)}`,
  },
  {
    name: 'ai-result',
    columns: {
      examination_id: 'VARCHAR',
      product: 'VARCHAR',
      version: 'VARCHAR',
      score: 'DOUBLE',
      score_left: 'DOUBLE',
      score_right: 'DOUBLE',
    },
    query: (cut) =>
      `select examination_id, product, version, score, score_left, score_right from ai_result where analysed_on <= ${day(cut)}`,
  },
];
