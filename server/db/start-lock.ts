import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './running-server.ts';

/** No start takes longer: an older lock belongs to a program whose process number has been given to another. */
const OLDEST_SECONDS = 120;

/** Runs `work` while no other start of the same data folder does. A lock left by a killed program is taken over. */
export async function withStartLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!take(file)) {
    if (isStale(file)) rmSync(file, { force: true });
    else await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isStale(file: string): boolean {
  try {
    const age = (Date.now() - statSync(file).mtimeMs) / 1000;
    const holder = Number(readFileSync(file, 'utf8'));
    return age > OLDEST_SECONDS || (holder > 0 && !isAlive(holder)) || (holder === 0 && age > 5);
  } catch {
    return false;
  }
}
