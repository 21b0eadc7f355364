import type { z } from 'zod';
import type { Endpoint } from '#contracts/endpoint';
import type { Result } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import type { Database } from '#server/db/database';
import type { DayRunner } from '#server/programme/day-run';
import type { Config } from '#server/config';

/** What a handler gets besides its input. */
export type Request = {
  readonly db: Database;
  readonly actor: Actor;
  readonly config: Config;
  /** Signs in and out; for server/auth only. */
  readonly session?: { begin(userId: string): void; end(): void };
  /** For signed endpoints: the body before anything has read it, and the headers. */
  readonly sent?: { readonly body: string; header(name: string): string | undefined };
  /** The hand that moves the demo's clock; absent in a real programme. */
  readonly days?: DayRunner;
};

/** A contract with the use case that answers it. A Result's refusal becomes a 4xx with its code and words. */
export type Route = {
  readonly endpoint: Endpoint;
  readonly handle: (request: Request, input: unknown) => Promise<unknown>;
};

export function route<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output>,
  handle: (request: Request, input: z.output<Input>) => Promise<z.input<Output> | Result<z.input<Output>>>,
): Route {
  return { endpoint, handle: (request, input) => handle(request, input as z.output<Input>) };
}
