import { z } from 'zod';

/**
 * Search parameters as a schema wants them: the address carries text only, so a field the schema calls a number, a
 * boolean or a list becomes one. Text that is not a number stays text, and the schema then says so.
 */
export function readQuery(schema: z.ZodType, query: URLSearchParams): Record<string, unknown> {
  const top = bare(schema);
  const fields = top instanceof z.ZodObject ? (top.shape as Record<string, z.ZodType>) : {};
  const values: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    const field = fields[name] ? bare(fields[name]) : undefined;
    const texts = query.getAll(name);
    values[name] =
      field instanceof z.ZodArray
        ? texts.map((text) => readText(bare(field.element as z.ZodType), text))
        : readText(field, texts[0] ?? '');
  }
  return values;
}

/** The schema under optional, nullable, default, catch and the first step of a pipe. */
function bare(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodPipe) return bare(schema.in as z.ZodType);
  const wrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodCatch ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly;
  return wrapped ? bare(schema.unwrap() as z.ZodType) : schema;
}

function readText(schema: z.ZodType | undefined, text: string): unknown {
  if (schema instanceof z.ZodNumber && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  if (schema instanceof z.ZodBoolean && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
