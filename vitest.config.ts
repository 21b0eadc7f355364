import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{core,contracts,programmes,web,tools}/**/*.test.ts', '{core,web}/**/*.test.tsx'],
        },
      },
      {
        test: {
          name: 'system',
          include: ['{server,cli,test}/**/*.test.ts'],
          globalSetup: ['./test/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
