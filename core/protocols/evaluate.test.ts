import { describe, expect, it } from 'vitest';
import { evaluate, type Standing, type Truth } from './evaluate.ts';
import type { Expr } from './protocol.ts';

const at: Standing = {
  facts: {
    reads: [
      { step: 'pos', reader: 'A', left: 1, right: 2, frozen: true },
      { step: 'neg', reader: 'B', left: 1, right: 1, frozen: true },
    ],
    consensus: [{ step: 'c', members: ['A', 'B'], decision: 'recall', breasts: ['right'], frozen: true }],
    ai: { a: { kind: 'result', values: { score: 7, pct: 93, normalTag: 'normal' } }, f: { kind: 'failed' } },
    items: { age: 61, density: 'c' },
  },
  status: new Map([
    ['pos', 'done'],
    ['neg', 'done'],
    ['c', 'done'],
    ['a', 'done'],
    ['f', 'failed'],
    ['later', 'pending'],
    ['not', 'skipped'],
  ]),
};

const cases: readonly (readonly [Expr, Truth])[] = [
  [true, true],
  [['pos', 'pos'], true],
  [['pos', 'neg'], false],
  [['pos', 'c'], true],
  [['pos', 'not'], false],
  [['pos', 'later'], 'pending'],
  [['ge', 'pos', 2], true],
  [['ge', 'pos.left', 2], false],
  [['eq', 'pos.right', 2], true],
  [['ge', 'a.score', 7], true],
  [['gt', 'a.score', 7], false],
  [['lt', 'a.score', 8], true],
  [['ge', 'a.pct', 99], false],
  [['eq', 'a.normalTag', 'normal'], true],
  [['ge', 'a.normalTag', 5], false],
  [['ge', 'a.other', 5], false],
  [['ge', 'age', 50], true],
  [['eq', 'density', 'c'], true],
  [['ge', 'f.score', 1], 'failed'],
  [['missing', 'f'], true],
  [['missing', 'a'], false],
  [['missing', 'a.other'], true],
  [['missing', 'not'], true],
  [['missing', 'later'], 'pending'],
  [['missing', 'risk5y'], true],
  [['disagree', 'pos', 'neg'], true],
  [['disagree', 'neg', 'not'], false],
  [['disagree', 'pos', 'later'], 'pending'],
  [['not', ['pos', 'neg']], true],
  [['not', ['ge', 'f.score', 1]], 'failed'],
  [['and'], true],
  [['or'], false],
  [['and', ['pos', 'neg'], ['pos', 'later']], false],
  [['and', ['pos', 'pos'], ['pos', 'later']], 'pending'],
  [['and', ['ge', 'f.score', 1], ['pos', 'later']], 'pending'],
  [['or', ['pos', 'pos'], ['ge', 'f.score', 1]], true],
  [['or', ['pos', 'neg'], ['ge', 'f.score', 1]], 'failed'],
  [['or', ['pos', 'later'], ['ge', 'f.score', 1]], 'pending'],
];

describe('conditions', () => {
  it.each(cases)('%j is %j', (expr, truth) => expect(evaluate(expr, at)).toBe(truth));
});
