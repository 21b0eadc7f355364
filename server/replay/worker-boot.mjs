// A thread starts as plain JavaScript; the sources are TypeScript, as in cli/bin.js.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
