import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ActorStamp } from '#contracts/actor.ts';
import { sizeBands } from '#contracts/bands.ts';
import type { ClientId, ContactId, MergeId, UserId, WorkspaceId } from '#contracts/ids.ts';
import { type Address, type ClientRow, clientStatuses, revenueBands } from '#contracts/schemas/client.ts';

export const shelves = ['clients', 'trash', 'merged', 'destroyed'] as const;
export type Shelf = (typeof shelves)[number];

/**
 * A client. `shelf` is the part of the house it stands in: what goes to the trash changes every list at once
 * by changing this one composite. `row` is what lists show and all that the indexes carry.
 */
export const Client = new Entity({
  model: { entity: 'client', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    version: { type: 'number', required: true },
    name: { type: 'string', required: true },
    legalName: { type: 'string' },
    registrationNumber: { type: 'string' },
    code: { type: 'string' },
    website: { type: 'string' },
    industry: { type: 'string' },
    taxId: { type: 'string' },
    sizeBand: { type: sizeBands },
    revenueBand: { type: revenueBands },
    primaryServiceTypeKey: { type: 'string' },
    currentSystems: { type: 'string' },
    technicalRequirements: { type: 'string' },
    currency: { type: 'string' },
    language: { type: 'string' },
    notes: { type: 'string' },
    tags: { type: CustomAttributeType<string[]>('any'), required: true },
    statusReason: { type: 'string' },
    deletedAt: { type: 'string' },
    /** Only on a headstone: what hangs on the client is being removed, and then the client. */
    destroyedAt: { type: 'string' },
    /** Only on a pointer: where to, by which merge and when, and whether the daily run has looked through it. */
    mergedInto: { type: CustomAttributeType<ClientId>('string') },
    mergeId: { type: CustomAttributeType<MergeId>('string') },
    mergedAt: { type: 'string' },
    settled: { type: 'boolean' },
    /** The day on which the daily purge looks at it; a dash keeps it out of the index. */
    dueOn: { type: 'string', required: true },
    addresses: { type: CustomAttributeType<Address[]>('any'), required: true },
    status: { type: clientStatuses, required: true },
    ownerId: { type: CustomAttributeType<UserId>('string'), required: true },
    ownerEmail: { type: 'string', required: true },
    ownerName: { type: 'string', required: true },
    sample: { type: 'boolean', required: true },
    parentId: { type: CustomAttributeType<ClientId>('string') },
    linkedIds: { type: CustomAttributeType<UserId[]>('any'), required: true },
    primaryContactId: { type: CustomAttributeType<ContactId>('string') },
    primaryContactName: { type: 'string' },
    lastActivityAt: { type: 'string', required: true },
    createdAt: { type: 'string', required: true },
    updatedAt: { type: 'string', required: true },
    updatedBy: { type: CustomAttributeType<ActorStamp>('any'), required: true },
    shelf: { type: shelves, required: true },
    nameKey: { type: 'string', required: true },
    row: { type: CustomAttributeType<Omit<ClientRow, 'lastActivityAt'>>('any'), required: true },
  },
  indexes: {
    byId: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: [], template: 'client', casing: 'none' },
    },
    byName: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['workspaceId', 'shelf'],
        template: 'w#${workspaceId}#${shelf}',
        casing: 'none',
      },
      sk: {
        field: 'gsi1sk',
        composite: ['nameKey', 'clientId'],
        template: '${nameKey}#${clientId}',
        casing: 'none',
      },
    },
    byNewest: {
      index: 'gsi2',
      pk: {
        field: 'gsi2pk',
        composite: ['workspaceId', 'shelf'],
        template: 'w#${workspaceId}#${shelf}',
        casing: 'none',
      },
      sk: { field: 'gsi2sk', composite: ['clientId'], template: '${clientId}', casing: 'none' },
    },
    byActivity: {
      index: 'gsi3',
      pk: {
        field: 'gsi3pk',
        composite: ['workspaceId', 'shelf'],
        template: 'w#${workspaceId}#${shelf}',
        casing: 'none',
      },
      sk: {
        field: 'gsi3sk',
        composite: ['lastActivityAt', 'clientId'],
        template: '${lastActivityAt}#${clientId}',
        casing: 'none',
      },
    },
    byStatusAndName: {
      index: 'gsi4',
      pk: {
        field: 'gsi4pk',
        composite: ['workspaceId', 'shelf', 'status'],
        template: 'w#${workspaceId}#${shelf}#status#${status}',
        casing: 'none',
      },
      sk: {
        field: 'gsi4sk',
        composite: ['nameKey', 'clientId'],
        template: '${nameKey}#${clientId}',
        casing: 'none',
      },
    },
    byStatusAndActivity: {
      index: 'gsi5',
      pk: {
        field: 'gsi5pk',
        composite: ['workspaceId', 'shelf', 'status'],
        template: 'w#${workspaceId}#${shelf}#status#${status}',
        casing: 'none',
      },
      sk: {
        field: 'gsi5sk',
        composite: ['lastActivityAt', 'clientId'],
        template: '${lastActivityAt}#${clientId}',
        casing: 'none',
      },
    },
    byOwner: {
      index: 'gsi6',
      pk: {
        field: 'gsi6pk',
        composite: ['workspaceId', 'shelf', 'ownerId'],
        template: 'w#${workspaceId}#${shelf}#owner#${ownerId}',
        casing: 'none',
      },
      sk: {
        field: 'gsi6sk',
        composite: ['nameKey', 'clientId'],
        template: '${nameKey}#${clientId}',
        casing: 'none',
      },
    },
    byOwnerAndStatus: {
      index: 'gsi7',
      pk: {
        field: 'gsi7pk',
        composite: ['workspaceId', 'shelf', 'ownerId', 'status'],
        template: 'w#${workspaceId}#${shelf}#owner#${ownerId}#${status}',
        casing: 'none',
      },
      sk: {
        field: 'gsi7sk',
        composite: ['nameKey', 'clientId'],
        template: '${nameKey}#${clientId}',
        casing: 'none',
      },
    },
    byDue: {
      index: 'gsi8',
      condition: ({ dueOn }) => dueOn !== '-',
      pk: { field: 'gsi8pk', composite: ['workspaceId'], template: 'w#${workspaceId}#due', casing: 'none' },
      sk: {
        field: 'gsi8sk',
        composite: ['dueOn', 'clientId'],
        template: '${dueOn}#client#${clientId}',
        casing: 'none',
      },
    },
  },
});

export type ClientItem = EntityItem<typeof Client>;
