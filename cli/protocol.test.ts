import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { workedProtocol } from '#programmes/protocols/worked';
import { main } from './main.ts';

let folder: string;
const said = vi.spyOn(console, 'log').mockImplementation(() => {});
const complained = vi.spyOn(console, 'error').mockImplementation(() => {});
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runde-protocol-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  said.mockClear();
  complained.mockClear();
});

const output = () => said.mock.calls.flat().join('\n');
const faults = () => complained.mock.calls.flat().join('\n');
async function file(text: string): Promise<string> {
  const path = join(folder, 'protocol.json');
  await writeFile(path, text);
  return path;
}

it('says a protocol in words, with what it asks of people', async () => {
  expect(await main(['protocol', await file(JSON.stringify(workedProtocol('aims-1')))])).toBe(0);
  expect(output()).toContain('3. If score is 8 or more: reader 2 reads, not the same person as reader 1');
  expect(output()).toContain('- Score 8–10: two readers, both see earlier images and everything the machine gives.');
  expect(output()).toMatch(/expected per 1000: 1\d{3} reads, \d+\.\d consensus, \d+\.\d recalls/);
  expect(output()).toContain('no faults');
});

it('ends with 1 and the faults for one that may not be used', async () => {
  expect(await main(['protocol', 'band-pass'])).toBe(1);
  expect(faults()).toBe('fault: band: when percentile 99.5: recalled without consensus (1 more path)');
  expect(await main(['protocol', await file('{"id": "x"}')])).toBe(1);
  expect(faults()).toContain('protocol.json: version: missing; unit: missing; arms: missing');
});

it('gives all of it as data, and lists the worked protocols', async () => {
  expect(await main(['protocol', 'no-routine', '--json'])).toBe(0);
  expect(JSON.parse(output())).toMatchObject({ faults: [], load: { routine: { reads: 2000 } } });
  said.mockClear();
  expect(await main(['protocol', 'list'])).toBe(0);
  expect(said.mock.calls).toHaveLength(25);
});
