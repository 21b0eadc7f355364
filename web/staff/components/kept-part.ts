import { parseSearch, stringifySearch } from '../address.ts';

/** Parameters that lead to one row or one woman, or to a place in the list; a filter is for every day. */
const passing = new Set(['page', 'reference', 'personId', 'a', 'b']);
const DAY_OR_ID = /^\d{4}-\d{2}-\d{2}$|^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/**
 * The part of a page's address that is worth a name: without days (tomorrow it would be the wrong day), identifiers and
 * the page of the list, and in one order, so that the same filter is the same text.
 */
export function keptPart(search: Readonly<Record<string, unknown>>): string {
  const kept = Object.entries(search)
    .filter(([name, value]) => !passing.has(name) && value !== undefined && !DAY_OR_ID.test(String(value)))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return stringifySearch(Object.fromEntries(kept)).replace(/^\?/, '');
}

/** What a kept filter sets in the address. */
export function addressOf(kept: string): Record<string, string | string[]> {
  return parseSearch(kept);
}
