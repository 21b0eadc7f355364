/**
 * A woman at her telephone: her own pages as she uses them, with script switched off, 390 and 320 pixels wide, in each
 * language. What she does is told in order; every page she comes to is held to accessibility, and to its width.
 */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#core/kernel/day';
import { writeTicket } from '#server/auth/cookie';
import { womanUserId } from '#server/auth/find-actor';
import { citizenPages } from '#server/citizen/pages';
import { webFolder } from '#server/http/build-web';
import { type PageLanguage, pageLanguages } from '#web/text/language';
import { textOf } from '#web/text/text-of';
import { expectAccessible, withPage } from './browser.ts';
import { clinicDay, invitedWoman, makeClinic } from './clinic.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { ownPagePaths } from './own-visits.ts';
import { type PageServer, servePages } from './page-server.ts';

let db: TestDatabase;
let server: PageServer;

beforeAll(async () => {
  db = await createTestDatabase();
  await makeClinic(db);
  await db.pool.query(`
    insert into municipality values ('4601', 'Prøveby', 'Prøvefylket', 'C06', 'nb');
    insert into postal_code values ('5003', 'PRØVEBY', '4601', 60.39, 5.32);
    insert into unit (id, name, centre_id, kind, municipality, latitude, longitude) values
      ('U08', 'Enhet langt borte', 'C06', 'stationary', '4601', 61.0, 7.0);
    insert into unit_hours select 'U08', w, '08:00', '12:00', 10, 2 from generate_series(1, 5) w`);
  server = await servePages(db, { pages: (parts) => citizenPages({ ...parts, db, webFolder }) });
});
afterAll(async () => {
  server.stop();
  await db.drop();
});

const later = addDays(clinicDay, 14);

/** A woman with a time in two weeks, who lives near the first of two units. */
async function newWoman(at: string) {
  const woman = await invitedWoman(db, { status: 'invited', on: later, at });
  await db.pool.query(
    `update person set postal_code = '5003', digital = true, phone = '+4799900001' where person_id = $1`,
    [woman.personId],
  );
  await db.pool.query(
    `insert into slot (unit_id, day, at, places, booked) values ('U06', $1, $2, 2, 1)
     on conflict (unit_id, day, at) do update set booked = slot.booked + 1`,
    [later, at],
  );
  return woman;
}

const goneThrough = new Set<string>();

/** What she does, in the words of one who watches. `checked` is another page, with script, that every page is tried in. */
function atHerTelephone(page: Page, checked: Page, language: PageLanguage) {
  const t = textOf[language].citizen;
  /** The very page she sees, as it came, in a browser with script: axe needs it. A page is gone through once a language. */
  const looksOver = async () => {
    const kind = `${language} ${new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/, ':id')} ${await page.title()}`;
    if (!goneThrough.has(kind)) {
      if (!checked.url().startsWith(server.url)) await checked.goto(`${server.url}/assets/none`);
      await checked.setContent(await page.content());
      // The language changes words, not colours.
      await expectAccessible(checked, language === 'nb' ? 'all' : 'all-but-contrast');
      goneThrough.add(kind);
    }
    const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect([page.url(), over]).toEqual([page.url(), 0]);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('footer a[href^="tel:"]').count()).toBe(1);
    expect(await page.locator('script').count()).toBe(0);
  };
  /** Without script every step is a new page, and a click does not wait for it. */
  const arrive = async (step: Locator) => {
    const loaded = page.waitForEvent('load');
    await step.click();
    await loaded;
  };
  return {
    t,
    opens: async (path: string) => {
      await page.goto(`${server.url}${path}`);
      await looksOver();
    },
    follows: async (name: string) => {
      await arrive(page.getByRole('link', { name }).first());
      await looksOver();
    },
    presses: async (name: string) => {
      await arrive(page.getByRole('button', { name, exact: true }));
      await looksOver();
    },
    chooses: (name: string) => page.locator('label').filter({ hasText: name }).first().click(),
    writes: (label: string, text: string) => page.getByLabel(label).fill(text),
    sees: (words: string) => page.getByText(words).first().waitFor(),
    doesNotSee: async (words: string) => expect(await page.getByText(words).count()).toBe(0),
    isToldWhatToPutRight: async (words: string) => {
      expect(await page.title()).toMatch(new RegExp(`^${t.errorPrefix} `));
      // It gets the focus, so that it is read first: the browser gives it when the page is painted.
      await expect.poll(() => page.evaluate('document.activeElement.className')).toBe('error-summary');
      const summary = page.getByRole('alert');
      await summary.getByRole('link', { name: words }).click();
      const target = new URL(page.url()).hash.slice(1);
      expect(await page.locator(`[id="${target}"]`).count()).toBe(1);
    },
    isOn: (path: RegExp) => expect(new URL(page.url()).pathname).toMatch(path),
  };
}

type She = ReturnType<typeof atHerTelephone>;

async function signedIn(
  personId: string | undefined,
  { language, width }: { readonly language: PageLanguage; readonly width: number },
  work: (she: She, page: Page) => Promise<void>,
): Promise<void> {
  const viewport = { width, height: 780 };
  await withPage(
    (page) =>
      withPage(
        async (checked) => {
          const cookies = [{ name: 'runde-language', value: language, url: server.url }];
          const value = personId
            ? writeTicket({ userId: womanUserId(personId), until: Date.now() + 600_000 }, server.key)
            : '';
          await page.context().addCookies(personId ? [...cookies, { name: 'runde', value, url: server.url }] : cookies);
          await work(atHerTelephone(page, checked, language), page);
        },
        { viewport },
      ),
    { viewport, javaScriptEnabled: false },
  );
}

describe('a woman at her telephone, without script', () => {
  it('finds out about the programme, and about benefit and harm, before she signs in', async () => {
    await signedIn(undefined, { language: 'nb', width: 390 }, async (she) => {
      await she.opens('/screening');
      await she.follows(she.t.benefit.title);
      await she.sees(she.t.benefit.deaths('3', '2', '4'));
      await she.follows(she.t.benefit.years['10']);
      await she.sees(she.t.benefit.deathsYears);
      await she.follows(she.t.programme);
      await she.follows(she.t.questions.title);
      await she.sees(she.t.questions.list.hurt.q);
      await she.opens('/min-side');
      await she.sees(she.t.signInFirst);
    });
  });

  it('sees her appointment and takes another time, then regrets it', async () => {
    const { personId } = await newWoman('09:00');
    await signedIn(personId, { language: 'nb', width: 390 }, async (she) => {
      await she.opens('/min-side');
      await she.sees('mandag 16. mars 2026 klokken 09.00');
      await she.follows(she.t.seeAppointment);
      await she.sees(she.t.bring);
      await she.follows(she.t.otherTime);
      await she.presses(she.t.next);
      await she.isToldWhatToPutRight(she.t.choosePlaceFirst);
      await she.chooses('Enhet A');
      await she.presses(she.t.next);
      await she.follows(she.t.later);
      await she.presses(she.t.next);
      await she.isToldWhatToPutRight(she.t.chooseTimeFirst);
      await she.chooses('08.00');
      await she.presses(she.t.next);
      await she.sees(she.t.oldTimeGoes);
      await she.presses(she.t.takeTime);
      await she.isOn(/kvittering/);
      await she.sees(she.t.receipts.moved.title);
      await she.presses(she.t.undo);
      await she.sees('mandag 16. mars 2026 klokken 09.00');
      await she.follows(she.t.toOwnPage);
      await she.sees('mandag 16. mars 2026 klokken 09.00');
    });
  });

  it('does not want to come this time, changes her mind and chooses a time herself (nynorsk, the smallest screen)', async () => {
    const { personId } = await newWoman('10:00');
    await signedIn(personId, { language: 'nn', width: 320 }, async (she) => {
      await she.opens('/min-side/time');
      await she.follows(she.t.cannotCome);
      await she.presses(she.t.next);
      await she.isToldWhatToPutRight(she.t.cannotComeChoose);
      await she.chooses(she.t.cannotComeOptions['not-this-round']);
      await she.presses(she.t.next);
      await she.sees(she.t.whatItMeans);
      await she.presses(she.t.meanings['not-this-round'].button);
      await she.sees(she.t.receipts.declined.title);
      await she.presses(she.t.undo);
      await she.sees(she.t.receipts['time-kept'].title);
      await she.follows(she.t.toOwnPage);
      await she.follows(she.t.otherTime);
      await she.chooses('Enhet langt borte');
      await she.presses(she.t.next);
      await she.chooses('08.00');
      await she.presses(she.t.next);
      await she.presses(she.t.takeTime);
      await she.sees(she.t.receipts.moved.title);
    });
  });

  it('says how she wants to be reached (English, the smallest screen)', async () => {
    const { personId } = await newWoman('11:00');
    await signedIn(personId, { language: 'en', width: 320 }, async (she) => {
      await she.opens('/min-side');
      await she.follows(she.t.contact);
      await she.follows(`${she.t.change}: ${she.t.wishes.phone.name}`);
      await she.writes(she.t.wishes.phone.label, '12');
      await she.presses(she.t.save);
      await she.isToldWhatToPutRight(she.t.wishes.phone.wrong);
      await she.writes(she.t.wishes.phone.label, '999 00 042');
      await she.presses(she.t.save);
      await she.sees(she.t.receipts.phone.title);
      await she.opens('/min-side/kontakt/sms');
      await she.chooses(she.t.wishes.sms.options.no);
      await she.presses(she.t.save);
      await she.opens('/min-side/kontakt');
      await she.sees('999 00 042');
      await she.opens('/min-side/kontakt/channel');
      await she.chooses(she.t.wishes.channel.options.paper);
      await she.presses(she.t.save);
      await she.opens('/min-side/endringer');
      await she.sees(she.t.receipts.channel.title);
    });
  });

  it('wants no more invitations and no storing, and lifts both again', async () => {
    const { personId } = await newWoman('12:00');
    await signedIn(personId, { language: 'nb', width: 390 }, async (she) => {
      await she.opens('/min-side/invitasjoner');
      await she.follows(she.t.stopInvitations);
      await she.writes(she.t.reason, 'for langt å reise');
      await she.presses(she.t.meanings.never.button);
      await she.sees(she.t.receipts.stopped.title);
      await she.follows(she.t.toOwnPage);
      await she.doesNotSee(she.t.seeAppointment);
      await she.follows(she.t.invitations);
      await she.follows(she.t.startInvitations);
      await she.presses(she.t.meanings.start.button);
      await she.sees(she.t.receipts['stop-lifted'].title);
      await she.opens('/min-side/lagring');
      await she.follows(she.t.reserveStorage);
      await she.presses(she.t.meanings.reserve.button);
      await she.presses(she.t.undo);
      await she.sees(she.t.receipts['reservation-lifted'].title);
    });
  });

  it('tells how it was after her examination', async () => {
    const { personId, episodeId } = await newWoman('13:00');
    await db.pool.query(
      `insert into examination (person_id, examination_id, episode_id, centre_id, unit_id, day, radiographer, modality, result, symptoms, implants)
       values ($1, gen_random_uuid(), $2, 'C06', 'U06', $3, 'R-1', 'DM', 'complete', false, false)`,
      [personId, episodeId, clinicDay],
    );
    await signedIn(personId, { language: 'nb', width: 390 }, async (she, page) => {
      await she.opens('/min-side');
      await she.follows('Hvordan var det hos oss?');
      await she.presses(textOf.nb.surveys.send);
      await she.isToldWhatToPutRight(textOf.nb.surveys.faults.missing('Ble du tatt godt imot?'));
      await she.chooses('Ja, svært godt');
      await page.locator('label[for=pain-2]').click();
      await page.locator('label[for=informed]').click();
      await she.presses(textOf.nb.surveys.send);
      await she.sees(she.t.receipts['survey-answered'].title);
      await she.presses(she.t.undo);
      await she.sees(she.t.receipts['survey-taken-back'].title);
    });
  });
});

describe('every page of hers', () => {
  it.each(pageLanguages.map((language, n) => ({ language, at: `14:${n}0` })))(
    'in $language is accessible at 320 pixels, says its language, and leads on',
    async ({ language, at }) => {
      const { personId } = await newWoman(at);
      await signedIn(personId, { language, width: 320 }, async (she, page) => {
        for (const path of ownPagePaths.filter((one) => !/ics$|brev\//.test(one))) {
          await she.opens(path.replace('U-C01', 'U06'));
          expect(await page.locator('html').getAttribute('lang')).toBe(language);
          expect([path, (await page.locator('main a, main button').count()) > 0]).toEqual([path, true]);
        }
      });
    },
  );

  it('is accessible in the dark', async () => {
    const { personId } = await newWoman('14:50');
    const value = writeTicket({ userId: womanUserId(personId), until: Date.now() + 600_000 }, server.key);
    await withPage(
      async (page) => {
        await page.context().addCookies([{ name: 'runde', value, url: server.url }]);
        for (const path of ['/min-side', '/min-side/time', '/min-side/time/kan-ikke', '/screening/nytte']) {
          await page.goto(server.url + path);
          await expectAccessible(page, 'contrast');
        }
      },
      { colorScheme: 'dark' },
    );
  });
});
