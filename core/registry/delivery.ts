/**
 * The delivery: the one format in which history, the population register's feed and the cancer registry's notifications
 * enter. A delivery is a folder of CSV or Parquet files, one a fact, beside a manifest with checksums. The schemas here
 * check each row, write the documentation (docs/delivery-format.md) and type what the life simulator produces.
 * Rows point at each other by the sender's own references; the importer derives stable ids from sender + reference, so
 * that the same delivery twice changes nothing.
 */
import { z } from 'zod';
import { markSchema } from '#core/ai/mark';
import { type Day, parseDay } from '#core/kernel/day';

/** ISO calendar day. */
export const dayText = z.custom<Day>((value) => typeof value === 'string' && parseDay(value) !== undefined, {
  error: 'expected a calendar date YYYY-MM-DD',
});
/** A sender's own reference: 1-40 letters, digits, "-", "_", "." or ":". */
const reference = z.string().regex(/^[A-Za-z0-9_.:-]{1,40}$/, 'expected 1-40 letters, digits or - _ . :');
const identityNumber = z.string().regex(/^\d{11}$/, 'expected 11 digits');
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time HH:MM');
const yesNo = z.enum(['0', '1']).transform((value) => value === '1');
const optional = <Schema extends z.ZodType>(schema: Schema) => z.union([z.literal('').transform(() => null), schema]);
const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^-?\d+$/, 'expected a whole number')
    .transform(Number)
    .pipe(z.number().min(min).max(max));
const decimal = (min: number, max: number) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, 'expected a decimal number with a point')
    .transform(Number)
    .pipe(z.number().min(min).max(max));
const listOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .string()
    .transform((text) => (text === '' ? [] : text.split(';')))
    .pipe(z.array(z.enum(values)));

export const assessmentProcedures = [
  'extra-views',
  'tomosynthesis',
  'ultrasound',
  'needle-biopsy',
  'vacuum-biopsy',
  'mri',
  'clinical',
] as const;
export const histologies = ['dcis', 'ductal', 'lobular', 'tubular', 'mucinous', 'other'] as const;

/** One row a person: the population register's view of her at `valid_on`, with the registers the programme keeps. */
export const persons = z.strictObject({
  identity_number: identityNumber,
  former_identity_number: optional(identityNumber),
  birth_date: dayText,
  sex: z.enum(['female', 'male', 'unknown']),
  given_name: z.string().min(1).max(80),
  family_name: z.string().min(1).max(80),
  address: z.string().max(120),
  postal_code: z.string().regex(/^\d{4}$/, 'expected a postal code of 4 digits'),
  municipality: z.string().regex(/^\d{4}$/, 'expected a municipality number of 4 digits'),
  /** ISO 3166-1 alpha-2. */
  country_of_birth: z.string().regex(/^[A-Z]{2}$/, 'expected a country code of two capitals'),
  phone: optional(z.string().regex(/^\+\d{6,15}$/, 'expected a number as +4790000000')),
  /** Reachable in the citizen portal. */
  digital: yesNo,
  language: z.enum(['nb', 'nn', 'en', 'se']),
  status: z.enum(['resident', 'emigrated', 'dead']),
  status_on: dayText,
  /** Wish not to be invited, from this day. */
  invitation_stop_on: optional(dayText),
  /** Reservation against storing normal findings, from this day. */
  storage_reservation_on: optional(dayText),
  /**
   * Her last screening examination before the first that the sender's files hold: what makes a later one not her first.
   * Empty: she had none, or it is not known.
   */
  earlier_screening_on: optional(dayText),
});

/** One row an appointment that was offered; rows of one episode share `episode`. */
export const invitations = z.strictObject({
  invitation: reference,
  episode: reference,
  identity_number: identityNumber,
  kind: z.enum(['ordinary', 'reminder']),
  invited_on: dayText,
  channel: z.enum(['digital', 'paper']),
  unit: reference,
  appointment_on: dayText,
  appointment_at: clockTime,
  /** `open` when the day has not come. */
  status: z.enum([
    'open',
    'screened',
    'partially-screened',
    'attended-not-screened',
    'did-not-attend',
    'cancelled',
    'declined',
  ]),
});

export const examinations = z.strictObject({
  examination: reference,
  invitation: reference,
  episode: reference,
  identity_number: identityNumber,
  unit: reference,
  examined_on: dayText,
  radiographer: reference,
  modality: z.enum(['DM', 'DBT']),
  result: z.enum(['complete', 'partial', 'technical-recall']),
  symptoms: yesNo,
  implants: yesNo,
});

/** Independent reads, 1 = first and 2 = second; scores 1-5 per breast, 1 normal ... 5 malignant. */
export const reads = z.strictObject({
  examination: reference,
  identity_number: identityNumber,
  sequence: whole(1, 2),
  reader: reference,
  read_on: dayText,
  score_left: whole(1, 5),
  score_right: whole(1, 5),
});

export const consensus = z.strictObject({
  examination: reference,
  identity_number: identityNumber,
  held_on: dayText,
  /** Two or three readers, separated by ";". */
  members: z.string().regex(/^[^;]+(;[^;]+){1,2}$/, 'expected 2 or 3 readers separated by ;'),
  decision: z.enum(['recall', 'dismiss']),
});

export const assessments = z.strictObject({
  assessment: reference,
  examination: reference,
  episode: reference,
  identity_number: identityNumber,
  assessed_on: dayText,
  procedures: listOf(assessmentProcedures),
  result: z.enum(['negative', 'benign', 'malignant']),
});

/** A registration of the cancer registry, whatever the way of detection; the programme classifies it by rule. */
export const cancers = z.strictObject({
  cancer: reference,
  identity_number: identityNumber,
  diagnosed_on: dayText,
  side: z.enum(['left', 'right', 'both', 'unknown']),
  behaviour: z.enum(['dcis', 'invasive']),
  histology: z.enum(histologies),
  /** Largest diameter, mm. */
  size_mm: optional(decimal(0.1, 300)),
  grade: optional(whole(1, 3)),
  nodes: z.enum(['negative', 'positive', 'unknown']),
  er: z.enum(['negative', 'positive', 'unknown']),
  pr: z.enum(['negative', 'positive', 'unknown']),
  her2: z.enum(['negative', 'positive', 'unknown']),
  surgery: z.enum(['conserving', 'mastectomy', 'none', 'unknown']),
  treated_on: optional(dayText),
});

/** On the product's own scale, which is registered with it. */
const aiScore = decimal(-1000, 1000);
const instant = z.iso.datetime({ offset: true, error: 'expected a time such as 2026-01-18T12:04:11Z' });
const marksText = z.string().refine(isMarks, 'expected a JSON list of marks, as in docs/handbook/ai-results.md');

function isMarks(text: string): boolean {
  try {
    return z.array(markSchema).max(50).safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

export const aiResults = z.strictObject({
  examination: reference,
  identity_number: identityNumber,
  product: reference,
  version: reference,
  analysed_on: dayText,
  /** The product's own examination score, and each breast's. No score = it failed, and `failure` says why. */
  score: optional(aiScore),
  score_left: optional(aiScore),
  score_right: optional(aiScore),
  // What follows may be left out of the file: what some products give besides, and the record of the run.
  score_lcc: optional(aiScore).exactOptional(),
  score_rcc: optional(aiScore).exactOptional(),
  score_lmlo: optional(aiScore).exactOptional(),
  score_rmlo: optional(aiScore).exactOptional(),
  normal_tag: optional(z.enum(['normal', 'none'])).exactOptional(),
  density: optional(z.string().max(20)).exactOptional(),
  quality: optional(z.string().max(20)).exactOptional(),
  risk: optional(decimal(0, 1000)).exactOptional(),
  marks: optional(marksText).exactOptional(),
  run: optional(reference).exactOptional(),
  model_hash: optional(z.string().max(128)).exactOptional(),
  threshold_set: optional(z.string().max(80)).exactOptional(),
  started_at: optional(instant).exactOptional(),
  finished_at: optional(instant).exactOptional(),
  failure: optional(z.string().max(200)).exactOptional(),
});

/** File name (without extension) -> schema of its rows, in the order in which they are checked and loaded. */
export const deliveryFiles = {
  persons,
  invitations,
  examinations,
  reads,
  consensus,
  assessments,
  cancers,
  'ai-results': aiResults,
} as const;

export type DeliveryFile = keyof typeof deliveryFiles;
/** A row as it stands in a file: every value is text. */
export type DeliveryText<File extends DeliveryFile> = z.input<(typeof deliveryFiles)[File]>;
/** A row after checking. */
export type DeliveryRow<File extends DeliveryFile> = z.output<(typeof deliveryFiles)[File]>;

/** manifest.json beside the files. */
export const manifest = z.strictObject({
  format: z.literal('runde-delivery/1'),
  sender: reference,
  delivery: reference,
  /** The day up to and including which the files are complete. */
  data_cut: dayText,
  files: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z-]+\.(csv|parquet)$/),
      rows: z.number().int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type Manifest = z.output<typeof manifest>;
