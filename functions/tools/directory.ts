import type { UserId } from '#contracts/ids.ts';
import { partition } from '#data/keys.ts';
import { directoryRepository } from '#data/repositories/directory.ts';
import type { Directory } from '#domain/me.ts';
import type { Turn } from '../runtime/context.ts';
import { env } from '../runtime/env.ts';
import { tableClient } from './table.ts';

/** `directory.read`: what the directory knows of the person who asks, and of nobody else. */
export const directoryRead = (turn: Turn): { directory: Directory } => {
  const prefixes = [partition.person(turn.subject as UserId)];
  return {
    directory: directoryRepository(tableClient({ prefixes }, turn.spent.route), env('FOYER_DIRECTORY')),
  };
};
