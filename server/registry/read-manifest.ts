import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DeliveryFile, deliveryFiles, type Manifest, manifest } from '#core/registry/delivery';
import type { ReportWriter } from './delivery-report.ts';

export type DeliveryFolder = {
  readonly dir: string;
  readonly manifest: Manifest;
  /** SHA-256 of manifest.json: what a delivery is recognised by, since it holds the checksum of every file. */
  readonly sha256: string;
  readonly files: readonly DeliveredFile[];
};

export type DeliveredFile = {
  readonly file: DeliveryFile;
  readonly name: string;
  readonly path: string;
  readonly kind: 'csv' | 'parquet';
  readonly rows: number;
};

const MANIFEST = 'manifest.json';

/**
 * The manifest and the files it names, each with the checksum it promises; a fault goes to the report and gives
 * undefined. Files are returned in the order in which they are checked and loaded.
 */
export async function readManifest(dir: string, report: ReportWriter): Promise<DeliveryFolder | undefined> {
  const fault = (rule: string, column: string, value: string, expected: string, file = MANIFEST) =>
    report.add({ file, row: 0, column, rule, value, expected });
  const path = join(dir, MANIFEST);
  if (!existsSync(path)) return void fault('no-manifest', '', dir, 'a folder with manifest.json in it');
  const bytes = readFileSync(path);
  const parsed = manifest.safeParse(jsonOf(bytes.toString('utf8')));
  if (!parsed.success) {
    for (const issue of parsed.error.issues) fault('manifest', issue.path.join('.'), '', issue.message);
    return undefined;
  }
  const before = report.total();
  const files = deliveredFiles(dir, parsed.data, fault);
  for (const name of readdirSync(dir)) {
    const extra = /\.(csv|parquet)$/.test(name) && !parsed.data.files.some((f) => f.name === name);
    if (extra) fault('not-in-manifest', '', '', 'every data file of the folder to stand in the manifest', name);
  }
  for (const { name, path: filePath } of files) {
    const promised = parsed.data.files.find((f) => f.name === name)?.sha256 ?? '';
    const found = await sha256(filePath);
    if (found !== promised) fault('checksum', 'sha256', found, `the manifest's ${promised}`, name);
  }
  if (report.total() > before) return undefined;
  return { dir, manifest: parsed.data, sha256: createHash('sha256').update(bytes).digest('hex'), files };
}

type Fault = (rule: string, column: string, value: string, expected: string, file?: string) => void;

function deliveredFiles(dir: string, { files }: Manifest, fault: Fault): DeliveredFile[] {
  const found: DeliveredFile[] = [];
  for (const { name, rows } of files) {
    const [base = '', kind] = name.split('.');
    if (!(base in deliveryFiles)) {
      fault('unknown-file', 'files', name, `one of ${Object.keys(deliveryFiles).join(', ')}`);
      continue;
    }
    if (found.some((f) => f.file === base)) fault('file-twice', 'files', name, 'each file once');
    const path = join(dir, name);
    if (!existsSync(path) || !statSync(path).isFile())
      fault('missing-file', '', '', 'a file, since the manifest names it', name);
    else found.push({ file: base as DeliveryFile, name, path, kind: kind === 'parquet' ? 'parquet' : 'csv', rows });
  }
  const order = Object.keys(deliveryFiles);
  return found.sort((a, b) => order.indexOf(a.file) - order.indexOf(b.file));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** SHA-256 of a file, read as a stream. */
export async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
