import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { z } from 'zod';
import type { Endpoint } from '#contracts/endpoint';

/** What the server refused with, or what went wrong on the way: a code for the text catalogue, words, and details. */
export class CallError extends Error {
  readonly status: number;
  readonly code: string;
  readonly what: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** The area that was asked: /api/reading/… is `reading`. */
  readonly area: string;
  constructor(status: number, code: string, what: string, details: Readonly<Record<string, unknown>> = {}, path = '') {
    super(what);
    this.area = path.split('/')[2] ?? '';
    this.name = 'CallError';
    this.status = status;
    this.code = code;
    this.what = what;
    this.details = details;
  }
}

/** Sent with everything that changes something; another site's form cannot send it (server/http/same-origin.ts). */
export const REQUESTED_BY = { 'x-requested-by': 'runde' } as const;

/** Calls an endpoint by its contract. Throws CallError on a refusal and when the server does not answer. */
export async function call<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output>,
  input: z.input<Input>,
  signal?: AbortSignal,
): Promise<z.output<Output>> {
  const { path, rest } = fillPath(endpoint.path, (input ?? {}) as Record<string, unknown>);
  const get = endpoint.method === 'GET';
  const address = get ? `${path}${queryString(rest)}` : path;
  const init: RequestInit = get
    ? { headers: { accept: 'application/json' } }
    : {
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/json', ...REQUESTED_BY },
        body: JSON.stringify(rest),
      };
  if (signal) init.signal = signal;
  const response = await fetch(address, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new CallError(0, 'no-connection', 'The service does not answer', {}, path);
  });
  const body = (await response.json().catch(() => undefined)) as Record<string, unknown> | undefined;
  if (response.ok) return body as z.output<Output>;
  const { code, what, ...more } = body ?? {};
  const details = { ...more, ...((more.details as Record<string, unknown>) ?? {}) };
  throw new CallError(
    response.status,
    String(code ?? 'unexpected'),
    String(what ?? response.statusText),
    details,
    path,
  );
}

function fillPath(path: string, input: Record<string, unknown>): { path: string; rest: Record<string, unknown> } {
  const rest = { ...input };
  const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  return { path: filled, rest };
}

function queryString(values: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** What useLoad may be told: not to ask yet, to ask again every so often (ms), to keep showing the former answer. */
export type LoadOptions<Data = unknown> = {
  readonly enabled?: boolean;
  readonly every?: number | false | ((data: Data | undefined) => number | false);
  readonly keep?: boolean;
};

/** Asks an endpoint and keeps the answer; asked again when anything has been sent with useSend. */
export function useLoad<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output>,
  input: z.input<Input>,
  options: LoadOptions<z.output<Output>> = {},
): UseQueryResult<z.output<Output>, CallError> {
  const { every = false } = options;
  return useQuery<z.output<Output>, CallError>({
    queryKey: [endpoint.path, input],
    queryFn: ({ signal }) => call(endpoint, input, signal),
    enabled: options.enabled ?? true,
    refetchInterval: typeof every === 'function' ? (query) => every(query.state.data) : every,
    ...(options.keep ? { placeholderData: (before: z.output<Output> | undefined) => before as never } : {}),
  });
}

/** Sends to an endpoint; afterwards everything on the page is asked again, so that no page shows what was. */
export function useSend<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output>,
): UseMutationResult<z.output<Output>, CallError, z.input<Input>> {
  const cache = useQueryClient();
  return useMutation<z.output<Output>, CallError, z.input<Input>>({
    mutationFn: (input) => call(endpoint, input),
    // Not waited for: what the page does next must be done before the fresh answer takes the form away.
    onSuccess: () => void cache.invalidateQueries(),
    // Somebody else was first: show how it stands now, beside the refusal.
    onError: ({ status }) => (status === 409 ? void cache.invalidateQueries() : undefined),
  });
}
