import { describe, expect, it } from 'vitest';
import { startProgress } from './progress.ts';

function screen(isTTY: boolean) {
  const written: string[] = [];
  return { written, isTTY, columns: 60, write: (text: string) => written.push(text) };
}

describe('progress', () => {
  it('writes a line at most every two seconds where there is no terminal', () => {
    const log = screen(false);
    let time = 0;
    const progress = startProgress('load', log, () => time);
    for (time = 0; time <= 5000; time += 100) progress.at(time, 10_000);
    progress.end('5,000 rows');
    progress.end();
    progress.at(1, 1);
    expect(log.written).toEqual([
      'load █████░░░░░░░░░░░░░░░░░░░ 20 % (2,000 of 10,000, 8.0 s left)\n',
      'load ██████████░░░░░░░░░░░░░░ 40 % (4,000 of 10,000, 6.0 s left)\n',
      'load: 5,000 rows (5.1 s)\n',
    ]);
  });

  it('redraws one line in a terminal and never wraps', () => {
    const terminal = screen(true);
    let time = 0;
    const progress = startProgress('a rather long label for this narrow terminal', terminal, () => time);
    progress.at(0, 10);
    time = 50;
    progress.at(1, 10);
    time = 200_000;
    progress.at(5, 10);
    progress.end();
    expect(terminal.written).toHaveLength(4);
    for (const text of terminal.written.slice(0, 3))
      expect(text.replace('\r', '').replace('\u001b[K', '').length).toBeLessThan(60);
    expect(terminal.written.at(-1)).toBe('\n');
  });

  it('counts when the end is not known', () => {
    const log = screen(false);
    let time = 0;
    const progress = startProgress('read', log, () => time);
    time = 3000;
    progress.at(1234);
    expect(log.written).toEqual(['read: 1,234 (3.0 s)\n']);
  });
});
