/**
 * The facts that figures are counted from: what a row is, and its fields. A snapshot holds each as one folder of Parquet
 * files; server/quality/screening-fact.ts derives these two from the plain facts.
 */
type Field = 'boolean' | 'integer' | 'number' | 'text' | 'day';

/** One row an episode: what happened to one woman in one round, with what was later found. */
const screening = {
  episode_id: 'text',
  person_key: 'text',
  region: 'text',
  centre: 'text',
  unit: 'text',
  prevalent: 'boolean',
  age: 'integer',
  invited_on: 'day',
  invited_year: 'integer',
  closed: 'boolean',
  outcome: 'text',
  reminded: 'boolean',
  screened: 'boolean',
  screened_on: 'day',
  screened_year: 'integer',
  technical_recall: 'boolean',
  read: 'boolean',
  positive_readers: 'integer',
  consensus: 'boolean',
  recalled: 'boolean',
  assessed: 'boolean',
  needle_biopsy: 'boolean',
  screen_detected: 'boolean',
  invasive: 'boolean',
  size_mm: 'number',
  nodes: 'text',
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
  screened_24_months: 'boolean',
} as const satisfies Readonly<Record<string, Field>>;

export const factFields = { screening, 'person-year': personYear } as const;
export type FactName = keyof typeof factFields;

/** Ages (by birth year, both included) that coverage is counted over. */
export type TargetAges = { readonly from: number; readonly to: number };
