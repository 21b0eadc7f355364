/** Deliveries for tests: a few women written out by hand, as files with a manifest. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DeliveryFile, type DeliveryText, deliveryFiles } from '#core/registry/delivery';
import type { Database } from '#server/db/database';
import { type ImportOutcome, importDelivery } from '#server/registry/import-delivery';

export type SmallDelivery = { readonly [File in DeliveryFile]?: readonly DeliveryText<File>[] };

/** Synthetic numbers (month + 80) with right check digits, for women born 1 May 1960 and on. */
export function syntheticNumber(birthDate: string, individual: number): string {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  for (let i = individual; i < 1000; i++) {
    const first = `${day}${Number(month) + 80}${year.slice(2)}${String(i).padStart(3, '0')}`;
    const k1 = check(first, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    const k2 = k1 < 10 ? check(`${first}${k1}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) : 10;
    if (k1 < 10 && k2 < 10) return `${first}${k1}${k2}`;
  }
  throw new Error('no number left');
}

function check(digits: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return (11 - (sum % 11)) % 11;
}

export function person(change: Partial<Record<keyof DeliveryText<'persons'>, string>> = {}): DeliveryText<'persons'> {
  const birthDate = change.birth_date ?? '1960-05-01';
  return {
    identity_number: syntheticNumber(birthDate, 100),
    former_identity_number: '',
    birth_date: birthDate,
    sex: 'female',
    given_name: 'Prøve',
    family_name: 'Lampe',
    address: 'Eksempelveien 1',
    postal_code: '5063',
    municipality: '4601',
    country_of_birth: 'NO',
    phone: '+4799900001',
    digital: '1',
    language: 'nb',
    status: 'resident',
    status_on: birthDate,
    invitation_stop_on: '',
    storage_reservation_on: '',
    earlier_screening_on: '',
    ...change,
  } as DeliveryText<'persons'>;
}

export type Round = {
  /** Ending of the references, as in I-a1. */
  readonly ref: string;
  readonly number: string;
  readonly day: string;
  /** 'normal' two reads of 1; 'r1' one read; 'none' images only; 'positive' reads without consensus; 'dismiss', 'recall', 'benign', 'malignant'. */
  readonly result:
    | 'open'
    | 'did-not-attend'
    | 'declined'
    | 'none'
    | 'r1'
    | 'normal'
    | 'positive'
    | 'dismiss'
    | 'recall'
    | 'benign'
    | 'malignant';
};

/** The rows of one woman's round at the unit in Bergen. */
export function round({ ref, number, day, result }: Round): SmallDelivery {
  const identity_number = number;
  const came = !['open', 'did-not-attend', 'declined'].includes(result);
  const invitation = {
    invitation: `I-${ref}`,
    episode: `E-${ref}`,
    identity_number,
    kind: 'ordinary' as const,
    invited_on: shift(day, -28),
    channel: 'digital' as const,
    unit: 'U10',
    appointment_on: day,
    appointment_at: '10:30',
    status: (came ? 'screened' : result) as DeliveryText<'invitations'>['status'],
  };
  if (!came) return { invitations: [invitation as DeliveryText<'invitations'>] };
  const examination = `X-${ref}`;
  const positive = ['positive', 'dismiss', 'recall', 'benign', 'malignant'].includes(result);
  const read = (sequence: '1' | '2', score: string) => ({
    examination,
    identity_number,
    sequence,
    reader: `L-C06-${sequence}`,
    read_on: shift(day, 2),
    score_left: score,
    score_right: '1',
  });
  const reads =
    result === 'none' ? [] : result === 'r1' ? [read('1', '1')] : [read('1', positive ? '3' : '1'), read('2', '1')];
  const held = positive && result !== 'positive';
  const assessed = result === 'benign' || result === 'malignant';
  return {
    invitations: [invitation as DeliveryText<'invitations'>],
    examinations: [
      {
        examination,
        invitation: `I-${ref}`,
        episode: `E-${ref}`,
        identity_number,
        unit: 'U10',
        examined_on: day,
        radiographer: 'R-C06-1',
        modality: 'DM',
        result: 'complete',
        symptoms: '0',
        implants: '0',
      },
    ] as unknown as DeliveryText<'examinations'>[],
    reads: reads as unknown as DeliveryText<'reads'>[],
    consensus: (held
      ? [
          {
            examination,
            identity_number,
            held_on: shift(day, 5),
            members: 'L-C06-1;L-C06-3',
            decision: result === 'dismiss' ? 'dismiss' : 'recall',
          },
        ]
      : []) as unknown as DeliveryText<'consensus'>[],
    assessments: (assessed
      ? [
          {
            assessment: `A-${ref}`,
            examination,
            episode: `E-${ref}`,
            identity_number,
            assessed_on: shift(day, 12),
            procedures: 'ultrasound;needle-biopsy',
            result,
          },
        ]
      : []) as unknown as DeliveryText<'assessments'>[],
  };
}

export function together(...parts: readonly SmallDelivery[]): SmallDelivery {
  const all: Record<string, unknown[]> = {};
  for (const part of parts)
    for (const [file, rows] of Object.entries(part)) all[file] = [...(all[file] ?? []), ...(rows as unknown[])];
  return all as SmallDelivery;
}

export type WriteOptions = { readonly delivery?: string; readonly dataCut?: string; readonly sender?: string };

/** Writes the files and the manifest to a folder of its own and returns it; `remove` takes it away. */
export function writeSmallDelivery(rows: SmallDelivery, options: WriteOptions = {}): { dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'runde-delivery-'));
  const files = Object.entries(rows).map(([file, list]) => {
    const columns = Object.keys(deliveryFiles[file as DeliveryFile].shape);
    const lines = (list as unknown as Record<string, string>[]).map((row) =>
      columns.map((column) => quoted(row[column] ?? '')).join(','),
    );
    const text = `${[columns.join(','), ...lines].join('\n')}\n`;
    writeFileSync(join(dir, `${file}.csv`), text);
    return { name: `${file}.csv`, rows: lines.length, sha256: createHash('sha256').update(text).digest('hex') };
  });
  const { delivery = 'd1', dataCut = '2026-01-18', sender = 'test' } = options;
  writeFileSync(
    join(dir, 'manifest.json'),
    JSON.stringify({ format: 'runde-delivery/1', sender, delivery, data_cut: dataCut, files }),
  );
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

function quoted(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Writes rows as a delivery, takes it in, and removes the folder. */
export async function takeDelivery(
  db: Database,
  rows: SmallDelivery,
  options: WriteOptions = {},
): Promise<ImportOutcome> {
  const folder = writeSmallDelivery(rows, options);
  try {
    return await importDelivery(db, folder.dir);
  } finally {
    folder.remove();
  }
}

const programmeTables = [
  'person',
  'identity_number',
  'person_event',
  'invitation_stop',
  'episode',
  'appointment',
  'appointment_change',
  'slot',
  'examination',
  'reading_case',
  'read',
  'consensus',
  'assessment',
  'cancer',
  'ai_result',
  'reading_task',
  'delivery',
  'audit_entry',
];

/** A fingerprint of everything an import may write. */

/** What stands in the programme's tables, as one text: the same before and after when nothing was changed. */
export async function fingerprint(db: Database): Promise<string> {
  const parts = programmeTables.map(
    (t) =>
      `select '${t}' as t, count(*)::text || coalesce(md5(string_agg(x::text, '' order by x::text)), '') as f from ${t} x`,
  );
  const { rows } = await db.pool.query(parts.join(' union all '));
  return JSON.stringify(rows);
}
