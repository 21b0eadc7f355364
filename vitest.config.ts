import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

/** Test files wait much for the database, the browser and other programs: two at a time also where there is one core. */
const maxWorkers = Math.max(2, availableParallelism());

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    maxWorkers,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{core,contracts,programmes,web,tools}/**/*.test.ts', '{core,web}/**/*.test.tsx'],
          // Pure functions share one loading of their modules.
          isolate: false,
          testTimeout: 30_000,
          maxWorkers,
        },
      },
      {
        test: {
          name: 'system',
          include: ['{server,cli,test}/**/*.test.ts'],
          globalSetup: ['./test/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers,
          // Pages that a file opens side by side; more would only wait for each other's processor.
          maxConcurrency: 2,
        },
      },
    ],
  },
});
