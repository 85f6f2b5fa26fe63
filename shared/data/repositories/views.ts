import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Refusal } from '#contracts/errors.ts';
import type { UserId, ViewId } from '#contracts/ids.ts';
import { MOST_VIEWS, type View, View as ViewSchema } from '#contracts/schemas/view.ts';
import { versionConflict } from '#domain/clients.ts';
import { tooManyViews, type ViewReader, type ViewWriter } from '#domain/views.ts';
import { put, remove, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { View as Entity } from '../entities/view.ts';
import { ViewShelf } from '../entities/view-shelf.ts';

const SHARED = 'shared';
/** The shelf of a member's own views; an id of a person is never the word for the shared ones. */
const own = (userId: UserId) => `of#${userId}`;
const shelfOf = ({ shared, ownerId }: View) => (shared ? SHARED : own(ownerId));

export function viewRepository(db: Db): ViewReader & ViewWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table };

  return {
    /** One view by id, wherever this member may find it, in one strongly consistent BatchGet. */
    async get(userId, viewId) {
      const keys = [SHARED, own(userId)].map((shelf) => ({ workspaceId, shelf, viewId }));
      const { data } = await Entity.get(keys).go({ ...at, consistent: true });
      return data[0] ? fromItem(data[0]) : null;
    },

    /** Two partitions, each whole: views in the order in which they were made, and the member's choice. */
    async all(userId) {
      const [shared, mine] = await Promise.all([SHARED, own(userId)].map((shelf) => read(db, shelf)));
      return {
        shared: shared?.views ?? [],
        own: mine?.views ?? [],
        defaultViewId: mine?.defaultViewId ?? null,
      };
    },

    async create(view) {
      await db.commit([place(db, view), count(db, shelfOf(view), 1)], view);
    },

    async update(before, after) {
      const [from, to] = [shelfOf(before), shelfOf(after)];
      const writes =
        from === to
          ? [change(db, before, after)]
          : [take(db, before), place(db, after), count(db, from, -1), count(db, to, 1)];
      await db.commit(writes, after);
    },

    async remove(view) {
      await db.commit([take(db, view), count(db, shelfOf(view), -1)], null);
    },

    async setDefault(userId, viewId) {
      const params = ViewShelf.upsert({ workspaceId, shelf: own(userId) })
        .set({ defaultViewId: viewId ?? '-' })
        .params({ table });
      await db.commit([update(params)], { viewId });
    },
  };
}

/** A shelf is one partition of at most fifty views and what is said of the shelf. */
async function read({ client, table, workspaceId }: Db, shelf: string) {
  const { TableName: _, Key } = ViewShelf.get({ workspaceId, shelf }).params<{
    TableName: string;
    Key: { pk: string };
  }>({ table });
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': Key.pk },
      ConsistentRead: true,
    }),
  );
  const views: View[] = [];
  let chosen: ViewId | '-' | undefined;
  for (const Item of Items) {
    if (Item.__edb_e__ === 'viewShelf') chosen = ViewShelf.parse({ Item }).data?.defaultViewId;
    const { data } = Item.__edb_e__ === 'view' ? Entity.parse({ Item }) : { data: null };
    if (data) views.push(fromItem(data));
  }
  return { views, defaultViewId: chosen === '-' ? null : (chosen ?? null) };
}

const toItem = ({ workspaceId }: Db, view: View) => ({
  workspaceId,
  shelf: shelfOf(view),
  viewId: view.id,
  version: view.version,
  view,
});

const place = (db: Db, view: View): Write =>
  put(Entity.create(toItem(db, view)).params({ table: db.table }), moved);

function change(db: Db, before: View, after: View): Write {
  const { workspaceId, shelf, viewId } = toItem(db, before);
  const params = Entity.patch({ workspaceId, shelf, viewId })
    .set({ version: after.version, view: after })
    .where(({ version }, { eq }) => eq(version, before.version))
    .params({ table: db.table });
  return update(params, moved);
}

function take(db: Db, view: View): Write {
  const { workspaceId, shelf, viewId } = toItem(db, view);
  const params = Entity.delete({ workspaceId, shelf, viewId })
    .where(({ version }, { eq }) => eq(version, view.version))
    .params({ table: db.table });
  return remove(params, moved);
}

function moved(current: Record<string, unknown> | undefined): Refusal {
  const { data } = Entity.parse({ Item: current });
  return data ? versionConflict(fromItem(data)) : new Refusal('not_found');
}

/** A shelf takes no more than fit on it. */
function count({ table, workspaceId }: Db, shelf: string, by: 1 | -1): Write {
  const counted = ViewShelf.upsert({ workspaceId, shelf }).add({ views: by });
  if (by < 0) return update(counted.params({ table }));
  const params = counted
    .where(({ views }, { notExists, lt }) => `${notExists(views)} OR ${lt(views, MOST_VIEWS)}`)
    .params({ table });
  return update(params, tooManyViews);
}

const fromItem = ({ view }: { view: View }): View => ViewSchema.parse(view);
