import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Tests that talk to a real Postgres and a real Redis, which are started for them. */
const outside = 'server/**/*.outside.test.ts'

/**
 * One project a workspace, so that each runs in the surroundings it was written for. Files that share a process share what
 * they read in: making a browser's world, and reading Yjs, Mantine or Kysely again for each file, took most of the time.
 */
export default defineConfig({
  root,
  test: {
    // As many as CI has cores: the default leaves one of them to the tests' own reporter.
    maxWorkers: 2,
    projects: [
      {
        root,
        test: {
          name: 'shared',
          environment: 'node',
          isolate: false,
          include: ['shared/src/**/*.test.ts'],
        },
      },
      {
        root,
        test: {
          name: 'server',
          environment: 'node',
          isolate: false,
          include: ['server/**/*.test.ts'],
          exclude: ['**/node_modules/**', outside],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        root,
        test: {
          name: 'outside',
          environment: 'node',
          include: [outside],
          globalSetup: ['server/src/platform/testing/outside.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'client',
          environment: 'jsdom',
          isolate: false,
          include: ['client/src/**/*.test.{ts,tsx}'],
          setupFiles: ['client/test-setup.ts'],
          // A screen that is typed into takes jsdom seconds on a machine that has other work.
          testTimeout: 20_000,
        },
      },
      {
        root,
        test: {
          name: 'house',
          environment: 'node',
          include: ['e2e/check/**/*.test.ts', 'e2e/world/**/*.test.ts', 'e2e/bench/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'faults',
          environment: 'node',
          include: ['e2e/faults/**/*.test.ts', 'e2e/hostile/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
