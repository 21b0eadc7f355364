import { createHmac, timingSafeEqual } from 'node:crypto';

/** What the cookie carries, signed: who, and until when (ms since 1970). */
export type Ticket = { readonly userId: string; readonly until: number };

/** A ticket as cookie text: base64url of "until user", and its HMAC-SHA-256. */
export function writeTicket(ticket: Ticket, key: Buffer): string {
  const body = Buffer.from(`${ticket.until} ${ticket.userId}`).toString('base64url');
  return `${body}.${sign(body, key).toString('base64url')}`;
}

/** The ticket, if this installation signed it and it has not run out. */
export function readTicket(text: string, key: Buffer, now: number): Ticket | undefined {
  const [body = '', signature = ''] = text.split('.');
  const expected = sign(body, key);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const [until = '', userId = ''] = Buffer.from(body, 'base64url').toString().split(/ (.*)/s);
  return Number(until) > now && userId !== '' ? { userId, until: Number(until) } : undefined;
}

function sign(body: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(body).digest();
}
