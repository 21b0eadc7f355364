import { chownSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The account that runs the embedded server; undefined means "the one that runs this program". */
export type ServerUser = { readonly uid: number; readonly gid: number } | undefined;

/** `nobody` on every Linux and BSD: an account that is always there, so nothing is added to the user's machine. */
const NOBODY = 65534;

/**
 * PostgreSQL refuses to run as root. Started by root it runs as the owner of an existing data folder, else as nobody;
 * started by anybody else it runs as that person.
 */
export function serverUser(dataFolder: string): ServerUser {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(dataFolder, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : { uid: NOBODY, gid: NOBODY };
}

/** Whether the account may pass through every folder down to the path (by mode bits; access lists are not read). */
export function canReach(user: ServerUser, path: string): boolean {
  if (!user) return true;
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat && !mayEnter(user, stat)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function mayEnter(user: NonNullable<ServerUser>, stat: { mode: number; uid: number; gid: number }): boolean {
  if (stat.uid === user.uid) return (stat.mode & 0o100) !== 0;
  if (stat.gid === user.gid) return (stat.mode & 0o010) !== 0;
  return (stat.mode & 0o001) !== 0;
}

/** Makes a folder that only the account can read, with everything that is in it. */
export function privateFolder(user: ServerUser, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user && statSync(folder).uid !== user.uid) give(user, folder);
}

function give(user: NonNullable<ServerUser>, path: string): void {
  chownSync(path, user.uid, user.gid);
  if (!statSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) give(user, join(path, name));
}
