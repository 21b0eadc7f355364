/** What a rule answers when it may refuse: a value, or a refusal with a code that the user can be told about. */
export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

/** An expected refusal: `code` for programs, `what` in plain words, `details` for the message that the page shows. */
export type Refusal<Code extends string = string> = {
  readonly code: Code;
  readonly what: string;
  readonly details?: Readonly<Record<string, string | number>>;
};

export function ok<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

export function refuse<Code extends string>(
  code: Code,
  what: string,
  details?: Readonly<Record<string, string | number>>,
): Result<never, Code> {
  return { ok: false, refusal: details ? { code, what, details } : { code, what } };
}
