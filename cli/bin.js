#!/usr/bin/env node
// Plain JavaScript, so that an old Node can say what is wrong instead of failing on the first type.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Runde needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}
const tsx = await import('tsx/esm/api').catch(() => undefined);
if (!tsx) {
  console.error('The packages are not installed: run "npm ci" first.');
  process.exit(1);
}
tsx.register();
const { main } = await import('./main.ts');
process.exit(await main(process.argv.slice(2)));
