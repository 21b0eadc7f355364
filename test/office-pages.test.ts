/** The programme office's and the coordinator's tasks at the pages, in a real browser, each held to axe. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { system } from '#core/people/access';
import { inTransaction } from '#server/db/transaction';
import { planInvitations } from '#server/invitation/plan-invitations';
import { addWoman, slotsThatDoNotAddUp, smallArea } from '#server/invitation/small-area';
import { noteDuplicates } from '#server/people/note-duplicates';
import { heading, shows } from './journey.ts';
import { type PageServer, servePages } from './page-server.ts';
import { expectAccessible } from './browser.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

// A journey over several pages, each held to axe.
vi.setConfig({ testTimeout: 180_000 });

let db: TestDatabase;
let server: PageServer;

beforeAll(async () => {
  db = await createTestDatabase();
  await smallArea(db);
  await db.pool.query(
    `insert into municipality (id, name, county, centre_id, norm) values ('4601', 'Bergen', 'X', 'C01', 'nb')`,
  );
  for (let i = 0; i < 5; i++) await addWoman(db);
  await inTransaction(db, system, (tx) => planInvitations(tx, { dryRun: false }));
  server = await servePages(db);
});
afterAll(async () => {
  server.stop();
  await db.drop();
});

const rows = async (text: string, ...values: unknown[]) => (await db.pool.query(text, values)).rows;
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().press('Enter');

it('the coordinator, with a woman on the telephone, finds her by her letter, notes an interpreter and moves her', async () => {
  const [letter] =
    await rows(`select m.reference, m.person_id from message m join appointment a using (person_id, appointment_id)
    where m.kind = 'invitation' order by a.day, a.at limit 1`);
  await server.as('K-C01-1', async (page) => {
    await page.goto(`${server.url}/overview`);
    const empty = page.getByRole('list', { name: 'Ingenting venter her' });
    await empty.getByRole('link', { name: 'Tilbakekalte uten time' }).waitFor();
    expect(await empty.textContent()).not.toContain('Mulige dobbeltregistreringer');

    await page.goto(server.url);
    await heading(page, 'Bystad: dagen');
    await expectAccessible(page);
    await page.keyboard.press('/');
    await page.keyboard.type(letter.reference.toLowerCase().replace('-', ' '));
    await page.keyboard.press('Enter');
    await heading(page, /^Modig Furu/);
    await shows(page, 'Runde 1');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Timer', exact: true }).press('Enter');
    await heading(page, /^Timene til Modig Furu/);
    await page.getByRole('combobox', { name: 'Tolk' }).selectOption('so');
    await press(page, 'Lagre behov');
    // The time after hers is taken, so that hers cannot be made longer: only times that can are offered.
    await shows(page, 'Timen hun har, passer ikke');
    await expectAccessible(page);
    await page.getByText('Flytt timen').press('Enter');
    await page
      .getByRole('button', { name: /Nordby$/ })
      .first()
      .press('Enter');
    await shows(page, /Timen er flyttet til/);
    await shows(page, /dobbel time/);
    // She misunderstood: the wrong one is cancelled, and taken back before anybody has heard of it.
    await page.getByText('Avbestill', { exact: true }).press('Enter');
    await press(page, 'Avbestill timen');
    await shows(page, 'Hun har ingen time nå.');
    await expectAccessible(page);
    await page.getByRole('status').getByRole('button', { name: 'Angre' }).press('Enter');
    await shows(page, 'Hun har ikke fått brev om avbestillingen.');
    await page.getByRole('heading', { name: 'Timen hun har' }).waitFor();
    await page.getByLabel('Nytt notat').fill('Ring tolken dagen før');
    await page.getByRole('checkbox', { name: /Noen må følge det opp/ }).check();
    await press(page, 'Lagre notat');
    await page.getByText('Må følges opp').first().waitFor();
    await page.goto(`${server.url}/today`);
    await shows(page, 'Ring tolken dagen før');
    await shows(page, 'Furu');
    await expectAccessible(page);
    await press(page, 'Fulgt opp: Ring tolken dagen før');
    await shows(page, 'Ingen notater venter.');
  });
  const [moved] = await rows(
    `select a.unit_id, a.also_at is not null as longer, m.content from appointment a
     join message m using (person_id, appointment_id) where a.person_id = $1 and a.status = 'confirmed' and m.kind = 'moved'`,
    letter.person_id,
  );
  expect(moved).toMatchObject({ unit_id: 'U02', longer: true, content: { interpreter: 'so', longer: true } });
  expect(await slotsThatDoNotAddUp(db)).toEqual([]);
});

it('the office pauses a unit: sees who is affected, rebooks them, takes it back; pauses again and resumes', async () => {
  const [{ n }] = await rows(`select count(*)::int as n from appointment where unit_id = 'U01' and status = 'invited'`);
  const pause = async (page: Page) => {
    await page.getByText('Stans enheten', { exact: true }).press('Enter');
    await page.getByLabel('Årsak').first().fill('Apparatet er i ustand');
    await press(page, 'Se hva som skjer');
    await shows(page, 'Slik blir det: ingenting er gjort ennå');
  };
  await server.as('office-1', async (page) => {
    await page.goto(`${server.url}/units?unit=U01`);
    await heading(page, 'Enheter og kapasitet');
    await pause(page);
    await page.getByRole('table', { name: /Kvinnene det gjelder/ }).waitFor();
    expect(await rows(`select paused_on from unit where id = 'U01'`)).toEqual([{ paused_on: null }]);
    await expectAccessible(page);
    await press(page, `Gjennomfør: flytt ${n}`);
    await shows(page, /Hver får ett brev om hvilken time som gjelder/);
    await shows(page, `${n} av ${n} fikk ny time straks`);
    expect(await rows(`select 1 from appointment where unit_id = 'U01' and status = 'invited'`)).toEqual([]);
    await press(page, 'Angre: Enhet stanset, Bystad');
    await shows(page, 'Slik blir det om du angrer');
    await expectAccessible(page);
    await press(page, 'Angre ombookingen');
    await shows(page, new RegExp(`Angret. ${n} har fått tilbake timen sin`));
    expect(await rows(`select 1 from appointment where unit_id = 'U01' and status = 'invited'`)).toHaveLength(n);
    await page.reload();
    await pause(page);
    await press(page, `Gjennomfør: flytt ${n}`);
    await shows(page, /Stanset fra/);
    await press(page, 'Start igjen');
    await shows(page, /I gang igjen/);
  });
  expect(await slotsThatDoNotAddUp(db)).toEqual([]);
});

it('the office plans a round on the map by the keyboard, with a dry run first', async () => {
  for (let i = 0; i < 3; i++) {
    const personId = await addWoman(db);
    await db.pool.query(`update person set municipality = '4601' where person_id = $1`, [personId]);
  }
  await server.as('office-1', async (page) => {
    await page.goto(`${server.url}/rounds`);
    await heading(page, 'Runder og invitasjoner');
    const bergen = page.getByRole('button', { name: 'Bergen: 3 skal ha time de neste 16 ukene' });
    await bergen.waitFor();
    await expectAccessible(page);
    await bergen.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/centre=C01/);
    expect(await bergen.getAttribute('aria-pressed')).toBe('true');
    await press(page, 'Prøvekjør');
    await shows(page, 'Prøvekjøring: ingenting er sendt');
    expect(await rows(`select 1 from episode where opened_on = (select today from programme_clock)`)).toHaveLength(5);
    await expectAccessible(page);
    await press(page, 'Gjennomfør: inviter 3');
    await shows(page, '3 er invitert');
  });
});

it('the coordinator books those who are recalled, and sees how long they have waited', async () => {
  const personId = await addWoman(db);
  const episodeId = randomUUID();
  await db.pool.query(
    `insert into episode (person_id, episode_id, number, centre_id, due_on, opened_on, prevalent, state)
     values ($1, $2, 1, 'C01', '2026-11-01', '2026-11-01', true, 'assessment')`,
    [personId, episodeId],
  );
  await db.pool.query(
    `insert into episode_event (person_id, episode_id, event_id, day, kind, by_user) values ($1, $2, $3, '2026-11-12', 'recalled', 'system')`,
    [personId, episodeId, randomUUID()],
  );
  await server.as('K-C01-1', async (page) => {
    await page.goto(`${server.url}/today`);
    await page.getByRole('link', { name: 'Tilbakekalte uten time' }).press('Enter');
    await page.getByRole('table', { name: /^Innkallinger uten time/ }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Gi .*Furu/ }).press('Enter');
    await shows(page, /har fått time/);
  });
  expect(await rows(`select status from assessment_appointment where person_id = $1`, personId)).toEqual([
    { status: 'booked' },
  ]);
});

it('the registers and the failsafe are lists that can be filtered in the address', async () => {
  const [{ person_id: personId }] = await rows(`select person_id from person order by identity_number limit 1`);
  await db.pool.query(`insert into invitation_stop values ($1, gen_random_uuid(), '2026-01-05', null, 'own-wish')`, [
    personId,
  ]);
  await server.as('office-1', async (page) => {
    await page.goto(`${server.url}/registers`);
    await page.getByRole('table', { name: /^Ønsker ikke invitasjon/ }).waitFor();
    await shows(page, 'eget ønske');
    await expectAccessible(page);
    await page.getByRole('combobox', { name: 'Register' }).selectOption('reservations');
    await page.waitForURL(/register=reservations/);
    await shows(page, 'Ingen i registeret passer til utvalget.');
    await page.goto(`${server.url}/fallen-out`);
    await heading(page, 'Falt ut?');
    await expectAccessible(page);
  });
});

it('the office keeps a filter by name, opens the page with it, renames it and takes its deletion back', async () => {
  await server.as('office-1', async (page) => {
    const hers = page.getByRole('navigation', { name: 'Mine utvalg på denne siden' });
    const chosen = (name: string) =>
      hers.getByRole('link', { name, exact: true }).and(page.locator('[aria-current]')).waitFor();
    await page.goto(`${server.url}/messages`);
    await page.getByRole('combobox', { name: 'Status' }).selectOption('failed');
    await page.waitForURL(/state=failed/);
    await press(page, 'Behold utvalget');
    await page.getByRole('textbox', { name: 'Navn på utvalget' }).fill('Kom ikke fram');
    await page.getByRole('checkbox', { name: 'Siden åpner med dette' }).press('Space');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Navn', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await chosen('Kom ikke fram');

    await page.goto(`${server.url}/messages`);
    await page.waitForURL(/state=failed/);
    await hers.getByRole('link', { name: 'Alt' }).press('Enter');
    await page.waitForURL((url) => url.search === '');
    await chosen('Alt');
    await expectAccessible(page);

    await press(page, 'Ordne utvalg');
    await page.getByRole('textbox', { name: 'Navn', exact: true }).fill('Til oppfølging');
    await page.keyboard.press('Enter');
    await hers.getByRole('link', { name: 'Til oppfølging', includeHidden: true }).waitFor();
    await press(page, /^Slett/);
    await hers.getByRole('link', { includeHidden: true }).first().waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await press(page, 'Angre');
    await hers.getByRole('link', { name: 'Til oppfølging' }).waitFor();
  });
});

it('the office finds two records of one woman, compares them, makes them one, and sees her timeline', async () => {
  const ids = [await addWoman(db), await addWoman(db)];
  await db.pool.query(
    `update person set given_name = 'Rolig', family_name = 'Tvilling', birth_date = '1968-08-08' where person_id = any ($1)`,
    [ids],
  );
  await inTransaction(db, system, noteDuplicates);
  await db.pool.query(
    `insert into woman_note (person_id, note_id, written_on, written_by, words, handover)
     select p, gen_random_uuid(), '2026-11-02', 'K-C01-1', 'Ringte om ny adresse', false from unnest($1::uuid[]) p limit 1`,
    [ids],
  );
  await server.as('office-1', async (page) => {
    await page.goto(`${server.url}/duplicates`);
    await heading(page, 'Mulige dobbeltregistreringer');
    await page.getByRole('button', { name: /^Sammenlign.*Rolig Tvilling/ }).press('Enter');
    await page.getByRole('region', { name: 'To registreringer side om side' }).waitFor();
    await expectAccessible(page);
    await press(page, 'To ulike kvinner');
    await page.getByRole('table', { name: /^Sagt å være to ulike kvinner/ }).waitFor();
    await press(page, /^Angre at Rolig Tvilling er to kvinner/);
    await page.getByRole('button', { name: /^Sammenlign.*Rolig Tvilling/ }).press('Enter');
    await press(page, /^Slå sammen$/);
    await shows(page, 'kan ikke angres');
    await expectAccessible(page);
    await press(page, 'Slå sammen nå');
    await shows(page, 'Registreringene er slått sammen.');
    await page.getByRole('button', { name: /^Sammenlign.*Rolig Tvilling/ }).waitFor({ state: 'detached' });
    const [{ person_id: stays }] = await rows(
      `select person_id from person where person_id = any ($1) and kind = 'known'`,
      ids,
    );
    await page.goto(`${server.url}/people/${stays}`);
    await heading(page, /^Rolig Tvilling/);
    await shows(page, 'Ringte om ny adresse');
    await shows(page, /slått sammen/i);
    await expectAccessible(page);
  });
});
