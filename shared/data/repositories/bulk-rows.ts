import { Refusal } from '#contracts/errors.ts';
import type { BulkEditId } from '#contracts/ids.ts';
import type { BulkEdit } from '#contracts/schemas/bulk-edit.ts';
import { type BulkStore, type Frozen, type KeptRow, ROW_KEPT, STOPPED } from '#domain/bulk-store.ts';
import { check, put, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { BulkEdit as Entity } from '../entities/bulk-edit.ts';
import { BulkRow } from '../entities/bulk-row.ts';
import { BulkSlice } from '../entities/bulk-slice.ts';
import { bulkEditRepository, epoch, SLICE } from './bulk-edits.ts';

/** The worker's part: what is frozen, and the rows. */
export function bulkStore(db: Db): BulkStore {
  const { client, table, workspaceId } = db;
  const at = { client, table };
  const slice = kept(async (bulkEditId: BulkEditId, number: number) => {
    const { data } = await BulkSlice.get({ workspaceId, bulkEditId, number }).go({ ...at, consistent: true });
    return data?.frozen ?? [];
  });

  return {
    ...bulkEditRepository(db),

    async frozen(edit, from, count) {
      const [found, until]: [Frozen[], number] = [[], Math.min(edit.total, from + count)];
      while (from + found.length < until) {
        const place = from + found.length;
        // While a filter is not read yet nothing is frozen; while it is prepared, what was picked still changes.
        const some = await slice(edit.id, Math.floor(place / SLICE), edit.state === 'preparing');
        const next = some.slice(place % SLICE, (place % SLICE) + until - place);
        if (next.length === 0) throw new Error(`a slice of ${edit.id} is missing`);
        found.push(...next);
      }
      return found;
    },

    async rowsOf(bulkEditId, clientIds) {
      if (clientIds.length === 0) return new Map();
      const keys = clientIds.map((clientId) => ({ workspaceId, bulkEditId, clientId }));
      const { data, unprocessed } = await BulkRow.get(keys).go({ ...at, consistent: true });
      if (unprocessed.length > 0) throw new Refusal('dependency_down', { internal: 'rows left unread' });
      return new Map(data.map(({ clientId, row }) => [clientId, row]));
    },

    async keep(edit, row) {
      await db.commit(rowWrites(db, edit, row), null);
    },
  };
}

/** The slice that was read last, since one step after the other reads it; never of one that is being prepared. */
function kept(read: (bulkEditId: BulkEditId, number: number) => Promise<Frozen[]>) {
  let last: { key: string; frozen: Frozen[] } | null = null;
  return async (bulkEditId: BulkEditId, number: number, changing: boolean) => {
    const key = `${bulkEditId} ${number}`;
    if (last?.key === key && !changing) return last.frozen;
    const frozen = await read(bulkEditId, number);
    last = changing ? null : { key, frozen };
    return frozen;
  };
}

/** A way to the data in which whatever is committed is committed together with a row, or not at all. */
export const carrying = (db: Db, edit: BulkEdit, row: KeptRow): Db => ({
  ...db,
  commit: (writes, outcome) => db.commit([...writes, ...rowWrites(db, edit, row)], outcome),
});

/** A row that nobody kept yet, while the bulk edit is what it was: no row comes after it was stopped. */
function rowWrites({ table, workspaceId }: Db, edit: BulkEdit, row: KeptRow): Write[] {
  const { id: bulkEditId, userId } = edit;
  const key = { workspaceId, bulkEditId, clientId: row.clientId };
  const keptAlready = () => new Refusal('version_conflict', { internal: ROW_KEPT });
  const write = row.undone
    ? update(
        BulkRow.patch(key)
          .set({ undone: row.undone, row })
          .where(({ undone }, { eq }) => eq(undone, '-'))
          .params({ table }),
        keptAlready,
      )
    : put(
        BulkRow.create({
          ...key,
          outcome: row.outcome,
          undone: '-',
          row,
          expiresAt: epoch(edit),
        }).params({ table }),
        keptAlready,
      );
  const { Key } = Entity.get({ workspaceId, userId, bulkEditId }).params<{ Key: object }>({ table });
  const stands = check(
    {
      TableName: table,
      Key,
      ConditionExpression: '#state = :state',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':state': edit.state },
    },
    () => new Refusal('version_conflict', { internal: STOPPED }),
  );
  return [stands, write];
}
