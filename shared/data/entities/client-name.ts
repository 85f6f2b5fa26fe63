import { CustomAttributeType, Entity } from 'electrodb';
import type { BrandId, ClientId, ProjectId, WorkspaceId } from '#contracts/ids.ts';

/** What a client has under names of which each is one of its kind. */
export const namedKinds = ['project', 'brand'] as const;
export type NamedKind = (typeof namedKinds)[number];

/** Holds a name for one thing of its kind at a client, case aside; hashed, since a name may hold any character. */
export const ClientNameGuard = new Entity({
  model: { entity: 'clientName', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    kind: { type: namedKinds, required: true },
    nameHash: { type: 'string', required: true },
    holderId: { type: CustomAttributeType<ProjectId | BrandId>('string'), required: true },
  },
  indexes: {
    byName: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: {
        field: 'sk',
        composite: ['kind', 'nameHash'],
        template: '${kind}name#${nameHash}',
        casing: 'none',
      },
    },
  },
});
