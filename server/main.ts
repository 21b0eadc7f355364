import { serve as listen } from '@hono/node-server';
import { sessionKey } from '#server/auth/session-key';
import type { Config } from '#server/config';
import type { Database } from '#server/db/database';
import { makeApp } from '#server/http/app';
import { buildWeb, webFolder } from '#server/http/build-web';
import { routes } from '#server/http/routes';
import { codeVersion } from '#server/version';

/** A line of progress that the caller shows; cli/progress.ts has the terminal's. */
export type StartProgress = (label: string) => { at(done: number, of?: number): void; end(outcome?: string): void };

export type Served = { readonly url: string; stop(): Promise<void> };

/**
 * Opens the web server: builds the web application when it is missing or stale, makes the session key on the first
 * start, and listens. Throws the system's EADDRINUSE when the port is taken.
 */
export async function serve(db: Database, config: Config, startProgress: StartProgress): Promise<Served> {
  const progress = startProgress('web pages');
  const { built } = await buildWeb();
  progress.end(built ? 'built' : 'as built before');
  const app = makeApp({ db, config, key: await sessionKey(db), routes, webFolder, version: codeVersion });
  return new Promise((opened, failed) => {
    const server = listen({ fetch: app.fetch, port: config.port, hostname: config.host }, (info) => {
      const host = info.family === 'IPv6' ? `[${info.address}]` : info.address;
      opened({ url: `http://${host}:${info.port}`, stop });
    });
    server.on('error', failed);
    const stop = () =>
      new Promise<void>((stopped) => {
        server.close(() => stopped());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
  });
}
