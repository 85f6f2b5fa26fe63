import type { Clock } from '#domain/deps.ts';

/** The time of the machine. */
export const systemClock: Clock = { now: () => new Date().toISOString() };

/** One instant for a whole request, so that everything it writes bears the same time. */
export const frozenClock = (now: string = systemClock.now()): Clock => ({ now: () => now });
