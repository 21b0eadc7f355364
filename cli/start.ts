import { once } from 'node:events';
import { createServer } from 'node:net';
import { type Config, readConfig } from '#server/config';
import { type Installation, openInstallation } from '#server/db/open-installation';
import { startProgress } from './progress.ts';

/** A running part of the programme that can be stopped. */
type Part = { stop(): Promise<void> };

/**
 * `runde start`: database, schema, queue and web server; runs until SIGINT, SIGTERM or SIGHUP and then stops everything
 * in the opposite order. A second signal ends the program at once (the database recovers at the next start).
 */
export async function run(args: readonly string[]): Promise<number> {
  if (args.length > 0) throw new Error('takes no arguments: see PORT, HOST, RUNDE_DATA and DATABASE_URL in the README');
  const config = readConfig();
  // Before anything is set up, so that a second start says so at once. The server itself finds out again.
  await refuseTakenPort(config);
  const told = untilTold();
  const progress = startProgress('database');
  const installation = await openInstallation(config);
  progress.end(described(installation));
  const parts: Part[] = [{ stop: installation.close }];
  try {
    const { serve } = await import('#server/main');
    const server = await serve(installation.db, config, startProgress);
    parts.unshift(server);
    const opened = server.ready.then(() => console.log(`Runde is open at ${server.url}`));
    // Told to stop while the demo is being set up: what is not committed is done again at the next start.
    const first = await Promise.race([opened.then(() => 'open'), told.then(() => 'told')]);
    if (first === 'open') await told;
    else opened.catch(() => {});
    console.error('stopping');
    return 0;
  } finally {
    for (const part of parts) await part.stop();
  }
}

async function refuseTakenPort({ port, host }: Config): Promise<void> {
  const probe = createServer().listen(port, host);
  try {
    await once(probe, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(`port ${port} is taken, perhaps by a Runde that runs already: set PORT to another`);
  }
  probe.close();
  await once(probe, 'close');
}

function described({ server, applied }: Installation): string {
  const schema = applied.length > 0 ? `, ${applied.length} schema files applied` : '';
  const words = {
    own: 'the one of DATABASE_URL',
    started: 'embedded, for demonstration and tests only',
    joined: 'embedded, already running: joined',
  };
  return words[server] + schema;
}

function untilTold(): Promise<void> {
  return new Promise((told) => {
    const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    let times = 0;
    const hear = () => {
      times += 1;
      if (times > 1) process.exit(130);
      told();
    };
    for (const signal of signals) process.on(signal, hear);
  });
}
