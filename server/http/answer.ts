import type { Context } from 'hono';
import { readQuery } from '#contracts/read-query';
import type { Refusal } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import { badInput, type Fault, noPermission, refused, signedOut } from './fault.ts';
import type { Request, Route } from './route.ts';
import { comesFromOwnPages, saysRequestedBy } from './same-origin.ts';

/** What came of a request: the contract's output, or a fault. */
export type Answer = { readonly body: unknown } | { readonly fault: Fault };

/**
 * Answers by contract: own pages only for changes, then who may, then what was sent, then the use case. The output is
 * parsed too, so that a field which the contract does not name cannot leave. Throws on what is a fault of ours.
 */
export async function answer(c: Context, route: Route, request: Request, signedIn: boolean): Promise<Answer> {
  const { endpoint } = route;
  if (endpoint.signed) return answerSigned(c, route, request);
  if (endpoint.method === 'POST' && !(comesFromOwnPages(c) && saysRequestedBy(c))) return { fault: foreign };
  const denied = permissionFault(endpoint.permission, request.actor, signedIn);
  if (denied) return { fault: denied };
  const sent = await readInput(c, route);
  if ('fault' in sent) return sent;
  const input = endpoint.input.safeParse(sent.body);
  if (!input.success) return { fault: badInput(input.error) };
  return parsedAnswer(route, await route.handle(request, input.data));
}

/** The use case gets the body as it was sent, which is what was signed. */
async function answerSigned(c: Context, route: Route, request: Request): Promise<Answer> {
  const sent = { body: await c.req.text(), header: (name: string) => c.req.header(name) };
  return parsedAnswer(route, await route.handle({ ...request, sent }, undefined));
}

function parsedAnswer({ endpoint }: Route, result: unknown): Answer {
  if (isResult(result)) {
    return result.ok ? { body: endpoint.output.parse(result.value) } : { fault: refused(result.refusal) };
  }
  return { body: endpoint.output.parse(result) };
}

const foreign: Fault = {
  status: 403,
  code: 'foreign-page',
  what: 'A change must come from this service’s own pages (header x-requested-by, same origin)',
};

function permissionFault(
  permission: Route['endpoint']['permission'],
  actor: Actor,
  signedIn: boolean,
): Fault | undefined {
  if (permission === 'anyone') return undefined;
  if (!signedIn) return signedOut;
  return permission.includes(actor.role) ? undefined : noPermission(actor.role, permission);
}

async function readInput(c: Context, route: Route): Promise<Answer> {
  const { method, input } = route.endpoint;
  const path = readQuery(input, new URLSearchParams(c.req.param() as Record<string, string>));
  if (method === 'GET') return { body: { ...readQuery(input, new URL(c.req.url).searchParams), ...path } };
  const text = await c.req.text();
  try {
    const body: unknown = text === '' ? {} : JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { body: { ...body, ...path } };
  } catch {
    // said below, without repeating what was sent
  }
  return {
    fault: { status: 400, code: 'bad-input', what: 'The body is not a JSON object', details: { where: 'body' } },
  };
}

function isResult(value: unknown): value is { ok: true; value: unknown } | { ok: false; refusal: Refusal } {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === false ? 'refusal' in value : value.ok === true && 'value' in value;
}
