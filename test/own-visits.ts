/** A woman at her own pages over HTTP, without a browser: what she gets, and what she sends. */
import { citizenPages } from '#server/citizen/pages';
import { writeTicket } from '#server/auth/cookie';
import { womanUserId } from '#server/auth/find-actor';
import type { SessionKey } from '#server/auth/session';
import type { Database } from '#server/db/database';

const ADDRESS = 'http://runde.test';

const examples: Readonly<Record<string, string>> = {
  unit: 'U-C01',
  reference: 'NONE',
  id: '00000000-0000-4000-8000-000000000000',
  form: 'experience',
  valg: 'later',
  name: 'phone',
};

/** Every page that she may ask for without naming a record, from the router itself. */
export const ownPagePaths: readonly string[] = [
  ...new Set(
    citizenPages({ webFolder: '/nonexistent' } as never)
      .routes.filter(
        ({ method, path }) => method === 'GET' && /^\/(min-side|screening)/.test(path) && !path.includes('*'),
      )
      .map(({ path }) => path.replace(/:(unit|reference|id|form|valg|name)/, (_, name: string) => examples[name] ?? ''))
      .filter((path) => !path.startsWith('/screening/nytte')),
  ),
];

export type OwnVisits = {
  get(path: string): Promise<Response>;
  text(path: string): Promise<string>;
  /** Sends a form and goes where it leads; `from` is the site whose page sends it. */
  post(path: string, fields?: Readonly<Record<string, string>>, from?: string): Promise<Arrived>;
};

type Arrived = { readonly status: number; readonly at: string; readonly text: string };

export function ownVisits(db: Database, key: SessionKey): (personId: string) => OwnVisits {
  const config = { port: 0, host: '127.0.0.1', dataDir: '/nonexistent', demo: true };
  const pages = citizenPages({ db, config, key, webFolder: '/nonexistent' });
  return (personId) => {
    const cookie = `runde=${writeTicket({ userId: womanUserId(personId), until: Date.now() + 600_000 }, key)}`;
    const get = async (path: string) => pages.request(`${ADDRESS}${path}`, { headers: { cookie } });
    const text = async (path: string) => (await get(path)).text();
    const post: OwnVisits['post'] = async (path, fields = {}, from = ADDRESS) => {
      const headers = { cookie, origin: from, 'content-type': 'application/x-www-form-urlencoded' };
      const body = new URLSearchParams(fields).toString();
      const sent = await pages.request(`${ADDRESS}${path}`, { method: 'POST', headers, body });
      const to = sent.headers.get('location');
      if (sent.status !== 303 || !to) return { status: sent.status, at: path, text: await sent.text() };
      const arrived = await get(to);
      return { status: arrived.status, at: to, text: await arrived.text() };
    };
    return { get, text, post };
  };
}
