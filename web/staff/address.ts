import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { z } from 'zod';
import { readQuery } from '#contracts/read-query';

/**
 * The page's search parameters by a schema, and a way to change them. Filters, sorting and the open row live in the
 * address, so that a page can be sent, printed and gone back to. What the schema does not accept counts as not given.
 *
 *   const [filter, setFilter] = useAddress(z.object({ centre: z.string().optional(), page: z.number().default(1) }));
 */
export function useAddress<Schema extends z.ZodType>(
  schema: Schema,
): [z.output<Schema>, (change: Partial<z.input<Schema>>) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const key = JSON.stringify(search);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the search written out
  const values = useMemo(() => {
    const read = schema.safeParse(readQuery(schema, toParams(search)));
    return (read.success ? read.data : schema.parse({})) as z.output<Schema>;
  }, [schema, key]);
  const change = useCallback(
    (part: Partial<z.input<Schema>>) => {
      const update = (before: Record<string, unknown>) => withoutEmpty({ ...before, ...(part as object) });
      void navigate({ to: '.', search: update as never, replace: true });
    },
    [navigate],
  );
  return [values, change];
}

/** A parameter of the page's path: usePathParam('personId') on '/people/$personId'. */
export function usePathParam(name: string): string {
  return String((useParams({ strict: false }) as Record<string, unknown>)[name] ?? '');
}

/** The router's own reading and writing of the address: plain text, so that "01017012345" stays what it is. */
export function parseSearch(text: string): Record<string, string | string[]> {
  const query = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}

export function stringifySearch(values: Record<string, unknown>): string {
  const text = toParams(values).toString();
  return text === '' ? '' : `?${text}`;
}

function toParams(values: Record<string, unknown>): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one));
    }
  }
  return query;
}

function withoutEmpty(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
}
