/**
 * The plain facts of a snapshot: what is copied out of the operational tables, up to and including the data cut. Names,
 * numbers and addresses never leave; a person is `person_key`, a keyed hash that only this installation can make.
 */
import type { Day } from '#core/kernel/day';
import { snapshotAiFacts } from './snapshot-ai-facts.ts';
import type { SnapshotFact } from './snapshot-fact.ts';
import { concealedSql, snapshotStudyFacts } from './snapshot-study-facts.ts';

const day = (cut: Day) => `date '${cut}'`;

/** Kilometres as the crow flies between two rows with coordinates: core/invitation/distance.ts, in SQL. */
const km = (a: string, b: string) =>
  `2 * 6371.0088 * asin(least(1, sqrt(sind((${b}.latitude - ${a}.latitude) / 2) ^ 2
    + cosd(${a}.latitude) * cosd(${b}.latitude) * sind((${b}.longitude - ${a}.longitude) / 2) ^ 2)))`;

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
      municipality: 'VARCHAR',
      digital: 'BOOLEAN',
    },
    query: (_cut, key) =>
      `select ${key}, extract(year from t.birth_date), t.sex, t.kind, t.status, t.status_on, t.centre_id, t.country_of_birth,
         t.municipality, t.digital
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
      distance_km: 'INTEGER',
    },
    // Whole kilometres from her postal code to where the unit stands that day; the coordinates themselves stay behind.
    query: () =>
      `select a.appointment_id, a.episode_id, a.unit_id, a.day, to_char(a.at, 'HH24:MI'), a.kind, a.status,
         round(${km('h', 'w')})
       from appointment a
       join person p on p.person_id = a.person_id
       join unit u on u.id = a.unit_id
       left join postal_code h on h.code = p.postal_code
       left join unit_stop s on s.unit_id = a.unit_id and a.day between s.starts_on and s.ends_on
       cross join lateral (select coalesce(s.latitude, u.latitude) as latitude, coalesce(s.longitude, u.longitude) as longitude) w`,
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
      radiographer: 'VARCHAR',
    },
    query: (cut) =>
      `select examination_id, episode_id, centre_id, unit_id, day, modality, result, symptoms, implants, radiographer
       from examination where day <= ${day(cut)}`,
  },
  {
    name: 'view',
    columns: {
      examination_id: 'VARCHAR',
      view: 'VARCHAR',
      taken: 'BOOLEAN',
      retakes: 'INTEGER',
      quality: 'VARCHAR',
    },
    query: (cut) =>
      `select i.examination_id, i.view, i.taken, i.retakes, i.quality
       from image i join examination x on x.person_id = i.person_id and x.examination_id = i.examination_id
       where x.day <= ${day(cut)}`,
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
    // Who works with figures is blind to arms that are still concealed: they come in once the study's key is revealed.
    query: (cut) =>
      `select c.case_id, c.examination_id, c.episode_id, c.protocol_id, c.protocol_version,
         case when a.examination_id is null then c.arm end, c.opened_on,
         case when c.closed_on <= ${day(cut)} then c.outcome end, case when c.closed_on <= ${day(cut)} then c.closed_on end
       from reading_case c left join (${concealedSql(cut)}) a using (person_id, examination_id) where c.opened_on <= ${day(cut)}`,
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
      seconds: 'INTEGER',
      revises: 'VARCHAR',
    },
    query: (cut) =>
      `select distinct on (person_id, case_id, step) case_id, step, reader, day, score_left, score_right, seconds, revises
       from read where day <= ${day(cut)} order by person_id, case_id, step, revision desc`,
  },
  {
    name: 'consensus',
    columns: { case_id: 'VARCHAR', step: 'VARCHAR', day: 'DATE', members: 'INTEGER', decision: 'VARCHAR' },
    query: (cut) => `select case_id, step, day, cardinality(members), decision from consensus where day <= ${day(cut)}`,
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
      specimen: 'VARCHAR',
      conclusion: 'VARCHAR',
      size_mm: 'DOUBLE',
      grade: 'INTEGER',
      nodes: 'VARCHAR',
    },
    query: (cut) =>
      `select episode_id, reported_on, specimen, conclusion, size_mm, grade, nodes from pathology where reported_on <= ${day(cut)}`,
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
      surgery: 'VARCHAR',
      treated_on: 'DATE',
    },
    query: (cut, key) =>
      `select t.cancer_id, ${key}, t.episode_id, t.diagnosed_on, t.side, t.behaviour, t.histology, t.size_mm, t.grade, t.nodes,
         t.detection, t.interval_window, t.surgery, case when t.treated_on <= ${day(cut)} then t.treated_on end
       from cancer t where t.diagnosed_on <= ${day(cut)}`,
  },
  ...snapshotAiFacts,
  ...snapshotStudyFacts,
];
