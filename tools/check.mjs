/** Runs every check that is not a test of behaviour, prints each with its time, and fails when one does. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const node = (program, ...args) => [process.execPath, join(modules, program), ...args];

const checks = {
  'format and lint': node('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--max-diagnostics=30'),
  'types of core, without platform': node('typescript/bin/tsc', '-p', 'core'),
  types: node('typescript/bin/tsc', '-p', '.'),
  'dead code': node('knip/bin/knip.js', '--no-progress'),
  'layers, file sizes and schema': node(
    'vitest/vitest.mjs',
    'run',
    '--project',
    'system',
    'test/architecture',
    'test/schema-lint',
  ),
};

let failed = 0;
for (const [name, [program, ...args]] of Object.entries(checks)) {
  const began = performance.now();
  const result = spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const good = result.status === 0;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${good ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (good) continue;
  failed += 1;
  console.log(result.error ? result.error.message : `${result.stdout}${result.stderr}`);
}
console.log(failed === 0 ? 'all checks pass' : `${failed} of ${Object.keys(checks).length} checks failed`);
process.exitCode = failed === 0 ? 0 : 1;
