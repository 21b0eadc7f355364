import type { z } from 'zod';
import { type PlanFault, planFault } from './plan-fault.ts';

type Issue = z.core.$ZodIssue;

/** What a schema found, as a fault of the plan: at which place, and what was expected there. */
export function issueFault(issue: Issue, whole: unknown): PlanFault {
  const at = issue.path.join('.');
  const value = issue.path.reduce<unknown>(
    (part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key],
    whole,
  );
  if (value == null || value === '' || (Array.isArray(value) && value.length === 0)) return planFault('missing', at);
  switch (issue.code) {
    case 'too_small': {
      const about = { limit: Number(issue.minimum) };
      if (issue.origin === 'string') return planFault('too-short', at, about);
      return planFault(issue.inclusive === false ? 'not-above' : 'too-small', at, about);
    }
    case 'too_big':
      return planFault(issue.origin === 'string' ? 'too-long' : 'too-large', at, { limit: Number(issue.maximum) });
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int' ? planFault('not-number', at) : other();
    case 'invalid_union': {
      // Of what was tried, that which came furthest is what was meant.
      const tried = issue.errors.flatMap(([first]) => (first ? [first] : []));
      const meant = tried.reduce<Issue | undefined>((a, b) => (a && a.path.length >= b.path.length ? a : b), undefined);
      return meant ? issueFault({ ...meant, path: [...issue.path, ...meant.path] }, whole) : other();
    }
    case 'invalid_value':
      return planFault('one-of', at, { values: issue.values.map((one) => `"${String(one)}"`).join(', ') });
    case 'unrecognized_keys':
      return planFault('unknown-field', at, { keys: issue.keys.map((key) => `"${key}"`).join(', ') });
    case 'custom':
      return planFault('not-day', at);
    default:
      return other();
  }
  function other(): PlanFault {
    return planFault('wrong-form', at, { expected: issue.message });
  }
}
