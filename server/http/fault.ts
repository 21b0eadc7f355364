import type { z } from 'zod';
import type { Refusal } from '#core/kernel/result';

/** An answer that is not the one asked for: status, code for the page's catalogue, and words. */
export type Fault = {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 500 | 503;
  readonly code: string;
  readonly what: string;
  readonly details?: Readonly<Record<string, unknown>>;
};

export const signedOut: Fault = { status: 401, code: 'signed-out', what: 'Sign in first' };

export function noPermission(role: string, allowed: readonly string[]): Fault {
  const what = `The role ${role} may not do this; it is for ${allowed.join(', ')}`;
  return { status: 403, code: 'no-permission', what, details: { role, allowed } };
}

/** Bad input: which field, what was expected. The value itself is not repeated, because it may be about a person. */
export function badInput(error: z.ZodError): Fault {
  const issues = error.issues.map((issue) => ({ where: issue.path.join('.') || 'input', expected: issue.message }));
  const [first = { where: 'input', expected: '' }] = issues;
  const what = `"${first.where}" is not as expected: ${first.expected}`;
  return { status: 400, code: 'bad-input', what, details: { ...first, issues } };
}

/** Codes that are not a conflict with how things stand, which is what 409 says and most refusals are. */
const statusOf: Readonly<Record<string, Fault['status']>> = {
  'not-found': 404,
  'no-permission': 403,
  'not-allowed': 403,
  'not-demo': 403,
  'signed-out': 401,
  'bad-input': 400,
  'unknown-user': 422,
  'unknown-product': 422,
  'unknown-version': 422,
  'no-key': 401,
  'bad-signature': 401,
  stale: 401,
};

/** A use case's refusal as an answer. `invalid-...` codes are about the input (422), `...-not-found` 404, the rest 409. */
export function refused(refusal: Refusal): Fault {
  const { code, what, details } = refusal;
  const byName = code.startsWith('invalid-') ? 422 : code.endsWith('-not-found') ? 404 : 409;
  return { status: statusOf[code] ?? byName, code, what, ...(details ? { details } : {}) };
}
