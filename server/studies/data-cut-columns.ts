/** The columns of a study's frozen data set, each with what it means: the file and its dictionary are written from this one list. */
export type CutColumn = {
  readonly name: string;
  /** DuckDB type. */
  readonly type: string;
  readonly meaning: string;
  readonly values?: string;
};

export const cutColumns: readonly CutColumn[] = [
  {
    name: 'person_key',
    type: 'VARCHAR',
    meaning: 'The woman, by a keyed hash that only this installation can make; the same as in the snapshot',
  },
  { name: 'examination_id', type: 'VARCHAR', meaning: 'The examination that was drawn for' },
  { name: 'centre', type: 'VARCHAR', meaning: 'Breast centre' },
  {
    name: 'examined_on',
    type: 'DATE',
    meaning: 'Day of the examination; empty = drawn for at check-in and never made',
  },
  { name: 'plan_version', type: 'VARCHAR', meaning: "Version of the study's plan that she was allocated by" },
  { name: 'stratum', type: 'VARCHAR', meaning: 'Stratum of the draw' },
  { name: 'arm', type: 'VARCHAR', meaning: 'Arm as drawn' },
  {
    name: 'first',
    type: 'BOOLEAN',
    meaning: 'The arm was drawn for this examination; false = it follows an earlier draw',
  },
  {
    name: 'received',
    type: 'VARCHAR',
    meaning: 'How the arm was carried out',
    values: 'as-allocated, fallback (the machine gave no result), departed, not-read, open',
  },
  {
    name: 'departures',
    type: 'VARCHAR',
    meaning: 'Departures in the reading that the interpreter found, separated by ;',
  },
  { name: 'deviations', type: 'VARCHAR', meaning: 'Kinds entered in the deviation log, separated by ;' },
  { name: 'reads', type: 'INTEGER', meaning: 'Reads' },
  { name: 'highest_score', type: 'INTEGER', meaning: 'Highest score of any reader and breast', values: '1-5' },
  { name: 'consensus', type: 'BOOLEAN', meaning: 'Went to consensus' },
  {
    name: 'outcome',
    type: 'VARCHAR',
    meaning: 'Outcome of the reading',
    values: 'negative, dismissed, recall, withdrawn',
  },
  { name: 'ai_score', type: 'DOUBLE', meaning: "The machine's score on its own scale" },
  { name: 'cancer', type: 'VARCHAR', meaning: 'Cancer of this screening', values: 'screen-detected, interval' },
  { name: 'behaviour', type: 'VARCHAR', meaning: 'Behaviour', values: 'dcis, invasive' },
  { name: 'size_mm', type: 'DOUBLE', meaning: 'Size by pathology, mm' },
  { name: 'nodes', type: 'VARCHAR', meaning: 'Lymph nodes', values: 'negative, positive, unknown' },
  {
    name: 'followed_up',
    type: 'BOOLEAN',
    meaning: 'Time enough has passed at the data cut for interval cancers to have come and been registered',
  },
  {
    name: 'withdrawn',
    type: 'VARCHAR',
    meaning: 'She has withdrawn; what came after that is left empty',
    values: 'no-further-data',
  },
  { name: 'in_itt', type: 'BOOLEAN', meaning: 'In the set: intention to treat' },
  { name: 'in_modified', type: 'BOOLEAN', meaning: 'In the set: modified intention to treat' },
  { name: 'in_per_protocol', type: 'BOOLEAN', meaning: 'In the set: per protocol' },
];
