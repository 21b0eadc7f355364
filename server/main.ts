import { serve as listen } from '@hono/node-server';
import type { Hono } from 'hono';
import { sessionKey } from '#server/auth/session-key';
import { citizenPages } from '#server/citizen/pages';
import type { Config } from '#server/config';
import type { Database } from '#server/db/database';
import { makeApp } from '#server/http/app';
import { buildWeb, webFolder } from '#server/http/build-web';
import { routes } from '#server/http/routes';
import { settingUp } from '#server/http/setting-up';
import { runJobs } from '#server/jobs/run-jobs';
import { partnerFromEnvironment } from '#server/messaging/http-partner';
import { messagingRules } from '#programmes/breast-no/messaging';
import { openDemo, type StartProgress } from '#server/programme/open-demo';
import { demoTimetable, programmeTimetable } from '#server/programme/timetable';
import { codeVersion } from '#server/version';

export type Served = {
  readonly url: string;
  /** The programme is open; until then the address shows how far the setting up has come. Rejects when that fails. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Opens the service: builds the web application when it is missing or stale and listens at once; then sets up the demo
 * where the installation is one, starts the queue, and opens the programme at the same address. Throws the system's
 * EADDRINUSE when the port is taken.
 */
export async function serve(db: Database, config: Config, startProgress: StartProgress): Promise<Served> {
  const progress = startProgress('web pages');
  const { built } = await buildWeb();
  progress.end(built ? 'built' : 'as built before');
  const waiting = settingUp(startProgress);
  const parts: (() => Promise<void>)[] = [];
  let answer: Hono['fetch'] = waiting.app.fetch;
  const { url, close } = await open((...request) => answer(...request), config);
  const ready = openProgramme(db, config, waiting.startProgress, parts).then((app) => {
    answer = app.fetch;
  });
  const stop = async () => {
    await close();
    for (const part of parts.toReversed()) await part();
  };
  return { url, ready, stop };
}

/** Everything behind the address. What must be stopped again is added to `parts` as it starts. */
async function openProgramme(
  db: Database,
  config: Config,
  startProgress: StartProgress,
  parts: (() => Promise<void>)[],
): Promise<Hono> {
  const key = await sessionKey(db);
  const demo = config.demo ? await openDemo(db, config, startProgress) : undefined;
  if (demo) parts.push(demo.stop);
  const { tasks, crontab } = demo
    ? demoTimetable(db)
    : programmeTimetable(db, config, partnerFromEnvironment(process.env, messagingRules.timeoutMs));
  const jobs = await runJobs(db.url, tasks, { crontab });
  parts.push(jobs.stop);
  const days = demo ? { days: demo.days } : {};
  const pages = citizenPages({ db, config, key, webFolder });
  return makeApp({ db, config, key, routes, webFolder, version: codeVersion, pages, ...days });
}

function open(answer: Hono['fetch'], config: Config): Promise<{ readonly url: string; close(): Promise<void> }> {
  return new Promise((opened, failed) => {
    const server = listen({ fetch: answer, port: config.port, hostname: config.host }, (info) => {
      const host = info.family === 'IPv6' ? `[${info.address}]` : info.address;
      const close = () => new Promise<void>((stopped) => closeAll(server, stopped));
      opened({ url: `http://${host}:${info.port}`, close });
    });
    server.on('error', failed);
  });
}

function closeAll(server: ReturnType<typeof listen>, stopped: () => void): void {
  server.close(() => stopped());
  if ('closeAllConnections' in server) server.closeAllConnections();
}
