/** Protocols that ask for what most do not: a tag, a measured density, a risk. */
import { describe, expect, it } from 'vitest';
import type { Protocol } from '#core/protocols/protocol';
import { curveOf } from './curve.ts';
import { blankHistory, type History } from './history.ts';
import { extrasOf } from './needs.ts';
import { replay } from './replay.ts';

/** One reader, and a second where the machine does not tag as normal, breasts are dense, or the risk is 3 or more, or not known. */
const protocol: Protocol = {
  id: 'asks',
  version: '1',
  unit: 'exam',
  arms: {
    ai: {
      steps: [
        { ai: 'a', model: 'M' },
        { read: 'r1', sees: ['priors'] },
        {
          read: 'r2',
          sees: ['priors'],
          not: ['r1'],
          when: [
            'or',
            ['not', ['eq', 'a.normalTag', 'normal']],
            ['eq', 'density', 'd'],
            ['ge', 'risk5y', 3],
            ['missing', 'risk5y'],
          ],
        },
        { end: false },
      ],
    },
  },
};
const arm = { protocol, arm: 'ai' };

const rows = [
  { tag: 'normal', density: 'a', risk: 1, reads: 1 },
  { tag: 'none', density: 'a', risk: 1, reads: 2 },
  { tag: 'normal', density: 'd', risk: 1, reads: 2 },
  { tag: 'normal', density: 'a', risk: 3, reads: 2 },
  { tag: 'normal', density: 'a', risk: Number.NaN, reads: 2 },
  { tag: undefined, density: undefined, risk: 2.9, reads: 2 },
] as const;

function historyWith(extras: History['extras']): History {
  const history = blankHistory(rows.length, ['T'], undefined, extras);
  for (const column of [history.first, history.second]) {
    column.left.fill(1);
    column.right.fill(1);
  }
  history.products.T?.score.fill(5);
  return history;
}
const words = <Word extends string>(known: readonly Word[], of: readonly (Word | undefined)[]) => ({
  words: known,
  of: Uint8Array.from(of, (word) => (word === undefined ? 0 : known.indexOf(word) + 1)),
});
const full: History['extras'] = {
  'normalTag.T': words(
    ['none', 'normal'],
    rows.map(({ tag }) => tag),
  ),
  density: words(
    ['a', 'd'],
    rows.map(({ density }) => density),
  ),
  risk5y: Float32Array.from(rows, ({ risk }) => risk),
};
const replayed = (extras: History['extras']) => {
  const { arms, cells, decided } = replay(historyWith(extras), [arm], { productOf: () => 'T' });
  return { reads: [...cells.of].map((cell) => decided[0]?.[cell]?.reads), assumed: arms[0]?.assumptions ?? [] };
};

describe('what few protocols ask for', () => {
  it('is what a history is loaded with', () => {
    expect(extrasOf([arm])).toEqual({ fields: ['normalTag'], items: ['density', 'risk5y'] });
  });
  it('decides each examination as the interpreter would, with nothing assumed', () => {
    const { reads, assumed } = replayed(full);
    expect(reads).toEqual(rows.map((row) => row.reads));
    expect(assumed).toEqual([]);
  });
  it('has a curve of its own thresholds, where it is a number', () => {
    const risk = Float32Array.of(1, 2, 2, 4, Number.NaN, 5);
    const byRisk: Protocol = {
      ...protocol,
      arms: {
        ai: {
          steps: [
            { ai: 'a', model: 'M' },
            { read: 'r1', sees: ['priors'] },
            { read: 'r2', sees: ['priors'], not: ['r1'], when: ['ge', 'a.risk', 3] },
            { end: false },
          ],
        },
      },
    };
    const curve = curveOf(
      historyWith({ 'risk.T': risk }),
      byRisk,
      'ai',
      { ref: 'a.risk', limit: 3 },
      { productOf: () => 'T' },
    );
    expect(curve?.points.map(({ threshold, reads }) => [threshold, reads])).toEqual([
      [Number.POSITIVE_INFINITY, 6],
      [5, 7],
      [4, 8],
      [2, 10],
      [1, 11],
    ]);
  });
  it('is said to be lacking where the history has none of it', () => {
    const { density } = full;
    const { reads, assumed } = replayed(density ? { density } : {});
    expect(reads).toEqual(rows.map(() => 2));
    expect(assumed).toEqual([{ what: 'not-in-history', steps: ['a.normalTag', 'risk5y'] }]);
  });
});
