/** Every benchmark after the other, each in a process of its own: npm run bench [name ...]. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('.', import.meta.url);
const asked = process.argv.slice(2);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -3))
  .filter((name) => asked.length === 0 || asked.includes(name));
for (const name of names) {
  console.log(`\n== ${name}`);
  const script = fileURLToPath(new URL(`${name}.ts`, folder));
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', script], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
