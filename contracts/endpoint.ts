/**
 * A contract is a value: what crosses HTTP, who may ask, and the schema of both directions. The server parses what comes
 * in and what goes out by it (a field it does not name cannot leave), the web app calls by it with the same types.
 */
import type { z } from 'zod';
import type { Role } from '#core/people/access';

export type Endpoint<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  readonly method: 'GET' | 'POST';
  /** Path with parameters as `:name`; a parameter is a field of the input. GET: the rest is the query string. */
  readonly path: `/api/${string}`;
  /** Roles that may call it; 'anyone' only for signing in and for what is public. */
  readonly permission: readonly Role[] | 'anyone';
  readonly input: Input;
  readonly output: Output;
  readonly summary: string;
  /** Called by a machine that signs what it sends, not by our pages: the use case checks signature and input itself. */
  readonly signed?: true;
  /** Bytes that a body may have, where a file is sent; server/http/app.ts has what holds for the others. */
  readonly largestBody?: number;
};

export function endpoint<Input extends z.ZodType, Output extends z.ZodType>(
  value: Endpoint<Input, Output>,
): Endpoint<Input, Output> {
  return value;
}

export type InputOf<E extends Endpoint> = z.input<E['input']>;
export type OutputOf<E extends Endpoint> = z.output<E['output']>;
