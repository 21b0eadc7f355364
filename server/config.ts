import { resolve } from 'node:path';
import { z } from 'zod';

/** What the installation decides, from the environment. Everything else is programme policy or stands in the database. */
export type Config = {
  /** TCP port of the web server. 0 = any free one. */
  readonly port: number;
  /** Address to listen on; only this machine unless said. */
  readonly host: string;
  /** Folder of the embedded database, snapshots and received deliveries. Absolute. */
  readonly dataDir: string;
  /** A PostgreSQL 18 server of one's own; without it the embedded one is started. */
  readonly databaseUrl?: string;
  /** A demo country: anyone who reaches the address picks who to be. Never on with a database of one's own unless said. */
  readonly demo: boolean;
};

const environment = z.object({
  PORT: z.coerce.number('expected a port number').int().min(0).max(65535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  RUNDE_DATA: z.string().min(1).default('.data'),
  RUNDE_DEMO: z.enum(['yes', 'no'], 'expected yes or no').optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'expected postgres://user:password@host:port/database')
    .optional(),
});

/** Reads PORT, HOST, RUNDE_DATA, RUNDE_DEMO and DATABASE_URL; an empty value counts as not set. Throws naming the variable that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`the environment is wrong: ${faults.join('; ')}`);
  }
  const { PORT, HOST, RUNDE_DATA, RUNDE_DEMO, DATABASE_URL } = parsed.data;
  const demo = RUNDE_DEMO ? RUNDE_DEMO === 'yes' : DATABASE_URL === undefined;
  const config = { port: PORT, host: HOST, dataDir: resolve(RUNDE_DATA), demo };
  return DATABASE_URL ? { ...config, databaseUrl: DATABASE_URL } : config;
}
