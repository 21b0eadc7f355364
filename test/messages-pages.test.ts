import { afterAll, beforeAll, expect, it } from 'vitest';
import { system } from '#core/people/access';
import { inTransaction } from '#server/db/transaction';
import { decideMessages } from '#server/messaging/decide-message';
import { dispatchDue } from '#server/messaging/dispatch';
import { sendingHours } from '#server/messaging/moment';
import { type PageServer, servePages } from './page-server.ts';
import { expectAccessible } from './browser.ts';
import { firstDay, makeWorld, type World } from './messaging-world.ts';

let world: World;
let server: PageServer;

beforeAll(async () => {
  world = await makeWorld();
  await world.db.pool.query(`insert into staff_user (id, name, role) values ('office-1', 'Prøve Kontor', 'office')`);
  server = await servePages(world.db, { dataDir: world.folder });
  const women = await Promise.all([
    world.woman(),
    world.woman({ digital: false }),
    world.woman({ language: 'se' }),
    world.woman(),
  ]);
  const rows = women.map((woman, i) => ({
    ...woman,
    kind: i === 3 ? ('sms-reminder' as const) : ('invitation' as const),
    cause: `message:${woman.appointmentId}`,
  }));
  await inTransaction(world.db, system, (tx) => decideMessages(tx, rows));
  const { partner } = await world.partner();
  await dispatchDue(world.db, partner, sendingHours(firstDay).from);
  await world.db.pool.query(
    `update message set state = 'failed', step = 'person', last_error = 'answered 503' where kind = 'sms-reminder'`,
  );
});
afterAll(async () => {
  server.stop();
  await world.end();
});

it('the list is narrowed by what stands in the address', async () => {
  await server.as('office-1', async (page) => {
    await page.goto(`${server.url}/messages`);
    await page.getByRole('table', { name: /^Meldinger/ }).waitFor();
    await expectAccessible(page);
    expect(await page.getByRole('row', { name: /Oppdiktsen/ }).count()).toBe(4);
    await page.getByLabel('Status', { exact: true }).selectOption('failed');
    await page.waitForURL(/state=failed/);
    await expect.poll(() => page.getByRole('row', { name: /Oppdiktsen/ }).count()).toBe(1);
    await page.getByRole('button', { name: 'Nullstill utvalget' }).click();
    await expect.poll(() => page.getByRole('row', { name: /Oppdiktsen/ }).count()).toBe(4);
  });
});

it('a reference with a wrong symbol is said to be wrong', async () => {
  await server.as('office-1', async (page) => {
    await page.goto(`${server.url}/messages?reference=11111-11111`);
    await page.getByRole('alert').getByText('Referansen er ikke riktig', { exact: false }).waitFor();
  });
});

it('one that failed is taken off the list by who dealt with it', async () => {
  await server.as('office-1', async (page) => {
    await page.goto(`${server.url}/messages?state=failed`);
    await page.getByRole('link', { name: 'SMS før timen' }).click();
    await page.getByRole('heading', { level: 1, name: 'SMS før timen' }).waitFor();
    await page.getByText('Påminnelse: Du har time mandag 23. november', { exact: false }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Hva du gjorde, eller hvorfor det ikke trengs').fill('Ringte henne');
    await page.getByRole('button', { name: 'Hun har fått beskjed' }).click();
    await page.getByText('Kommet fram').waitFor();
    await page.getByRole('cell', { name: 'Ringte henne' }).waitFor();
  });
});

it('a letter is shown as it was sent, with what has happened, and sent again on paper', async () => {
  await server.as('office-1', async (page) => {
    await page.goto(`${server.url}/messages?kind=invitation&state=sent`);
    await page.getByRole('rowheader', { name: 'Invitasjon' }).first().getByRole('link').click();
    const frame = page.getByTitle('Brevet «Time til mammografi» som PDF');
    await frame.waitFor();
    expect(await frame.getAttribute('src')).toMatch(/^blob:/);
    await page.getByLabel('Vis på').selectOption('en');
    await page.getByTitle('Brevet «Appointment for a mammogram» som PDF').waitFor();
    await page.getByLabel('Vis på').selectOption('nb');
    await page.getByRole('button', { name: 'Send på papir' }).click();
    await page.getByText('Meldingen er ikke sendt ennå', { exact: false }).waitFor();
    await page.getByRole('rowheader', { name: 'Sendes på nytt' }).waitFor();
    await expectAccessible(page);
  });
});
