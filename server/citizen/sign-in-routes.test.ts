import { afterAll, beforeAll, expect, it } from 'vitest';
import { womanUserId } from '#server/auth/find-actor';
import { sessionKey } from '#server/auth/session-key';
import { invitedWoman, makeClinic } from '#test/clinic';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { citizenPages } from './pages.ts';

const ADDRESS = 'http://runde.test';

let db: TestDatabase;
let userId: string;
beforeAll(async () => {
  db = await createTestDatabase();
  await makeClinic(db);
  userId = womanUserId((await invitedWoman(db)).personId);
});
afterAll(() => db.drop());

/** Chooses to be the woman, and asks for her page with what the browser was given. */
async function enter(demo: boolean, from = ADDRESS): Promise<string> {
  const config = { port: 0, host: '127.0.0.1', dataDir: '/nonexistent', demo };
  const pages = citizenPages({ db, config, key: await sessionKey(db), webFolder: '/nonexistent' });
  const headers = { origin: from, 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({ userId }).toString();
  const sent = await pages.request(`${ADDRESS}/min-side/inn`, { method: 'POST', headers, body });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/min-side']);
  const cookie = sent.headers.get('set-cookie')?.split(';')[0] ?? '';
  return (await pages.request(`${ADDRESS}/min-side`, { headers: { cookie } })).text();
}

it('in the demo one chooses which woman to be, without script', async () => {
  expect(await enter(true)).toContain('Hei, Kari');
});

it('not by a form of another site, and not where it is no demo', async () => {
  expect(await enter(true, 'https://evil.example')).toContain(`value="${userId}"`);
  const shut = await enter(false);
  expect(shut).not.toContain('Hei, Kari');
  expect(shut).not.toContain(userId);
});
