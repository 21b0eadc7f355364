import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('the environment', () => {
  it('may be empty', () => {
    expect(readConfig({})).toEqual({ port: 8080, host: '127.0.0.1', dataDir: resolve('.data'), demo: true });
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  it('chooses port, folder and database', () => {
    const config = readConfig({ PORT: '0', RUNDE_DATA: '/srv/runde', DATABASE_URL: 'postgres://u:p@db/runde' });
    expect(config).toMatchObject({ port: 0, dataDir: '/srv/runde', databaseUrl: 'postgres://u:p@db/runde' });
  });

  it('opens the demo door with the embedded database only, unless told', () => {
    const databaseUrl = 'postgres://u:p@db/runde';
    expect(readConfig({ DATABASE_URL: databaseUrl }).demo).toBe(false);
    expect(readConfig({ DATABASE_URL: databaseUrl, RUNDE_DEMO: 'yes' }).demo).toBe(true);
    expect(readConfig({ RUNDE_DEMO: 'no' }).demo).toBe(false);
  });

  it.each([
    [{ RUNDE_DEMO: '1' }, 'RUNDE_DEMO: expected yes or no'],
    [{ PORT: 'http' }, 'PORT: expected a port number'],
    [{ PORT: '70000' }, 'PORT: '],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL: expected postgres://'],
  ])('is refused with the name of the variable: %o', (env, message) => {
    expect(() => readConfig(env)).toThrow(message);
  });
});
