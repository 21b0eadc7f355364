import type { Context } from 'hono';

/**
 * Whether a request that changes something comes from our own pages (OWASP, Cross-Site Request Forgery Prevention:
 * origin check with Fetch Metadata). The browser sets these headers and a page of another site cannot.
 */
export function comesFromOwnPages(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = c.req.header('origin');
  if (origin === undefined) return true;
  try {
    return (
      new URL(origin).host === (c.req.header('x-forwarded-host') ?? c.req.header('host') ?? new URL(c.req.url).host)
    );
  } catch {
    return false;
  }
}

/** The header that web/staff/api.ts sends with every change: another site's form cannot send it. */
export function saysRequestedBy(c: Context): boolean {
  return c.req.header('x-requested-by') === 'runde';
}
