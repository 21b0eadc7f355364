/** Where a text is no protocol in form: a kind, a place and what it is about. Words: form-faults-en.ts and web/text. */
import type { z } from 'zod';

export const formFaultKinds = [
  'too-long',
  'no-json',
  'json-ends',
  'missing',
  'unknown-field',
  'one-of',
  'wrong-type',
  'empty',
  'bad-name',
  'bad-id',
  'too-small',
  'not-above',
  'too-large',
  'too-few',
  'too-many',
  'other',
] as const;
export type FormFaultKind = (typeof formFaultKinds)[number];

export type FormFault = {
  readonly kind: FormFaultKind;
  /** 'arms.ai.steps.2.sees'; '' = the whole. */
  readonly at: string;
  readonly about: Readonly<Record<string, string | number>>;
};

/** What each kind is called in a language; `types` are what 'wrong-type' expected. */
export type FormFaultWords = {
  readonly kinds: Readonly<Record<FormFaultKind, (about: FormFault['about'], type: string) => string>>;
  readonly types: Readonly<Record<string, string>>;
};

export function formFaultInWords({ kind, about }: FormFault, words: FormFaultWords): string {
  return words.kinds[kind](about, words.types[String(about.expected)] ?? String(about.expected));
}

/** What the text of a broken JSON says of itself: V8 tells the position, and where the text ends too early it says so. */
export function jsonFault(text: string, message: string): FormFault {
  const position = /position (\d+)/.exec(message)?.[1];
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line && column) return { kind: 'no-json', at: '', about: { line: Number(line), column: Number(column) } };
  if (position === undefined) return { kind: 'json-ends', at: '', about: {} };
  const before = text.slice(0, Number(position)).split('\n');
  return { kind: 'no-json', at: '', about: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 } };
}

type Issue = z.core.$ZodIssue;

/** An issue of the schema; where one of several forms would do, against the form that it is nearest to: fewest faults, then deepest. */
export function issueFaults(issue: Issue, whole: unknown, before: readonly PropertyKey[] = []): readonly FormFault[] {
  const path = [...before, ...issue.path];
  const forms = issue.code === 'invalid_union' ? issue.errors.filter((form) => form.length > 0) : [];
  const deepest = (form: readonly Issue[]) => Math.max(...form.map((one) => one.path.length));
  const [nearest] = forms.toSorted((a, b) => a.length - b.length || deepest(b) - deepest(a));
  if (nearest) return nearest.flatMap((one) => issueFaults(one, whole, path));
  const at = path.map(String).join('.');
  return [{ at, ...kindOf(issue, at, valueAt(whole, path)) }];
}

function kindOf(issue: Issue, at: string, value: unknown): Pick<FormFault, 'kind' | 'about'> {
  switch (issue.code) {
    case 'unrecognized_keys':
      return { kind: 'unknown-field', about: { keys: issue.keys.map((key) => `"${key}"`).join(', ') } };
    case 'invalid_value':
      if (value === undefined) return { kind: 'missing', about: {} };
      return { kind: 'one-of', about: { values: issue.values.map((one) => `"${String(one)}"`).join(', ') } };
    case 'invalid_type':
      if (value === undefined) return { kind: 'missing', about: {} };
      return { kind: 'wrong-type', about: { expected: issue.expected } };
    case 'invalid_format':
      return { kind: at === 'id' ? 'bad-id' : 'bad-name', about: {} };
    case 'too_small': {
      const about = { limit: Number(issue.minimum) };
      if (issue.origin === 'string') return { kind: 'empty', about };
      if (issue.origin === 'array') return { kind: 'too-few', about };
      return { kind: issue.inclusive === false ? 'not-above' : 'too-small', about };
    }
    case 'too_big': {
      const about = { limit: Number(issue.maximum) };
      return { kind: issue.origin === 'number' || issue.origin === 'int' ? 'too-large' : 'too-many', about };
    }
    default:
      return { kind: 'other', about: { message: issue.message } };
  }
}

function valueAt(whole: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | null | undefined)?.[key], whole);
}
