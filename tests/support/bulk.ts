import type { BulkEditId, ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { BodyInputOf } from '#contracts/route.ts';
import type { bulkEdits } from '#contracts/routes/bulk-edits.ts';
import type { BulkEdit, BulkFilter, BulkOutcome, BulkRow } from '#contracts/schemas/bulk-edit.ts';
import { eventually } from './eventually.ts';
import type { SignedIn } from './given.ts';

type Change = BodyInputOf<typeof bulkEdits.create>['change'];

/** Bulk edits as one member makes them; each step waits for the job behind it. */
export function bulkOf({ api, workspaceId }: Pick<SignedIn, 'api'> & { workspaceId: WorkspaceId }) {
  const at = (bulkEditId: BulkEditId) => ({ workspaceId, bulkEditId });
  const sure = <T>({ data }: { data: T | null }): T => {
    if (data === null) throw new Error('no answer');
    return data;
  };
  const until = (id: BulkEditId, wanted: (edit: BulkEdit) => boolean) =>
    eventually(async () => sure(await api.bulkEdits.get({ params: at(id) })), wanted);

  const create = async (change: Change, which: readonly ClientId[] | BulkFilter) =>
    sure(
      await api.bulkEdits.create({
        params: { workspaceId },
        body: {
          change,
          selection: Array.isArray(which)
            ? { by: 'ids', ids: [...which] }
            : { by: 'filter', filter: which as BulkFilter },
        },
      }),
    );
  const start = async ({ id, version }: BulkEdit) =>
    sure(await api.bulkEdits.start({ params: at(id), ifMatch: version }));
  const undo = async ({ id, version }: BulkEdit) =>
    sure(await api.bulkEdits.undo({ params: at(id), ifMatch: version }));

  return {
    until,
    create,
    start,
    undo,
    cancel: async (id: BulkEditId) => sure(await api.bulkEdits.cancel({ params: at(id) })),
    async prepared(change: Change, which: readonly ClientId[] | BulkFilter) {
      const { id } = await create(change, which);
      return until(id, ({ state }) => state !== 'preparing');
    },
    async run(ready: BulkEdit) {
      await start(ready);
      return until(ready.id, ({ state }) => state === 'done');
    },
    async undone(ended: BulkEdit) {
      await undo(ended);
      return until(ended.id, ({ state }) => state === 'undone');
    },
    async rows(id: BulkEditId, query: { outcome?: BulkOutcome; undone?: BulkOutcome } = {}) {
      const found: BulkRow[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = sure(await api.bulkEdits.rows({ params: at(id), query: { ...query, cursor } }));
        found.push(...page.data);
        cursor = page.page.next;
      }
      return found;
    },
  };
}

type Given = Pick<SignedIn, 'api'> & { workspaceId: WorkspaceId };

/** Clients of these names, each with `more` besides. */
export async function someClients(given: Given, names: readonly string[], more = {}) {
  const made = [];
  for (const name of names) {
    const { data } = await given.api.clients.create({ params: given, body: { name, ...more } });
    if (!data) throw new Error('no client');
    made.push(data);
  }
  return made;
}

export const ids = (clients: readonly { id: ClientId }[]) => clients.map(({ id }) => id);
/** How a client is named to a route. */
export const at = ({ workspaceId }: Pick<Given, 'workspaceId'>, clientId: ClientId) => ({
  params: { workspaceId, clientId },
});
