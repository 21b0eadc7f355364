import { z } from 'zod';

/** One line for the operators. It never holds what a person wrote or what a row held. */
export type LogLine = {
  readonly request: string;
  readonly endpoint: string;
  readonly error: string;
  readonly at: readonly string[];
  readonly where?: string;
};

export type Log = (line: LogLine) => void;

export const logToStandardError: Log = (line) => console.error(JSON.stringify(line));

/**
 * What may be told of an error: its kind, PostgreSQL's code and constraint, fields that did not match, and the places
 * in the code. Messages are left out: a database puts values into them, and ours may too.
 */
export function describeError(request: string, endpoint: string, error: unknown): LogLine {
  const of = (error ?? {}) as { name?: string; code?: string; constraint?: string; stack?: string };
  const kind = [of.name ?? typeof error, of.code, of.constraint].filter(Boolean).join(' ');
  const frames = (of.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const line = { request, endpoint, error: kind, at: frames.slice(0, 8).map((frame) => frame.trim()) };
  if (!(error instanceof z.ZodError)) return line;
  return { ...line, where: error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', ') };
}
