import { defineConfig } from 'vitest/config';

/** Tests of the house itself need nothing; those of the product share one local cloud, a workspace each. */
const houses = ['contracts', 'domain', 'data', 'functions', 'infra', 'architecture'];
const clouds = ['api', 'permissions', 'streams', 'web', 'journeys', 'faults', 'attacks', 'bench'];

// Type tests (*.test-d.ts) are held by the compiler itself, in `npm run types`.
const files = (folders: string[]) => folders.map((folder) => `tests/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    // Two cores: more workers only make each other wait.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        test: {
          name: 'house',
          include: files(houses),
        },
      },
      {
        test: {
          name: 'cloud',
          include: files(clouds),
          globalSetup: ['tests/support/global-setup.ts'],
        },
      },
    ],
  },
});
