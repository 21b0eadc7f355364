import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { createElement, type ReactNode } from 'react';
import type { Actor } from '#core/people/access';
import { type SessionKey, sessionOf } from '#server/auth/session';
import type { Config } from '#server/config';
import type { Database } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';
import { comesFromOwnPages } from '#server/http/same-origin';
import { renderLetter } from '#server/messaging/render-letter';
import { renderDocument } from '#web/citizen/document.tsx';
import { OwnPage } from '#web/citizen/own-page.tsx';
import { en } from '#web/text/en';
import { isPageLanguage, type PageLanguage } from '#web/text/language';
import { nb } from '#web/text/nb';
import { calendarFile } from './calendar-file.ts';
import { loadOwnLetter, loadOwnPage } from './load-own-page.ts';

export type CitizenParts = {
  readonly db: Database;
  readonly config: Config;
  readonly key: SessionKey;
  readonly webFolder: string;
};

type Woman = Actor & { readonly personId: string };

/** The woman's own pages under /min-side: rendered here, without script, her own rows only. */
export function citizenPages(parts: CitizenParts): Hono {
  const pages = new Hono();
  const css = styleSheet(parts.webFolder);
  const actorOf = (c: Context) => sessionOf(c, parts.key).actor(parts.db);

  const show = async (c: Context, title: string, body: ReactNode, language: PageLanguage, signedIn: boolean) => {
    const text = language === 'en' ? en.citizen : nb.citizen;
    c.header('cache-control', 'no-store');
    return c.html(
      renderDocument({ text, language, title, css: await css, signedIn, demo: parts.config.demo, children: body }),
    );
  };

  pages.get('/min-side', async (c) => {
    const actor = await actorOf(c);
    const chosen = languageOf(c);
    if (!isWoman(actor)) return showDoor(c, actor, chosen ?? 'nb', show);
    const facts = await inTransaction(parts.db, actor, async (tx) => {
      tx.look(actor.personId, 'own page');
      return loadOwnPage(tx, actor.personId, chosen);
    });
    if (!facts) return showDoor(c, undefined, chosen ?? 'nb', show);
    const language = facts.language === 'en' ? 'en' : 'nb';
    const text = language === 'en' ? en : nb;
    return show(c, text.citizen.title, createElement(OwnPage, { ...facts, text, language }), language, true);
  });

  pages.get('/min-side/brev/:reference', async (c) => {
    const actor = await actorOf(c);
    if (!isWoman(actor)) return c.redirect('/min-side');
    const letter = await inTransaction(parts.db, actor, async (tx) => {
      tx.look(actor.personId, 'own letter');
      return loadOwnLetter(tx, actor.personId, c.req.param('reference'));
    });
    if (!letter) return c.redirect('/min-side');
    c.header('content-type', 'application/pdf');
    c.header('cache-control', 'no-store');
    return c.body(new Uint8Array(renderLetter(letter)));
  });

  pages.get('/min-side/time.ics', async (c) => {
    const actor = await actorOf(c);
    if (!isWoman(actor)) return c.redirect('/min-side');
    const facts = await inTransaction(parts.db, actor, (tx) => loadOwnPage(tx, actor.personId));
    if (!facts?.appointment) return c.redirect('/min-side');
    c.header('content-type', 'text/calendar; charset=utf-8');
    c.header('content-disposition', 'attachment; filename="time.ics"');
    return c.body(calendarFile(facts.appointment, nb.citizen.calendarTitle));
  });

  pages.post('/min-side/ut', async (c) => {
    if (!comesFromOwnPages(c)) return c.redirect('/min-side', 303);
    const actor = await actorOf(c);
    if (isWoman(actor)) {
      await inTransaction(parts.db, actor, async (tx) => tx.record('session.end', actor.personId));
    }
    sessionOf(c, parts.key).end();
    return c.redirect('/min-side', 303);
  });

  return pages;
}

type Show = (
  c: Context,
  title: string,
  body: ReactNode,
  language: PageLanguage,
  signedIn: boolean,
) => Promise<Response>;

/** For those who are not a woman signed in: what the page is, and the way to the front page. */
function showDoor(c: Context, actor: Actor | undefined, language: PageLanguage, show: Show): Promise<Response> {
  const text = language === 'en' ? en.citizen : nb.citizen;
  const body = [
    createElement('h1', { key: 'h' }, text.title),
    createElement('p', { key: 'p' }, actor ? text.notAWoman : text.signInFirst),
    createElement('p', { key: 'a' }, createElement('a', { className: 'ds-link', href: '/' }, text.toStart)),
  ];
  return show(c, text.title, body, language, false);
}

function isWoman(actor: Actor | undefined): actor is Woman {
  return actor?.role === 'participant' && actor.personId !== undefined;
}

function languageOf(c: Context): PageLanguage | undefined {
  const asked = c.req.query('lang');
  return isPageLanguage(asked) ? asked : undefined;
}

/** The built style sheet's address, from the bundler's manifest. */
async function styleSheet(webFolder: string): Promise<string> {
  const manifest = await readFile(join(webFolder, 'manifest.json'), 'utf8').catch(() => '{}');
  const files = JSON.parse(manifest) as Record<string, { file?: string }>;
  return `/${files['citizen/citizen.css']?.file ?? 'assets/citizen.css'}`;
}
