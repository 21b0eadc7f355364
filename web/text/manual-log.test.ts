import { describe, expect, it } from 'vitest';
import type { Entry } from '#core/manual/progress';
import { logLines } from './manual-log.ts';
import { manual } from './nb/manual.ts';

const answered = (criterionId: string): Entry => ({
  kind: 'answered',
  criterionId,
  verdict: 'met',
  account: 'Rutinen følges.',
  documents: [],
  measure: null,
});
const log = [
  { day: '2026-01-19', by: 'Lun Humle', entry: answered('C01') },
  { day: '2026-01-19', by: 'Lun Humle', entry: answered('C02') },
  { day: '2026-01-19', by: 'Lun Humle', entry: answered('C01') },
  { day: '2026-01-20', by: 'Lun Humle', entry: answered('C03') },
  { day: '2026-01-20', by: 'Lun Humle', entry: { kind: 'submitted' } as const },
];

describe('the log of the manual', () => {
  it('tells what one person answered in a row in a day in one line', () => {
    expect(logLines(manual.logged, log, (day) => day).map(({ day, what }) => `${day} ${what}`)).toEqual([
      '2026-01-19 Svarte på C01, C02',
      '2026-01-20 Svarte på C03',
      '2026-01-20 Leverte svarene',
    ]);
  });
});
