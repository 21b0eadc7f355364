/** A protocol from the text that somebody wrote or a file held. */
import { ok, type Result, refuse } from '#core/kernel/result';
import { type FormFault, formFaultInWords, issueFaults, jsonFault } from './form-fault.ts';
import { formFaultsEn } from './form-faults-en.ts';
import { type Protocol, protocolSchema } from './protocol.ts';

/** Longer, or more deeply nested, no protocol for people is. */
export const LONGEST_PROTOCOL = 40_000;
const DEEPEST = 40;
/** More faults than this are of one mistake, or are found when the first are mended. */
const MOST_FAULTS = 5;

type Unreadable = {
  readonly ok: false;
  readonly code: 'too-long' | 'no-json' | 'no-protocol';
  readonly faults: readonly FormFault[];
};

/** The protocol, or where the text differs from the language: up to five places. Whether it may be used is for `verify` to say. */
export function parseProtocolText(text: string): { readonly ok: true; readonly value: Protocol } | Unreadable {
  if (text.length > LONGEST_PROTOCOL || depthOf(text) > DEEPEST) {
    const about = { most: LONGEST_PROTOCOL, deep: DEEPEST };
    return { ok: false, code: 'too-long', faults: [{ kind: 'too-long', at: '', about }] };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, code: 'no-json', faults: [jsonFault(text, String(error))] };
  }
  const parsed = protocolSchema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const faults = parsed.error.issues.flatMap((issue) => issueFaults(issue, value));
  return { ok: false, code: 'no-protocol', faults: faults.slice(0, MOST_FAULTS) };
}

/** As parseProtocolText, refused in English: "arms.ai.steps.2.sees: expected a list; …". */
export function readProtocol(text: string): Result<Protocol, Unreadable['code']> {
  const read = parseProtocolText(text);
  if (read.ok) return ok(read.value);
  const said = read.faults.map((one) => `${one.at || 'protocol'}: ${formFaultInWords(one, formFaultsEn)}`);
  return refuse(read.code, said.join('; '));
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
