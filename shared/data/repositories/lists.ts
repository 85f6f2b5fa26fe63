import { Refusal } from '#contracts/errors.ts';
import type { List } from '#contracts/schemas/list.ts';
import type { ListReader, ListWriter } from '#domain/lists.ts';
import type { Db } from '../db.ts';
import { List as Entity } from '../entities/list.ts';
import { putOver } from './records.ts';

export function listRepository({ client, table, workspaceId, commit }: Db): ListReader & ListWriter {
  return {
    /** The lists of the workspace in one query. */
    async all() {
      const { data } = await Entity.query
        .byName({ workspaceId })
        .go({ client, table, consistent: true, pages: 'all' });
      return data.map(fromItem);
    },
    async put(before, after) {
      const moved = (current: Record<string, unknown> | undefined) =>
        new Refusal('version_conflict', { extra: { version: current?.version } });
      await commit([putOver(table, Entity.put({ ...after, workspaceId }), before.version, moved)], after);
    },
  };
}

const fromItem = ({ name, version, entries }: List): List => ({ name, version, entries });
