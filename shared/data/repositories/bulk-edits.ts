import { Refusal } from '#contracts/errors.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import { type BulkEdit, BulkEdit as BulkEditSchema } from '#contracts/schemas/bulk-edit.ts';
import {
  type BulkEditReader,
  type BulkEditWriter,
  type Frozen,
  type KeptRow,
  PROGRESSED,
} from '#domain/bulk-store.ts';
import { put, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { BulkEdit as Entity } from '../entities/bulk-edit.ts';
import { BulkRow } from '../entities/bulk-row.ts';
import { BulkSlice } from '../entities/bulk-slice.ts';
import { pageOptions, toPage } from './paging.ts';

/** Clients of one slice: some 20 KB, which a step reads whole. */
export const SLICE = 500;

export function bulkEditRepository(db: Db): BulkEditReader & BulkEditWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table };

  return {
    /** One bulk edit of a member, strongly consistent: it answers what was just written. */
    async get(userId, bulkEditId) {
      const { data } = await Entity.get({ workspaceId, userId, bulkEditId }).go({ ...at, consistent: true });
      return data && fromItem(data);
    },

    /** A member's own, newest first. */
    async list(userId, page) {
      const answer = await Entity.query.ofMember({ workspaceId, userId }).go({
        ...at,
        ...pageOptions({ ...page, limit: Math.min(page.limit ?? MOST_LISTED, MOST_LISTED) }),
        order: 'desc',
      });
      return toPage(answer, fromItem);
    },

    /** Rows in the order of their clients' ids; of an outcome from the index that has it in its key. */
    async rows(bulkEditId, { outcome, undone }, page) {
      const options = { ...at, ...pageOptions(page) };
      const place = { workspaceId, bulkEditId };
      if (undone) return toPage(await BulkRow.query.byUndone({ ...place, undone }).go(options), rowOf);
      if (outcome) return toPage(await BulkRow.query.byOutcome({ ...place, outcome }).go(options), rowOf);
      return toPage(await BulkRow.query.ofEdit(place).go(options), rowOf);
    },

    async create(edit, picked) {
      await db.commit(
        [put(Entity.create(toItem(workspaceId, edit)).params({ table })), ...slices(db, edit, picked)],
        edit,
      );
    },

    async update(before, after, frozen = []) {
      const { state, version: next, edit } = toItem(workspaceId, after);
      const params = Entity.patch({ workspaceId, userId: before.userId, bulkEditId: before.id })
        .set({ state, version: next, edit })
        .where(({ version }, { eq }) => eq(version, before.version))
        .params({ table });
      await db.commit([update(params, wentOn), ...slices(db, after, frozen)], after);
    },
  };
}

/** A bulk edit is some 2 KB; whoever looks for one looks among the last. */
const MOST_LISTED = 20;

const wentOn = () => new Refusal('version_conflict', { internal: PROGRESSED });

/** Overwrites what was picked, once each client is frozen with its version. */
function slices({ table, workspaceId }: Db, edit: BulkEdit, frozen: readonly Frozen[]): Write[] {
  const numbers = Array.from({ length: Math.ceil(frozen.length / SLICE) }, (_, number) => number);
  return numbers.map((number) =>
    put(
      BulkSlice.put({
        workspaceId,
        bulkEditId: edit.id,
        number,
        frozen: frozen.slice(number * SLICE, (number + 1) * SLICE),
        expiresAt: epoch(edit),
      }).params({ table }),
    ),
  );
}

/** When the table may forget a bulk edit and all of it. */
export const epoch = ({ expiresAt }: BulkEdit) => Math.floor(Date.parse(expiresAt) / 1000);

const toItem = (workspaceId: WorkspaceId, edit: BulkEdit) => ({
  workspaceId,
  userId: edit.userId,
  bulkEditId: edit.id,
  version: edit.version,
  state: edit.state,
  edit,
  expiresAt: epoch(edit),
});

const fromItem = ({ edit }: { edit: unknown }): BulkEdit => BulkEditSchema.parse(edit);
const rowOf = ({ row }: { row: KeptRow }): KeptRow => row;
