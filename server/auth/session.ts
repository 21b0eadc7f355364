import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Actor } from '#core/people/access';
import type { Database } from '#server/db/database';
import { readTicket, writeTicket } from './cookie.ts';
import { findActor } from './find-actor.ts';

export type SessionKey = Buffer;

const COOKIE = 'runde';
/** A working day and some; then one signs in again. */
const LASTS_S = 12 * 3600;

/** The session of one request: who it is, and how it begins and ends. */
export type Session = {
  actor(db: Database): Promise<Actor | undefined>;
  begin(userId: string): void;
  end(): void;
};

export function sessionOf(c: Context, key: SessionKey): Session {
  const secure = (c.req.header('x-forwarded-proto') ?? new URL(c.req.url).protocol).startsWith('https');
  const common = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const;
  return {
    async actor(db) {
      const ticket = readTicket(getCookie(c, COOKIE) ?? '', key, Date.now());
      return ticket ? findActor(db, ticket.userId) : undefined;
    },
    begin(userId) {
      const until = Date.now() + LASTS_S * 1000;
      setCookie(c, COOKIE, writeTicket({ userId, until }, key), { ...common, maxAge: LASTS_S });
    },
    end() {
      deleteCookie(c, COOKIE, common);
    },
  };
}
