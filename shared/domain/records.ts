import { type ActorStamp, type StaffActor, type SystemActor, stamp } from '#contracts/actor.ts';
import type { Clock } from './deps.ts';

interface Recorded {
  version: number;
  updatedAt: string;
  updatedBy: ActorStamp;
}

/** The next version of a record by this actor at this time, or the very same record when nothing differs. */
export function nextVersion<T extends Recorded>(
  { actor, clock }: { actor: StaffActor | SystemActor; clock: Clock },
  before: T,
  changed: T,
): T {
  if (JSON.stringify(before) === JSON.stringify(changed)) return before;
  return { ...changed, version: before.version + 1, updatedAt: clock.now(), updatedBy: stamp(actor) };
}

/** Without the keys that a patch does not name. */
export const defined = <T extends object>(patch: T) =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
