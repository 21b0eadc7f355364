import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { createElement, type ReactNode } from 'react';
import type { Actor } from '#core/people/access';
import { listWomen } from '#server/auth/list-personas';
import { type SessionKey, sessionOf } from '#server/auth/session';
import type { Config } from '#server/config';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { comesFromOwnPages } from '#server/http/same-origin';
import { contact } from '#programmes/breast-no/contact';
import { DemoDoorPage } from '#web/citizen/demo-door-page.tsx';
import { renderDocument } from '#web/citizen/document.tsx';
import { MessagePage } from '#web/citizen/message-page.tsx';
import { isPageLanguage, type PageLanguage } from '#web/text/language';
import type { WholeText } from '#web/text/text-of';
import { textOf } from '#web/text/text-of';
import { loadFrame } from './load-frame.ts';

export type CitizenParts = {
  readonly db: Database;
  readonly config: Config;
  readonly key: SessionKey;
  readonly webFolder: string;
};

export type Shown = {
  readonly title: string;
  readonly body: ReactNode;
  /** A form that was not accepted. */
  readonly error?: boolean;
  readonly status?: 200 | 403 | 404 | 409 | 422;
};

/** One request for a page: its language and words, and how it is answered. */
export type Visit = {
  readonly c: Context;
  readonly language: PageLanguage;
  readonly text: WholeText;
  readonly phone: string;
  readonly signedIn: boolean;
  /** Values of the form that was sent, the last of each name. */
  form(): Promise<Readonly<Record<string, string>>>;
  show(page: Shown): Promise<Response>;
};

/** A visit by the woman herself. */
export type OwnVisit = Visit & {
  readonly personId: string;
  /** Work in one transaction with her rights: her own rows only, by row-level security. */
  own<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** After a change: to another page, so that loading again does not send it again. */
  goTo(address: string): Response;
  message(title: string, words: string, status?: Shown['status']): Promise<Response>;
};

export type Door = {
  anyone(work: (visit: Visit) => Promise<Response>): (c: Context) => Promise<Response>;
  woman(work: (visit: OwnVisit) => Promise<Response>): (c: Context) => Promise<Response>;
};

const COOKIE = 'runde-language';

/** The way in to the citizen pages: who it is, in which language, and that what is sent comes from our own pages. */
export function citizenDoor(parts: CitizenParts): Door {
  const css = styleSheet(parts.webFolder);
  const begin = (c: Context, language: PageLanguage, phone: string, signedIn: boolean): Visit => {
    const text = textOf[language];
    return {
      c,
      language,
      text,
      phone,
      signedIn,
      form: () => formOf(c),
      show: async ({ title, body, error = false, status = 200 }) => {
        c.header('cache-control', 'no-store');
        const path = c.req.path;
        const frame = { text: text.citizen, language, title, error, css: await css, path, signedIn, phone };
        return c.html(
          renderDocument({ ...frame, hours: contact.hours, demo: parts.config.demo, children: body }),
          status,
        );
      },
    };
  };
  const frameOf = async (actor: Actor | undefined) =>
    isWoman(actor) ? inTransaction(parts.db, actor, (tx) => loadFrame(tx, actor.personId)) : undefined;
  return {
    anyone: (work) => async (c) => {
      const actor = await sessionOf(c, parts.key).actor(parts.db);
      const frame = await frameOf(actor);
      return work(
        begin(c, chosenLanguage(c) ?? frame?.language ?? 'nb', frame?.phone ?? contact.phone, isWoman(actor)),
      );
    },
    woman: (work) => async (c) => {
      const actor = await sessionOf(c, parts.key).actor(parts.db);
      const chosen = chosenLanguage(c);
      const frame = await frameOf(actor);
      // Signed out meanwhile: to the first page, which says so.
      const out = !isWoman(actor) || !frame;
      if (out && c.req.path !== '/min-side') return c.redirect('/min-side', c.req.method === 'POST' ? 303 : 302);
      if (!isWoman(actor) || !frame) return shut(begin(c, chosen ?? 'nb', contact.phone, false), actor, parts);
      const visit = begin(c, chosen ?? frame.language, frame.phone ?? contact.phone, true);
      const message = (title: string, words: string, status: Shown['status'] = 200) =>
        visit.show({ title, status, body: createElement(MessagePage, { text: visit.text.citizen, title, words }) });
      const own = { ...visit, personId: actor.personId, message, goTo: (address: string) => c.redirect(address, 303) };
      if (c.req.method === 'POST' && !comesFromOwnPages(c))
        return message(visit.text.citizen.foreignTitle, visit.text.citizen.foreign, 403);
      return work({ ...own, own: (inside) => inTransaction(parts.db, actor, inside) });
    },
  };
}

/** For those who are not a woman signed in: what the page is, and the way in. */
async function shut(visit: Visit, actor: Actor | undefined, { db, config }: CitizenParts): Promise<Response> {
  const t = visit.text.citizen;
  if (config.demo && !actor) {
    const body = createElement(DemoDoorPage, { text: visit.text, women: await listWomen(db) });
    return visit.show({ title: t.title, body });
  }
  const words = actor ? t.notAWoman : t.signInFirst;
  const way = { href: '/', words: t.toStart };
  return visit.show({ title: t.title, body: createElement(MessagePage, { text: t, title: t.title, words, way }) });
}

function isWoman(actor: Actor | undefined): actor is Actor & { readonly personId: string } {
  return actor?.role === 'participant' && actor.personId !== undefined;
}

/** The language asked for in the address is kept for the next pages; else the one kept. */
function chosenLanguage(c: Context): PageLanguage | undefined {
  const asked = c.req.query('lang');
  if (isPageLanguage(asked)) {
    setCookie(c, COOKIE, asked, { path: '/', sameSite: 'Lax', httpOnly: true });
    return asked;
  }
  const kept = getCookie(c, COOKIE);
  return isPageLanguage(kept) ? kept : undefined;
}

async function formOf(c: Context): Promise<Readonly<Record<string, string>>> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );
}

/** The built style sheet's address, from the bundler's manifest. */
async function styleSheet(webFolder: string): Promise<string> {
  const manifest = await readFile(join(webFolder, 'manifest.json'), 'utf8').catch(() => '{}');
  const files = JSON.parse(manifest) as Record<string, { file?: string }>;
  return `/${files['citizen/citizen.css']?.file ?? 'assets/citizen.css'}`;
}
