import { describe, expect, it } from 'vitest';
import { aims1 } from '#programmes/protocols/aims-1';
import { type GuidanceRule, guidanceOf } from './stopping.ts';
import type { TrialRow } from './trial-row.ts';

/** Read to the end, negative, a score of 3, followed up, no cancer. */
const plain: TrialRow = {
  examinationId: '1',
  centreId: 'C01',
  day: '2026-01-05',
  protocol: aims1.protocol,
  arm: 'ai',
  first: true,
  reading: { protocolId: 'aims-1', version: '1', arm: 'ai', outcome: 'negative' },
  reads: [],
  consensus: [],
  ai: { score: 3 },
  late: false,
  deviations: [],
  withdrawn: null,
  gone: null,
  cancer: null,
  followedUp: true,
};
const reading = (outcome: NonNullable<TrialRow['reading']>['outcome']) => ({
  protocolId: 'aims-1',
  version: '1',
  arm: 'ai',
  outcome,
});
const cancer = (detection: 'screen-detected' | 'interval') =>
  ({ detection, behaviour: 'invasive', sizeMm: 12, nodes: 'negative' }) as const;

const rule: GuidanceRule = {
  id: 'r',
  words: { nb: 'r', nn: 'r', en: 'r' },
  measure: 'recall',
  arms: 'all',
  limit: 0.1,
  least: 1,
};
const counted = (changed: Partial<GuidanceRule>, ...rows: readonly Partial<TrialRow>[]) => {
  const { events, total } = guidanceOf(
    { ...rule, ...changed },
    rows.map((row) => ({ ...plain, ...row })),
    'control',
  );
  return `${events} of ${total}`;
};

describe('whom a guidance rule counts', () => {
  it('takes the arms that it names', () => {
    const rows = [{}, { arm: 'other' }, { arm: 'control', reading: reading('recall') }];
    expect(counted({ arms: 'all' }, ...rows)).toBe('1 of 3');
    expect(counted({ arms: 'control' }, ...rows)).toBe('1 of 1');
    expect(counted({ arms: 'experimental' }, ...rows)).toBe('0 of 2');
  });

  it('takes scores below its limit, and nobody without a score when it has one', () => {
    const rows = [{}, { ai: { score: 7.99 } }, { ai: { score: 8 } }, { ai: null }];
    expect(counted({ scoreBelow: 8 }, ...rows)).toBe('0 of 2');
    expect(counted({}, ...rows)).toBe('0 of 4');
  });

  it('waits for the follow-up to count interval cancers, and for nothing else', () => {
    const rows = [
      { cancer: cancer('interval') },
      { cancer: cancer('interval'), followedUp: false },
      { cancer: cancer('screen-detected'), reading: reading('recall') },
    ];
    expect(counted({ measure: 'interval' }, ...rows)).toBe('1 of 2');
    expect(counted({ measure: 'screen-detected' }, ...rows)).toBe('1 of 3');
    expect(counted({ measure: 'recall' }, ...rows)).toBe('1 of 3');
  });

  it('leaves out what is not read to the end, and her who asked to be removed', () => {
    const rows = [
      {},
      { reading: null },
      { reading: reading(null) },
      { reading: reading('withdrawn') },
      { withdrawn: 'remove-from-analysis' as const },
      { withdrawn: 'no-further-data' as const, reading: reading('dismissed') },
    ];
    expect(counted({}, ...rows)).toBe('0 of 2');
  });
});

describe('where a guidance rule stands', () => {
  const standing = (events: number, total: number, least = 1) => {
    const rows = Array.from({ length: total }, (_, i) =>
      i < events ? { ...plain, reading: reading('recall') } : plain,
    );
    return guidanceOf({ ...rule, least }, rows, 'control').standing;
  };

  it.each([
    // Exact 95 % interval of 10 in 100: 4.9 to 17.6 % (Clopper and Pearson); the lower limit of 17 in 100 is 10.2 %, of 16 in 100 9.4 %.
    [10, 100, 'below'],
    [11, 100, 'near'],
    [16, 100, 'near'],
    [17, 100, 'passed'],
  ])('%i of %i with a limit of 10 %% is %s', (events, total, expected) => {
    expect(standing(events, total)).toBe(expected);
  });

  it('says nothing of fewer examinations than its least, nor of none', () => {
    expect(standing(99, 99, 100)).toBe('too-few');
    expect(standing(100, 100, 100)).toBe('passed');
    expect(standing(0, 0, 0)).toBe('too-few');
  });

  it('has not passed a limit that its interval only reaches', () => {
    const rows = [{ ...plain, reading: reading('recall') }];
    const { lower } = guidanceOf(rule, rows, 'control');
    expect(guidanceOf({ ...rule, limit: lower ?? 0 }, rows, 'control').standing).toBe('near');
  });
});
