import { ulidIds } from '#cloud/ids.ts';
import { MOST_AT_ONCE } from '#contracts/schemas/bulk-edit.ts';
import { bulkOf } from '../support/bulk.ts';
import type { givenWorkspace } from '../support/given.ts';
import type { Sample } from './access-samples.ts';

/** Calls of the routes of bulk edits at their worst: as many ids as may be, and a page full of rows. */
export function bulkSamples(
  given: () => Awaited<ReturnType<typeof givenWorkspace>>,
): Record<string, () => Promise<Sample>> {
  /** Of every client that there is, with as long a preview. */
  const ready = () => bulkOf(given()).prepared({ field: 'tags', add: ['A new tag'] }, {});
  const done = async () => bulkOf(given()).run(await ready());
  return {
    'bulkEdits.create': async () => {
      const ids = Array.from({ length: MOST_AT_ONCE }, () => ulidIds.next('client'));
      const ownerId = (await given().join('admin')).person.userId;
      return { body: { change: { field: 'owner', ownerId }, selection: { by: 'ids', ids } } };
    },
    'bulkEdits.list': async () => ({}),
    'bulkEdits.get': async () => ({ params: { bulkEditId: (await ready()).id } }),
    'bulkEdits.start': async () => {
      const { id, version } = await ready();
      return { params: { bulkEditId: id }, ifMatch: version };
    },
    'bulkEdits.cancel': async () => ({ params: { bulkEditId: (await ready()).id } }),
    'bulkEdits.rows': async () => ({ params: { bulkEditId: (await done()).id } }),
    'bulkEdits.undo': async () => {
      const tags = { field: 'tags', clear: true } as const;
      const { id, version } = await bulkOf(given()).run(await bulkOf(given()).prepared(tags, {}));
      return { params: { bulkEditId: id }, ifMatch: version };
    },
  };
}
