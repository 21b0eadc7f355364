/** The command itself, in a process of its own: published counts from a file, two scores compared, and faults told with their place. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { imrmcExample } from '#programmes/published/imrmc';
import { larsenCases } from '#programmes/published/larsen-2022-thresholds';

const bin = fileURLToPath(new URL('./bin.js', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'runde-evaluate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function evaluateFile(name: string, text: string, ...args: readonly string[]) {
  const file = join(folder, name);
  writeFileSync(file, text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'evaluate', file, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

it("finds Larsen's 653, 640 and 602 of 752 and 92, 85 and 63 of 205 in a file built to the published counts", () => {
  const { scores, kinds, consensus, radiologist1 } = larsenCases();
  const outcome = ['none', 'screen-detected', 'interval'];
  const rows = Array.from(
    scores,
    (score, i) => `${score};${outcome[kinds[i] ?? 0]};${consensus[i]};${radiologist1[i]}`,
  );
  const { status, stdout } = evaluateFile(
    'larsen.csv',
    `score;cancer;consensus;r1\r\n${rows.join('\r\n')}\r\n`,
    ...['--score', 'score', '--outcome', 'cancer', '--positive', 'screen-detected,interval'],
    ...['--threshold', '10', '--match', 'consensus,r1', '--bootstrap', '0', '--json'],
  );
  expect(status).toBe(0);
  const { thresholds, negatives, cases } = JSON.parse(stdout);
  expect(cases).toBe(122_969);
  expect(negatives).toEqual([{ value: 'none', cases: 122_012 }]);
  const found = thresholds.map((one: { byKind: { found: { events: number } }[] }) =>
    one.byKind.map(({ found }) => found.events),
  );
  expect(found).toEqual([
    [653, 92],
    [640, 85],
    [602, 63],
  ]);
}, 120_000);

const few = `woman,ai,new ai,ill,age,w,"reader, first"
a,0.9,0.8,1,50-54,1,1
a,0.2,0.9,0,50-54,2,0
b,0.7,0.4,1,55-59,1,
c,0.4,0.3,0,55-59,4,1

d,0.1,1e-3,0,50-54,4,0
`;

it('compares two scores, by woman, with weights and groups, in words', () => {
  const args = [
    '--score',
    'ai',
    '--score',
    'new ai',
    '--outcome',
    'ill',
    '--cluster',
    'woman',
    '--weight',
    'w',
    '--by',
    'age',
  ];
  const { status, stdout } = evaluateFile('few.csv', few, ...args, '--sensitivity', '1', '--bootstrap', '50');
  expect(status).toBe(0);
  expect(stdout).toContain('5 cases of 4 women, weighted; ill 2');
  expect(stdout).toMatch(/AUC ai +1\.0000/);
  expect(stdout).toContain('threshold 0.7 (sensitivity 1): positive 2/5 = 40.0 %');
  expect(stdout).toContain('age 50-54');
}, 60_000);

it('tells every fault with line, column, value and what was expected; --skip counts them instead', () => {
  const faulty = few
    .replace('0.2,0.9,0', 'high,0.9,0')
    .replace('c,0.4,0.3,0', 'c,0.4,0.3,maybe')
    .replace(',4,0\n', ',0,0\n');
  const args = ['--score', 'ai', '--outcome', 'ill', '--weight', 'w'];
  const refused = evaluateFile('faulty.csv', faulty, ...args);
  expect(refused.status).toBe(1);
  expect(refused.stdout).toBe('');
  expect(refused.stderr).toContain('3 of 5 rows have faults');
  expect(refused.stderr).toContain('line 3, ai: "high"; expected a number');
  expect(refused.stderr).toContain('line 5, ill: "maybe"; expected 0 or 1, or --positive VALUE');
  expect(refused.stderr).toContain('line 7, w: "0"; expected a number above 0');
  const left = evaluateFile('faulty.csv', faulty, ...args, '--skip');
  expect(left.stderr).toContain('of 2 cases 2 have the outcome');
  const unknown = evaluateFile('few.csv', few, '--score', 'AI', '--outcome', 'ill');
  expect(unknown.stderr).toContain(
    'line 1: no column AI; the columns are woman, ai, new ai, ill, age, w, reader, first',
  );
  expect(evaluateFile('few.csv', few, '--score', 'ai').stderr).toContain('expected --outcome COL');
}, 120_000);

it('compares two methods in a reader study, and refuses what is not one', () => {
  const rows = (['A', 'B'] as const).flatMap((method) =>
    [...imrmcExample(method)].flatMap(([reader, { negatives, positives }]) => [
      ...[...negatives].map((score, i) => `${reader},n${i},${method},${score},0`),
      ...[...positives].map((score, i) => `${reader},p${i},${method},${score},1`),
    ]),
  );
  const text = `reader,case,method,score,truth\n${rows.join('\n')}\n`;
  const args = ['--score', 'score', '--outcome', 'truth', '--reader', 'reader', '--method', 'method'];
  const { status, stdout } = evaluateFile('readers.csv', text, ...args, '--cluster', 'case');
  expect(status).toBe(0);
  expect(stdout).toContain('5 readers, 40 cases without and 40 with the outcome');
  expect(stdout).toContain('-0.0541 (-0.2212 to 0.1129), df 7.4, p 0.469');
  expect(stdout).toContain('-0.0541 (-0.2192 to 0.1110), df 7.4, p 0.467');
  const twice = evaluateFile('twice.csv', `${text}${rows[0]}\n`, ...args, '--cluster', 'case');
  expect(twice.stderr).toContain('that reader has read that case by that method before');
  expect(evaluateFile('readers.csv', text, ...args).stderr).toContain('--cluster COL (the case)');
}, 60_000);
