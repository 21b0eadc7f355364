/**
 * The facts that figures are counted from: what a row is, and its fields. A snapshot holds each as one folder of Parquet
 * files; server/quality/derived-facts.ts derives them from the plain facts.
 */
type Field = 'boolean' | 'integer' | 'number' | 'text' | 'day';

/** Where, when and who, in every fact that has it: what figures can be split by. */
const place = { region: 'text', centre: 'text', unit: 'text', prevalent: 'boolean', age: 'integer' } as const;

/** One row an episode: what happened to one woman in one round, with what was later found. */
const screening = {
  episode_id: 'text',
  person_key: 'text',
  ...place,
  municipality: 'text',
  country_of_birth: 'text',
  /** The register says today that she can be reached digitally. */
  digital: 'boolean',
  /** From her postal code to the unit of the first appointment, as the crow flies. */
  distance_km: 'integer',
  invited_on: 'day',
  invited_year: 'integer',
  /** Invited so long before the data cut that she has come if she was to come: with a reminder and a moved time too. */
  invited_6_months: 'boolean',
  /** Months, begun ones counted, from the first appointment of the round before to that of this; null in her first. */
  interval_months: 'integer',
  closed: 'boolean',
  outcome: 'text',
  reminded: 'boolean',
  screened: 'boolean',
  screened_after_reminder: 'boolean',
  screened_on: 'day',
  screened_year: 'integer',
  radiographer: 'text',
  technical_recall: 'boolean',
  symptoms: 'boolean',
  read: 'boolean',
  positive_readers: 'integer',
  consensus: 'boolean',
  recalled: 'boolean',
  days_to_result: 'integer',
  working_days_to_result: 'integer',
  assessed: 'boolean',
  working_days_to_assessment: 'integer',
  days_to_assessment: 'integer',
  working_days_assessment_to_result: 'integer',
  needle_biopsy: 'boolean',
  biopsy_reported: 'boolean',
  biopsy_insufficient: 'boolean',
  biopsy_malignant: 'boolean',
  screen_detected: 'boolean',
  invasive: 'boolean',
  size_mm: 'number',
  grade: 'integer',
  nodes: 'text',
  surgery: 'text',
  benign_surgery: 'boolean',
  days_to_treatment: 'integer',
  interval_cancer: 'boolean',
  interval_window: 'text',
  followed_24_months: 'boolean',
} as const satisfies Readonly<Record<string, Field>>;

/** One row a woman and calendar year in which she belonged to the target group on 31 December. */
const personYear = {
  person_key: 'text',
  region: 'text',
  centre: 'text',
  year: 'integer',
  age: 'integer',
  municipality: 'text',
  country_of_birth: 'text',
  screened_24_months: 'boolean',
} as const satisfies Readonly<Record<string, Field>>;

/** One row a first or second read, before anyone saw what the other thought: the latest revision of each. */
const reading = {
  episode_id: 'text',
  ...place,
  reader: 'text',
  read_year: 'integer',
  positive: 'boolean',
  /** The other of the two has read too. */
  both_read: 'boolean',
  discordant: 'boolean',
  consensus: 'boolean',
  recalled: 'boolean',
  closed: 'boolean',
  screen_detected: 'boolean',
  interval_cancer: 'boolean',
  followed_24_months: 'boolean',
  seconds: 'integer',
} as const satisfies Readonly<Record<string, Field>>;

/** One row a view that was taken, with the radiographer's own PAI grade. */
const image = {
  examination_id: 'text',
  ...place,
  radiographer: 'text',
  taken_year: 'integer',
  view: 'text',
  quality: 'text',
  retakes: 'integer',
} as const satisfies Readonly<Record<string, Field>>;

export const factFields = { screening, 'person-year': personYear, reading, image } as const;
export type FactName = keyof typeof factFields;

/** Ages (by birth year, both included) that coverage is counted over. */
export type TargetAges = { readonly from: number; readonly to: number };
