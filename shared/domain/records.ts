import { type ActorStamp, type StaffActor, type SystemActor, stamp } from '#contracts/actor.ts';
import { Refusal } from '#contracts/errors.ts';
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

/** Of a hundred writers of one record each finds a moment of its own among so many, spread over two seconds. */
const TRIES = 10;
const LONGEST_PAUSE = 640;

/** Full jitter, doubling from 20 ms: parallel writers of one record part ways. */
const pause = (tries: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(20 * 2 ** tries, LONGEST_PAUSE)));

/**
 * Runs a change again, from what is true by then, when something moved that nobody's edit is meant by. The
 * repository marks such a refusal with `mark`; the attempt is told whether it is a repetition.
 * @throws {Refusal} whatever else the change refuses; the marked one when it moved ten times over
 */
export async function whileMoving<T>(mark: string, attempt: (again: boolean) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt(tries > 1);
    } catch (error) {
      const isMoved = error instanceof Refusal && error.options.internal === mark;
      if (!isMoved || tries === TRIES) throw error;
      await pause(tries);
    }
  }
}
