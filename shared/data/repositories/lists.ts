import { Refusal } from '#contracts/errors.ts';
import type { List } from '#contracts/schemas/list.ts';
import type { ListReader, ListWriter } from '#domain/lists.ts';
import { put } from '../commit.ts';
import type { Db } from '../db.ts';
import { List as Entity } from '../entities/list.ts';

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
      const params = Entity.put({ ...after, workspaceId })
        .where(({ version }, { notExists, eq }) =>
          before.version === 0 ? notExists(version) : eq(version, before.version),
        )
        .params({ table });
      const moved = (current: Record<string, unknown> | undefined) =>
        new Refusal('version_conflict', { extra: { version: current?.version } });
      await commit([put(params, moved)], after);
    },
  };
}

const fromItem = ({ name, version, entries }: List): List => ({ name, version, entries });
