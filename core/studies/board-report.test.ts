import { expect, it } from 'vitest';
import { pooled } from './board-report.ts';

const arm = (name: string, n: number) => ({
  arm: name,
  allocated: n,
  examinations: n - 1,
  reads: 2 * n,
  followed: 0,
  counts: { recall: { events: 3, total: n - 1 } },
  screenDetected: { dcis: 1 },
  interval: { dcis: 0 },
});

it('all arms as one add up, and no arm is named', () => {
  expect(pooled([arm('ai', 10), arm('control', 20)], 'all')).toEqual([
    {
      arm: 'all',
      allocated: 30,
      examinations: 28,
      reads: 60,
      followed: 0,
      counts: { recall: { events: 6, total: 28 } },
      screenDetected: { dcis: 2 },
      interval: { dcis: 0 },
    },
  ]);
  expect(pooled([], 'all')).toEqual([]);
});
