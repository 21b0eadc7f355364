import { z } from 'zod';
import type { Route } from './route.ts';

/** The contracts as an OpenAPI 3.1 document. */
export function openApi(routes: readonly Route[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { endpoint } of routes) {
    const path = endpoint.path.replace(/:([A-Za-z]+)/g, '{$1}');
    const names = [...endpoint.path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '');
    const input = jsonSchema(endpoint.input, 'input');
    paths[path] ??= {};
    paths[path][endpoint.method.toLowerCase()] = {
      summary: endpoint.summary,
      'x-permission': endpoint.permission,
      ...(endpoint.method === 'GET'
        ? { parameters: parameters(input, names) }
        : {
            parameters: parameters(input, names).filter((one) => one.in === 'path'),
            requestBody: { content: { 'application/json': { schema: input } } },
          }),
      responses: {
        200: { description: 'OK', content: { 'application/json': { schema: jsonSchema(endpoint.output, 'output') } } },
        default: { description: 'Refused: code, what, details', content: { 'application/json': { schema: fault } } },
      },
    };
  }
  return { openapi: '3.1.0', info: { title: 'Runde', version }, paths };
}

const fault = z.toJSONSchema(
  z.object({ code: z.string(), what: z.string(), details: z.record(z.string(), z.unknown()).optional() }),
);

type Schema = { properties?: Record<string, unknown>; required?: string[] };

function parameters(input: Schema, pathNames: readonly string[]) {
  return Object.entries(input.properties ?? {}).map(([name, schema]) => {
    const inPath = pathNames.includes(name);
    const required = inPath || (input.required?.includes(name) ?? false);
    return { name, in: inPath ? 'path' : 'query', required, schema };
  });
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema;
}
