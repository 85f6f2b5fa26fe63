import type { StaffActor } from '#contracts/actor.ts';
import type { BulkEdit } from '#contracts/schemas/bulk-edit.ts';
import type { Changing } from './bulk-changes.ts';
import type { BulkStore, Frozen, KeptRow } from './bulk-store.ts';
import type { ClientLister } from './client-lists.ts';
import type { Clock } from './deps.ts';

/** What the worker of bulk edits works with. */
export interface BulkTools {
  clock: Clock;
  edits: BulkStore;
  /** The member with the rights he has at this moment; null once he is out. */
  actor(): Promise<StaffActor | null>;
  /** His way to the data; whatever a `row` is given with is written together with that row, or not at all. */
  as(
    actor: StaffActor,
    row?: { edit: BulkEdit; row: KeptRow },
  ): Changing & { data: { clients: ClientLister } };
}

/** What a step makes of a bulk edit. */
export interface Progress {
  change: Partial<BulkEdit>;
  frozen?: readonly Frozen[];
}
