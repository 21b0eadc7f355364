import { readFile } from 'node:fs/promises';
import type { z } from 'zod';

/** What a file of JSON holds, held to its schema. Throws in words: no JSON, or up to five places where it is something else. */
export async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const read = schema.safeParse(parse(path, await readFile(path, 'utf8')));
  if (read.success) return read.data;
  const places = read.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`);
  throw new Error(`${path}: ${places.join('; ')}`);
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}
