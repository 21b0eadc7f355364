import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { type DeliveryFile, deliveryFiles, type Manifest } from '#core/registry/delivery';

/** Small, so that a chunk is written and gone before the garbage collector has moved its parts. */
const CHUNK = 1 << 15;

/** One CSV file: rows are gathered to chunks, which are hashed and written. */
export function csvFile(dir: string, name: DeliveryFile) {
  const columns = Object.keys(deliveryFiles[name].shape);
  const stream = createWriteStream(join(dir, `${name}.csv`));
  const hash = createHash('sha256');
  let text = `${columns.join(',')}\n`;
  let rows = 0;
  let full = false;
  // An error that comes between two calls (a full disk) is thrown by the next one.
  let failure: Error | undefined;
  stream.on('error', (error) => {
    failure = error;
  });
  const flush = (): void => {
    const bytes = Buffer.from(text);
    hash.update(bytes);
    full = !stream.write(bytes) || full;
    text = '';
  };
  return {
    add(row: Readonly<Record<string, string>>): void {
      let line = '';
      for (const [i, column] of columns.entries()) line += (i === 0 ? '' : ',') + field(row[column] ?? '');
      text += `${line}\n`;
      rows++;
      if (text.length > CHUNK) flush();
    },
    async drained(): Promise<void> {
      if (failure) throw failure;
      if (full && stream.writableNeedDrain) await once(stream, 'drain');
      full = false;
    },
    async close(): Promise<Manifest['files'][number]> {
      if (failure) throw failure;
      flush();
      stream.end();
      await finished(stream);
      return { name: `${name}.csv`, rows, sha256: hash.digest('hex') };
    },
  };
}

/** RFC 4180. */
function field(value: string): string {
  return /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
