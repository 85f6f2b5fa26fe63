import type { BulkEditId, ClientId, UserId } from '#contracts/ids.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import type { BulkEdit, BulkOutcome } from '#contracts/schemas/bulk-edit.ts';
import type { Before } from './bulk-changes.ts';

/**
 * A client of a frozen selection with the version it had then, zero while nobody has looked, and a mark of the
 * fields that are to be changed.
 */
export type Frozen = readonly [clientId: ClientId, version: number, mark?: string];

/** What became of a client. It names nobody: a name is told by the client itself, to whoever sees it. */
export interface KeptRow {
  clientId: ClientId;
  outcome: BulkOutcome;
  code: string | null;
  /** Of one that was changed: what it had, the version that the change made, and the mark of what it left. */
  before: Before | null;
  version: number | null;
  after?: string | null;
  undone: BulkOutcome | null;
}

export interface BulkEditReader {
  /** A bulk edit of this member, or null. */
  get(userId: UserId, bulkEditId: BulkEditId): Promise<BulkEdit | null>;
  /** A member's own, newest first. */
  list(userId: UserId, page: PageRequest): Promise<Page<BulkEdit>>;
  /** Rows, all or those of one outcome. */
  rows(
    bulkEditId: BulkEditId,
    wanted: { outcome?: BulkOutcome | undefined; undone?: BulkOutcome | undefined },
    page: PageRequest,
  ): Promise<Page<KeptRow>>;
}

export interface BulkEditWriter {
  /** Writes a bulk edit with the clients it was picked for, if it was. */
  create(edit: BulkEdit, picked: readonly Frozen[]): Promise<void>;
  /**
   * Writes its next state, and with it the frozen selection once that is known.
   * @throws {Refusal} `version_conflict`
   */
  update(before: BulkEdit, after: BulkEdit, frozen?: readonly Frozen[]): Promise<void>;
}

/** How the repository says that the bulk edit went on meanwhile. */
export const PROGRESSED = 'the bulk edit went on';

/** What the worker alone does with a bulk edit. */
export interface BulkStore extends BulkEditReader, BulkEditWriter {
  /** So many frozen clients from this place on. */
  frozen(edit: BulkEdit, from: number, count: number): Promise<Frozen[]>;
  /** What is kept of these clients. */
  rowsOf(bulkEditId: BulkEditId, clientIds: readonly ClientId[]): Promise<Map<ClientId, KeptRow>>;
  /**
   * Keeps a row of a client that did not change, or what became of it when it was taken back.
   * @throws {Refusal} marked `ROW_KEPT` or `STOPPED`
   */
  keep(edit: BulkEdit, row: KeptRow): Promise<void>;
}

/** How the repository says that the row stands already, and that the bulk edit is not in that state any more. */
export const ROW_KEPT = 'the row is kept already';
export const STOPPED = 'the bulk edit was stopped';
