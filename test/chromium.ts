/** The browser of the tests: CHROMIUM_PATH, else the one packed in @sparticuz/chromium, else the machine's own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Chromium = { readonly path: string; readonly env: Readonly<Record<string, string>> };

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A Chromium that runs here. Throws saying what was tried. */
export function findChromium(): Chromium {
  const given = process.env.CHROMIUM_PATH;
  if (given) return { path: given, env: {} };
  const packed = process.platform === 'linux' && process.arch === 'x64' ? packedChromium() : undefined;
  if (packed) return packed;
  const path = installed.find((place) => existsSync(place));
  if (path) return { path, env: {} };
  throw new Error('no browser for the tests: the packed Chromium does not run here; set CHROMIUM_PATH to another');
}

/**
 * Unpacks the browser (200 MB, 3 s) once for each account and version. It is done by a program of its own, because the
 * package unpacks into the temporary folder under a fixed name that other accounts would share.
 */
function packedChromium(): Chromium | undefined {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(main, '../../../package.json'), 'utf8')) as { version: string };
  const place = join(tmpdir(), `runde-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!isOurs(place)) unpack(main, place);
  const path = join(place, 'chromium');
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(place, 'fonts') };
  // A bare container lacks NSS and its relatives; the package carries them for such a place.
  const libraries = { LD_LIBRARY_PATH: join(place, 'al2023', 'lib') };
  return [fonts, { ...fonts, ...libraries }]
    .map((env): Chromium => ({ path, env }))
    .find(({ env }) => spawnSync(path, ['--version'], { env: { ...process.env, ...env } }).status === 0);
}

function isOurs(place: string): boolean {
  const stat = lstatSync(place, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && stat.uid === (process.getuid?.() ?? stat.uid) && (stat.mode & 0o022) === 0;
}

function unpack(main: string, place: string): void {
  const work = mkdtempSync(`${place}-`);
  const program = `import(${JSON.stringify(pathToFileURL(main))}).then((c) => (c.default.default ?? c.default).executablePath())`;
  // The variable makes the package unpack its libraries too.
  const env = { ...process.env, TMPDIR: work, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  execFileSync(process.execPath, ['-e', program], { env, cwd: dirname(main), stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    renameSync(work, place);
  } catch {
    if (!isOurs(place)) throw new Error(`${place} is in the way: remove it`);
    rmSync(work, { recursive: true, force: true });
  }
}
