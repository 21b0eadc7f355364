import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The version that figures and snapshots carry, so that a number can be traced to the code that made it. */
export const codeVersion = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))).version;
