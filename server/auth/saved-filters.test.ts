import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '#core/people/access';
import { inTransaction, type Tx } from '#server/db/transaction';
import { staff } from '#test/clinic';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { changeFilter } from './change-filter.ts';
import { removeFilter } from './remove-filter.ts';
import { saveFilter } from './save-filter.ts';
import { loadSavedFilters } from './saved-filters.ts';

const she = staff('office', 'C06', 'PK-1');
const another = staff('office', 'C06', 'PK-2');

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inTransaction(db, actor, work);
const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code);
const failed = { page: '/messages', name: 'Feilet', search: 'state=failed', isDefault: true };
const keep = (given: Partial<typeof failed>, actor = she) =>
  as(actor, (tx) => saveFilter(tx, { ...failed, ...given })).then(code);
const kept = async (actor = she) => (await as(actor, loadSavedFilters)).filters;

it('keeps what each user wants to see again, one name and one default a page', async () => {
  expect(await keep({})).toBe('ok');
  expect(await keep({ name: 'FEILET', search: 'state=waiting' })).toBe('filter-name-taken');
  expect(await keep({ name: 'Venter', search: 'state=waiting' })).toBe('ok');
  expect(await keep({ page: '/registers' })).toBe('ok');
  expect(await keep({ name: 'Nummer', search: 'q=010170+12345' })).toBe('filter-names-woman');
  expect(await keep({}, another)).toBe('ok');
  expect((await kept()).map((one) => [one.page, one.name, one.isDefault])).toEqual([
    ['/messages', 'Feilet', false],
    ['/messages', 'Venter', true],
    ['/registers', 'Feilet', true],
  ]);
});

it('renames, chooses another default and forgets, hers only', async () => {
  const [first, second] = await kept();
  const [others] = await kept(another);
  if (!first || !second || !others) throw new Error('three filters were kept');
  const change = (filterId: string, given: object) =>
    as(she, (tx) => changeFilter(tx, { filterId, ...given })).then(code);
  expect(await change(first.filterId, { name: 'venter' })).toBe('filter-name-taken');
  expect(await change(first.filterId, { name: '01017012345' })).toBe('filter-names-woman');
  expect(await change(first.filterId, { name: 'Kom ikke fram', isDefault: true })).toBe('ok');
  expect(await change(others.filterId, { name: 'Min' })).toBe('not-found');
  expect((await kept()).filter((one) => one.page === '/messages')).toMatchObject([
    { name: 'Kom ikke fram', isDefault: true },
    { name: 'Venter', isDefault: false },
  ]);
  expect(code(await as(she, (tx) => removeFilter(tx, others)))).toBe('not-found');
  expect(code(await as(she, (tx) => removeFilter(tx, second)))).toBe('ok');
  expect((await kept()).map((one) => one.name)).toEqual(['Kom ikke fram', 'Feilet']);
});
