import type { StaffActor } from '#contracts/actor.ts';
import type { Id, IdKind } from '#contracts/ids.ts';

/** The time, injected: rules never look at a clock of their own. */
export interface Clock {
  /** RFC 3339 in UTC with milliseconds. */
  now(): string;
}

/** Makes ids, injected: sortable by creation. */
export interface Ids {
  next<K extends IdKind>(kind: K): Id<K>;
}

/** What a rule is given: who asks, when it is, how ids are made, and the data it may touch. */
export interface Deps<D> {
  actor: StaffActor;
  clock: Clock;
  ids: Ids;
  data: D;
}
