import { describe, expect, it } from 'vitest';
import { noRoutine } from '#programmes/protocols/no-routine';
import { aims1 } from '#programmes/protocols/aims-1';
import { ARM_CONCEALED, faults, findFaults, type RowSource } from './contradictions.ts';
import { blankHistory, cancerOutcomes, type History } from './history.ts';

type Row = {
  readonly first?: number;
  readonly second?: number;
  readonly consensus?: boolean;
  readonly recalled?: boolean;
  readonly outcome?: (typeof cancerOutcomes)[number];
  readonly score?: number;
  readonly protocol?: number;
};

function check(row: Row, source: Partial<RowSource> = {}): string | undefined {
  const history: History = blankHistory(1, ['transpara']);
  history.first.left[0] = row.first ?? 0;
  history.first.right[0] = row.first === undefined ? 0 : 1;
  history.second.left[0] = row.second ?? 0;
  history.second.right[0] = row.second === undefined ? 0 : 1;
  history.consensus[0] = Number(row.consensus ?? false);
  history.recalled[0] = Number(row.recalled ?? false);
  history.outcome[0] = cancerOutcomes.indexOf(row.outcome ?? 'none');
  const product = history.products.transpara;
  if (product && row.score !== undefined) product.score[0] = row.score;
  const [found] = findFaults(history, {
    protocol: Uint16Array.of(row.protocol ?? 0),
    protocols: [{ protocol: noRoutine, arm: 'routine' }, { protocol: aims1.protocol, arm: 'ai' }, undefined],
    sameReader: Uint8Array.of(0),
    cancerBefore: Uint8Array.of(0),
    scales: { transpara: [1, 10] },
    ...source,
  });
  return found ? faults[found - 1] : undefined;
}

describe('a row of the history', () => {
  it('holds when it could have come about', () => {
    expect(check({ first: 1, second: 1 })).toBeUndefined();
    expect(check({ first: 1, second: 2, consensus: true })).toBeUndefined();
    expect(check({ first: 3, second: 2, consensus: true, recalled: true, outcome: 'screen-detected' })).toBeUndefined();
  });
  it('is held to the protocol it was read by: one reader is enough where the machine scored low', () => {
    expect(check({ first: 1, score: 5, protocol: 1 })).toBeUndefined();
    expect(check({ first: 1, score: 9, protocol: 1 })).toBe('missing-reader');
    expect(check({ first: 1 })).toBe('missing-reader');
  });
  it.each([
    ['consensus-without-cause', { first: 1, second: 1, consensus: true }],
    ['positive-without-consensus', { first: 2, second: 1 }],
    ['recall-without-consensus', { first: 1, second: 1, recalled: true }],
    ['screen-detected-without-recall', { first: 2, second: 1, consensus: true, outcome: 'screen-detected' }],
    ['read-score-outside-scale', { first: 6, second: 1 }],
    ['ai-score-outside-scale', { first: 1, second: 1, score: 11 }],
    ['unknown-protocol', { first: 1, second: 1, protocol: 2 }],
  ] as const)('is left out: %s', (fault, row) => {
    expect(check(row)).toBe(fault);
  });
  it('is left out when it is in a study whose arms are concealed, whatever is recorded', () => {
    expect(check({ first: 1, protocol: ARM_CONCEALED })).toBe('arm-concealed');
  });
  it('is left out when one person read twice, or the cancer came before the images', () => {
    expect(check({ first: 1, second: 1 }, { sameReader: Uint8Array.of(1) })).toBe('same-reader-twice');
    expect(check({ first: 1, second: 1 }, { cancerBefore: Uint8Array.of(1) })).toBe('cancer-before-examination');
  });
});
