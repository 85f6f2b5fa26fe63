import { fileURLToPath } from 'node:url';
import type { EnvironmentKey, Grant } from '#infra/grants.ts';
import {
  consumers,
  defaultFunction,
  environmentOf,
  functions,
  grantsOf,
  type QueueWorker,
  type Schedule,
  type StreamConsumer,
  schedules,
  workers,
} from '#infra/system.ts';

/** A route as far as a gateway is concerned. */
export interface GatewayRoute {
  key: string;
  method: string;
  path: string;
}

interface Runtime {
  memoryMb: number;
  timeoutSeconds: number;
}

/**
 * All that the local cloud needs to know of a system. The real one is read from `infra/system.ts`; tests hand
 * in a small one of their own.
 */
export interface Blueprint {
  functions: Record<string, Runtime & { routes: readonly GatewayRoute[] }>;
  /** Answers what no route matches. */
  defaultFunction: string;
  consumers: Record<string, Runtime & Omit<StreamConsumer, 'entry' | 'needs'>>;
  workers: Record<string, Runtime & Omit<QueueWorker, 'entry' | 'needs'>>;
  schedules: Record<string, Runtime & Omit<Schedule, 'entry' | 'needs'>>;
  grantsOf(name: string): readonly Grant[];
  environmentOf(name: string): readonly EnvironmentKey[];
  /** The file of a function's bundle. */
  bundleOf(name: string): string;
}

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The system as declared, with the bundles that `npm run build` made. */
export const foyer: Blueprint = {
  functions: Object.fromEntries(
    Object.entries(functions).map(([name, { routes, memoryMb, timeoutSeconds }]) => [
      name,
      { routes: Object.values(routes), memoryMb, timeoutSeconds },
    ]),
  ),
  defaultFunction,
  consumers,
  workers,
  schedules,
  grantsOf,
  environmentOf,
  bundleOf: (name) => `${root}dist/functions/${name}/index.mjs`,
};

/** Every function, whatever wakes it. */
export const runtimesOf = (blueprint: Blueprint): Record<string, Runtime> => ({
  ...blueprint.functions,
  ...blueprint.consumers,
  ...blueprint.workers,
  ...blueprint.schedules,
});
