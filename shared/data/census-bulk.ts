import type { BulkEditId, WorkspaceId } from '#contracts/ids.ts';
import type { BulkEdit as Edit } from '#contracts/schemas/bulk-edit.ts';
import type { KeptRow } from '#domain/bulk-store.ts';
import { BulkEdit } from './entities/bulk-edit.ts';
import { BulkRow } from './entities/bulk-row.ts';

type Item = Record<string, unknown>;

/** What a census knows of bulk edits, and of the rows that are kept of each. */
export interface BulkCensus {
  bulkEdits: Map<BulkEditId, Edit>;
  bulkRows: Map<BulkEditId, Pick<KeptRow, 'outcome' | 'undone'>[]>;
}

export const emptyBulk = (): BulkCensus => ({ bulkEdits: new Map(), bulkRows: new Map() });

type Taker = (census: BulkCensus & { strays: string[] }, workspaceId: WorkspaceId, Item: Item) => void;

export const bulkTakers: Record<string, Taker> = {
  bulkEdit(census, _, Item) {
    const { data } = BulkEdit.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    // The table forgets late, and not all of it at once.
    if (data.expiresAt * 1000 > Date.now()) census.bulkEdits.set(data.bulkEditId, data.edit);
  },
  bulkRow(census, _, Item) {
    const { data } = BulkRow.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const { outcome, undone } = data.row;
    const rows = census.bulkRows.get(data.bulkEditId) ?? [];
    rows.push({ outcome, undone });
    census.bulkRows.set(data.bulkEditId, rows);
  },
};
