import { CustomAttributeType, Entity } from 'electrodb';
import type { ClientId, MergeId, WorkspaceId } from '#contracts/ids.ts';

/** What a merge did with one thing. */
export const mergeDeeds = ['moved', 'folded', 'dropped', 'replaced', 'combined'] as const;
export type MergeDeed = (typeof mergeDeeds)[number];

/**
 * What a merge took away of a client, as it stood there; forgotten by the table itself. Its key is that of the
 * thing, so that it is written once however often the thing comes along.
 */
export const MergeRow = new Entity({
  model: { entity: 'mergeRow', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    mergeId: { type: CustomAttributeType<MergeId>('string'), required: true },
    thing: { type: 'string', required: true },
    deed: { type: mergeDeeds, required: true },
    /** The items as they were: the thing first, then what held its place. */
    former: { type: CustomAttributeType<Record<string, unknown>[]>('any'), required: true },
    /** Where it stands since, or what took it up. */
    now: { type: 'string' },
    /** What took it up, as that was before; with the version that it has since. */
    touched: { type: CustomAttributeType<{ before: Record<string, unknown>; version: number }>('any') },
    expiresAt: { type: 'number', required: true },
  },
  indexes: {
    ofMerge: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId', 'mergeId'],
        template: 'w#${workspaceId}#client#${clientId}#merge#${mergeId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['thing'], template: 'row#${thing}', casing: 'none' },
    },
  },
});
