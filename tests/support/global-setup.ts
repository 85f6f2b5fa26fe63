import type { TestProject } from 'vitest/node';
import { startCloud } from '#infra/local/cloud.ts';
import type { Whereabouts } from '#infra/local/world.ts';

declare module 'vitest' {
  interface ProvidedContext {
    whereabouts: Whereabouts;
  }
}

/** One local cloud in memory for all test files; each makes workspaces of its own in it. */
export default async function setup(project: TestProject) {
  const cloud = await startCloud({ dataDir: null, port: 0 });
  const { url, endpoints, tables, staffPool, portalPool } = cloud;
  project.provide('whereabouts', { url, endpoints, tables, staffPool, portalPool });
  return () => cloud.close();
}
