import { Hono } from 'hono';
import { sessionOf } from '#server/auth/session';
import { persona } from '#server/auth/sign-in';
import { inTransaction } from '#server/db/transaction';
import { comesFromOwnPages } from '#server/http/same-origin';
import type { CitizenParts } from './door.ts';

/** The way in (in the demo, by choosing who to be) and the way out. */
export function signInRoutes({ db, config, key }: CitizenParts): Hono {
  const pages = new Hono();

  pages.post('/min-side/inn', async (c) => {
    if (!comesFromOwnPages(c)) return c.redirect('/min-side', 303);
    const { userId } = await c.req.parseBody();
    const entered = await persona.enter(db, config, { userId: String(userId) });
    if (entered.ok && entered.value.personId) {
      const { personId } = entered.value;
      await inTransaction(db, entered.value, async (tx) => tx.record('session.begin', personId, { by: persona.id }));
      sessionOf(c, key).begin(entered.value.userId);
    }
    return c.redirect('/min-side', 303);
  });

  pages.post('/min-side/ut', async (c) => {
    if (!comesFromOwnPages(c)) return c.redirect('/min-side', 303);
    const actor = await sessionOf(c, key).actor(db);
    if (actor?.personId) {
      const { personId } = actor;
      await inTransaction(db, actor, async (tx) => tx.record('session.end', personId));
    }
    sessionOf(c, key).end();
    return c.redirect('/screening', 303);
  });

  return pages;
}
