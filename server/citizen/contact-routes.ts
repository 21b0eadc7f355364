import { Hono } from 'hono';
import { createElement } from 'react';
import { type Language, languages } from '#core/kernel/language';
import { ok, type Result } from '#core/kernel/result';
import { type ContactWishes, parsePhone } from '#core/people/contact-wishes';
import type { Tx } from '#server/db/transaction';
import { changeContactWishes } from '#server/people/change-contact-wishes';
import { type HowReached, loadContactWishes } from '#server/people/load-contact-wishes';
import { ContactPage, type ShownWishes, type WishName, WishPage, wishNames } from '#web/citizen/contact-pages.tsx';
import type { Door, OwnVisit } from './door.ts';
import { noteOwnChange } from './note-own-change.ts';

/** How she wishes to be written to, under /min-side/kontakt: one question a page. */
export function contactRoutes(door: Door): Hono {
  const pages = new Hono();

  pages.get(
    '/min-side/kontakt',
    door.woman(async (visit) => {
      const wishes = shownWishes(await visit.own((tx) => loadContactWishes(tx, visit.personId)));
      const { text, language } = visit;
      const body = createElement(ContactPage, { text: text.citizen, language, wishes });
      return visit.show({ title: text.citizen.contact, body });
    }),
  );

  pages.get(
    '/min-side/kontakt/:name',
    door.woman(async (visit) => {
      const name = visit.c.req.param('name');
      if (!isWish(name)) return visit.goTo('/min-side/kontakt');
      const wishes = shownWishes(await visit.own((tx) => loadContactWishes(tx, visit.personId)));
      return ask(visit, name, wishedValue(name, wishes));
    }),
  );

  pages.post(
    '/min-side/kontakt/:name',
    door.woman(async (visit) => {
      const name = visit.c.req.param('name');
      if (!isWish(name)) return visit.goTo('/min-side/kontakt');
      const sent = (await visit.form())[name] ?? '';
      const wish = readWish(name, sent);
      const words = visit.text.citizen.wishes;
      if (!wish) return ask(visit, name, sent, name === 'phone' ? words.phone.wrong : words[name].choose);
      const done = await visit.own((tx) => changeWish(tx, visit.personId, name, wish));
      return visit.goTo(done.ok ? `/min-side/kvittering/${done.value}` : '/min-side/kontakt');
    }),
  );

  return pages;
}

/** The change with its receipt; before and after stand in it, so that it can be taken back. */
async function changeWish(
  tx: Tx,
  personId: string,
  name: WishName,
  change: Partial<ContactWishes>,
): Promise<Result<string>> {
  const changed = await changeContactWishes(tx, { personId, change });
  if (!changed.ok) return changed;
  const detail = { before: changed.value.before[name], after: changed.value.after[name] };
  return ok(await noteOwnChange(tx, { personId, kind: name, detail }));
}

function readWish(name: WishName, sent: string): Partial<ContactWishes> | undefined {
  switch (name) {
    case 'channel':
      return sent === 'digital' || sent === 'paper' ? { channel: sent } : undefined;
    case 'sms':
      return sent === 'yes' || sent === 'no' ? { sms: sent === 'yes' } : undefined;
    case 'phone': {
      const phone = parsePhone(sent);
      return phone ? { phone } : undefined;
    }
    case 'language':
      return languages.includes(sent as Language) ? { language: sent as Language } : undefined;
  }
}

function wishedValue(name: WishName, wishes: ShownWishes): string {
  if (name === 'channel') return wishes.paper ? 'paper' : 'digital';
  if (name === 'sms') return wishes.sms ? 'yes' : 'no';
  return wishes[name] ?? '';
}

function isWish(name: string | undefined): name is WishName {
  return wishNames.includes(name as WishName);
}

function shownWishes(found: HowReached | undefined): ShownWishes {
  return {
    onPortal: found?.registered.onPortal ?? false,
    paper: !(found?.reached.onPortal ?? false),
    sms: found?.reached.sms ?? true,
    phone: found?.reached.phone ?? null,
    language: found?.reached.language ?? 'nb',
  };
}

function ask(visit: OwnVisit, name: WishName, value: string, error?: string): Promise<Response> {
  const { text, language } = visit;
  const body = createElement(WishPage, { text: text.citizen, language, name, value, error });
  const title = text.citizen.wishes[name].question;
  return visit.show({ title, body, error: error !== undefined, status: error === undefined ? 200 : 422 });
}
