/** A protocol from the text that somebody wrote or a file held. */
import type { z } from 'zod';
import { ok, type Result, refuse } from '#core/kernel/result';
import { type Protocol, protocolSchema } from './protocol.ts';

/** Longer, or more deeply nested, no protocol for people is. */
export const LONGEST_PROTOCOL = 40_000;
const DEEPEST = 40;

/**
 * Refuses with `too-long`, `no-json` (what the reader of JSON says) or `no-protocol` (where it differs from the language: up to
 * five places, "arms.ai.steps.2.sees: expected array"). Whether it may be used is for `verify` to say.
 */
export function readProtocol(text: string): Result<Protocol, 'too-long' | 'no-json' | 'no-protocol'> {
  if (text.length > LONGEST_PROTOCOL || depthOf(text) > DEEPEST)
    return refuse('too-long', `A protocol has at most ${LONGEST_PROTOCOL} characters, nested at most ${DEEPEST} deep`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refuse('no-json', error instanceof Error ? error.message : 'This is not JSON');
  }
  const parsed = protocolSchema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const places = parsed.error.issues.flatMap((issue) => placesOf(issue, []));
  return refuse('no-protocol', places.slice(0, 5).join('; '));
}

type Issue = z.core.$ZodIssue;

/** Where and what; where one of several forms would do, against the form that it is nearest to: fewest faults, then deepest. */
function placesOf(issue: Issue, before: readonly PropertyKey[]): readonly string[] {
  const path = [...before, ...issue.path];
  const forms = issue.code === 'invalid_union' ? issue.errors.filter((form) => form.length > 0) : [];
  const deepest = (form: readonly Issue[]) => Math.max(...form.map((one) => one.path.length));
  const [nearest] = forms.toSorted((a, b) => a.length - b.length || deepest(b) - deepest(a));
  if (nearest) return nearest.flatMap((one) => placesOf(one, path));
  return [`${path.map(String).join('.') || 'protocol'}: ${issue.message}`];
}

/** Brackets within brackets, before anything recursive looks at the text. */
function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const letter of text) {
    if (letter === '[' || letter === '{') deepest = Math.max(deepest, ++depth);
    else if (letter === ']' || letter === '}') depth--;
  }
  return deepest;
}
