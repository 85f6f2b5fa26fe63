import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ActorStamp } from '#contracts/actor.ts';
import type { OwnValues } from '#contracts/client-settings.ts';
import type { ClientId, ClientSettingsId, WorkspaceId } from '#contracts/ids.ts';

/** What every record of settings has, whose ever it is. */
const attributes = {
  workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
  version: { type: 'number', required: true },
  /** Only what was said; absent when that is nothing, since DynamoDB Local streams an empty map as no value at all. */
  values: { type: CustomAttributeType<OwnValues>('any') },
  updatedAt: { type: 'string', required: true },
  updatedBy: { type: CustomAttributeType<ActorStamp>('any'), required: true },
} as const;

/** What a client says of its own, in its partition; its changes are told on its timeline. */
export const ClientSettings = new Entity({
  model: { entity: 'client_settings', version: '1', service: 'foyer' },
  attributes: {
    ...attributes,
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    settingsId: { type: CustomAttributeType<ClientSettingsId>('string'), required: true },
  },
  indexes: {
    ofClient: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: [], template: 'settings', casing: 'none' },
    },
  },
});

export type ClientSettingsItem = EntityItem<typeof ClientSettings>;

/** What the workspace says for all clients; it is on nobody's timeline. */
export const ClientDefaults = new Entity({
  model: { entity: 'clientDefaults', version: '1', service: 'foyer' },
  attributes,
  indexes: {
    ofWorkspace: {
      pk: { field: 'pk', composite: ['workspaceId'], template: 'w#${workspaceId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'client-defaults', casing: 'none' },
    },
  },
});
