/** A protocol from the text that somebody wrote or a file held. */
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
  const issues = parsed.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || 'protocol'}: ${issue.message}`);
  return refuse('no-protocol', issues.join('; '));
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
