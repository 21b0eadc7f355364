import { describe, expect, it } from 'vitest';
import type { Protocol } from '#core/protocols/protocol';
import { noRoutine } from '#programmes/protocols/no-routine';
import { replayEffort } from '#programmes/breast-no/replay';
import { type HistoryCell, historyOfCells } from './build-history.ts';
import { effortOf } from './effort.ts';
import { figuresOf } from './figures.ts';
import { replay } from './replay.ts';

const unseen = { first: 1, second: 1, consensus: false, recalled: false };
const cells: readonly HistoryCell[] = [
  { ...unseen, outcome: 'none', score: 2, count: 900 },
  { ...unseen, outcome: 'interval', score: 10, count: 4 },
  { ...unseen, outcome: 'next-round', score: 10, count: 6 },
  { first: 2, second: 1, consensus: true, recalled: false, outcome: 'none', score: 6, count: 60 },
  { first: 1, second: 3, consensus: true, recalled: true, outcome: 'none', score: 9, count: 20 },
  { first: 1, second: 3, consensus: true, recalled: true, outcome: 'screen-detected', score: 10, count: 10 },
];
const history = historyOfCells(cells, 'T');

/** One reader and the machine; either takes the case to consensus. */
const withMachine = (assume?: Protocol['assume']): Protocol => ({
  id: 'either',
  version: '1',
  unit: 'exam',
  ...(assume ? { assume } : {}),
  arms: {
    ai: {
      steps: [
        { ai: 'a', model: 'T', onFail: 'standard' },
        { read: 'r1', sees: ['priors'] },
        { consensus: 'c', min: 2, max: 3, sees: ['r1'], when: ['or', ['pos', 'r1'], ['ge', 'a.score', 10]] },
        { end: ['pos', 'c'] },
      ],
    },
  },
});
const totals = (assume?: Protocol['assume']) => {
  const [one] = replay(history, [{ protocol: withMachine(assume), arm: 'ai' }]).arms;
  if (!one) throw new Error('nothing was replayed');
  return one;
};

describe('what the history lacks', () => {
  it('is nothing under the protocol it was read by', () => {
    const [one] = replay(history, [{ protocol: noRoutine, arm: 'routine' }]).arms;
    expect(one?.totals).toMatchObject({
      examinations: 1000,
      reads: 2000,
      consensus: 90,
      recalls: 30,
      consensusLacked: 0,
    });
    expect(one?.assumptions.map((a) => a.what)).toEqual(['consensus-as-decided']);
  });
  it('is dismissed, and said, where the protocol assumes nothing', () => {
    const { totals: t, assumptions } = totals();
    // 60 by reader 1; the machine selects ten cancers that were recalled, and ten cases that nobody met over.
    expect(t).toMatchObject({
      reads: 1000,
      consensus: 80,
      recalls: 10,
      recallsKept: 10,
      recallsNew: 0,
      consensusLacked: 10,
    });
    expect(t.found.interval).toEqual({ all: 4, recalled: 0, selected: 4 });
    expect(assumptions[0]).toEqual({ what: 'unseen-not-said', count: 10 });
  });
  it('recalls the cancers, or a share of them, where it says so', () => {
    expect(totals({ consensusOnUnseen: 'recallCancers' }).totals).toMatchObject({
      recalls: 14,
      recallsKept: 10,
      recallsNew: 4,
    });
    const some = totals({ consensusOnUnseen: 'recallCancers', detectInterval: 0.25 });
    expect(some.totals.recalls).toBe(11);
    expect(some.assumptions[0]).toEqual({ what: 'unseen-recalls-cancers', count: 10, share: 0.25 });
  });
  it('recalls a share of all where it says so', () => {
    const { totals: t } = totals({ consensusOnUnseen: 0.5 });
    expect(t.recalls).toBe(15);
    expect(t.found.interval.recalled).toBe(2);
  });
});

describe('figures', () => {
  it('carry counts and intervals; ppv is of recalls that were assessed', () => {
    const figures = Object.fromEntries(figuresOf(totals({ consensusOnUnseen: 0.5 }).totals).map((f) => [f.id, f]));
    expect(figures.ppv).toMatchObject({ count: 10, of: 10, value: 1 });
    expect(figures.sdcKept).toMatchObject({ count: 10, of: 10 });
    expect(figures.sdcKept?.limits?.lower).toBeCloseTo(0.6915, 4);
    expect(figures.recalls?.value).toBe(0.015);
  });
});

describe('two protocols', () => {
  it('are compared on the same examinations', () => {
    const [difference] = replay(history, [
      { protocol: noRoutine, arm: 'routine' },
      { protocol: withMachine(), arm: 'ai' },
    ]).comparisons;
    const [recalls, detected, interval] = difference?.shares ?? [];
    expect(recalls).toMatchObject({ total: 1000, both: 10, onlyFirst: 20, onlySecond: 0 });
    expect(recalls?.difference?.value).toBeCloseTo(-0.02, 12);
    expect(recalls?.test.exact).toBeCloseTo(2 * 0.5 ** 20, 12);
    expect(detected).toMatchObject({ total: 10, both: 10, onlyFirst: 0, onlySecond: 0 });
    expect(interval).toMatchObject({ total: 4, both: 0, onlyFirst: 0, onlySecond: 4 });
    expect(difference?.means[0]).toMatchObject({ id: 'reads', value: -1, lower: -1, upper: -1 });
  });
});

describe('time', () => {
  it('is 9,151 hours a year for double reading in ages 50-69, of which 2,653 at consensus', () => {
    // 259,924 examinations, 45 s a read, 7 % to consensus, 3.5 min for 2.5 people: the capacity arithmetic of 2026.
    const [one] = replay(history, [{ protocol: noRoutine, arm: 'routine' }]).arms;
    if (!one) throw new Error('nothing was replayed');
    const met = 259_924 * 0.07;
    const year = {
      ...one.totals,
      examinations: 259_924,
      reads: 2 * 259_924,
      consensus: met,
      seatsMin: 2 * met,
      seatsMax: 3 * met,
    };
    const { minutes, consensusMinutes } = effortOf(year, replayEffort, 0);
    expect(Math.round(minutes.mid / 60)).toBe(9151);
    expect(Math.round(consensusMinutes.mid / 60)).toBe(2653);
  });
});
