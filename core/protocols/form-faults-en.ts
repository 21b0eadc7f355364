/** Faults of form in English: for the command line and for refusals, and the words that the pages show in English. */
import type { FormFaultWords } from './form-fault.ts';

export const formFaultsEn: FormFaultWords = {
  kinds: {
    'too-long': (f) => `a protocol has at most ${f.most} characters, nested at most ${f.deep} deep`,
    'no-json': (f) => `not JSON: look at line ${f.line}, character ${f.column}`,
    'json-ends': () => 'not JSON: the text ends too early, or is no JSON at all',
    missing: () => 'missing',
    'unknown-field': (f) => `there is no such field: ${f.keys}`,
    'one-of': (f) => `expected one of ${f.values}`,
    'wrong-type': (_, type) => `expected ${type}`,
    empty: () => 'empty',
    'bad-name': () => 'expected a name: a small letter, then letters or digits; of a value, name.field',
    'bad-id': () => 'expected small letters, digits and -',
    'too-small': (f) => `expected at least ${f.limit}`,
    'not-above': (f) => `expected more than ${f.limit}`,
    'too-large': (f) => `expected at most ${f.limit}`,
    'too-few': (f) => `expected at least ${f.limit} parts`,
    'too-many': (f) => `expected at most ${f.limit} characters or parts`,
    other: (f) => String(f.message),
  },
  types: {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list [ … ]',
    tuple: 'a list [ … ]',
    object: 'fields { … }',
    record: 'fields { … }',
  },
};
