import { serve as listen } from '@hono/node-server';
import type { Hono } from 'hono';
import { sessionKey } from '#server/auth/session-key';
import { citizenPages } from '#server/citizen/pages';
import type { Config } from '#server/config';
import type { Database } from '#server/db/database';
import { makeApp } from '#server/http/app';
import { buildWeb, webFolder } from '#server/http/build-web';
import { routes } from '#server/http/routes';
import { runJobs } from '#server/jobs/run-jobs';
import { partnerFromEnvironment } from '#server/messaging/http-partner';
import { messagingRules } from '#programmes/breast-no/messaging';
import { openDemo, type StartProgress } from '#server/programme/open-demo';
import { demoTimetable, programmeTimetable } from '#server/programme/timetable';
import { codeVersion } from '#server/version';

export type Served = { readonly url: string; stop(): Promise<void> };

/**
 * Opens the service: builds the web application when it is missing or stale, sets up the demo where the installation is
 * one, and listens. Throws the system's EADDRINUSE when the port is taken.
 */
export async function serve(db: Database, config: Config, startProgress: StartProgress): Promise<Served> {
  const progress = startProgress('web pages');
  const { built } = await buildWeb();
  progress.end(built ? 'built' : 'as built before');
  const key = await sessionKey(db);
  const demo = config.demo ? await openDemo(db, config, startProgress) : undefined;
  const days = demo ? { days: demo.days } : {};
  const { tasks, crontab } = demo
    ? demoTimetable(db)
    : programmeTimetable(db, config, partnerFromEnvironment(process.env, messagingRules.timeoutMs));
  const pages = citizenPages({ db, config, key, webFolder });
  const app = makeApp({ db, config, key, routes, webFolder, version: codeVersion, pages, ...days });
  try {
    const listener = await open(app, config);
    const jobs = await runJobs(db.url, tasks, { crontab });
    const stop = async () => {
      await listener.stop();
      await jobs.stop();
      await demo?.stop();
    };
    return { url: listener.url, stop };
  } catch (error) {
    await demo?.stop();
    throw error;
  }
}

function open(app: Hono, config: Config): Promise<Served> {
  return new Promise((opened, failed) => {
    const server = listen({ fetch: app.fetch, port: config.port, hostname: config.host }, (info) => {
      const host = info.family === 'IPv6' ? `[${info.address}]` : info.address;
      const stop = () => new Promise<void>((stopped) => closeAll(server, stopped));
      opened({ url: `http://${host}:${info.port}`, stop });
    });
    server.on('error', failed);
  });
}

function closeAll(server: ReturnType<typeof listen>, stopped: () => void): void {
  server.close(() => stopped());
  if ('closeAllConnections' in server) server.closeAllConnections();
}
