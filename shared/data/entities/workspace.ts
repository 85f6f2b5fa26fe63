import { CustomAttributeType, Entity } from 'electrodb';
import type { Feature } from '#contracts/features.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { Permission } from '#contracts/permissions.ts';

/** A workspace and what is entitled in it; read with the member on every request. */
export const Workspace = new Entity({
  model: { entity: 'workspace', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    name: { type: 'string', required: true },
    slug: { type: 'string', required: true },
    status: { type: ['active', 'suspended'] as const, required: true },
    features: { type: CustomAttributeType<Feature[]>('any'), required: true },
    customRoles: { type: CustomAttributeType<Record<string, Permission[]>>('any'), required: true },
    accessVersion: { type: 'number', required: true },
    createdAt: { type: 'string', required: true },
  },
  indexes: {
    byId: {
      pk: { field: 'pk', composite: ['workspaceId'], template: 'w#${workspaceId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'workspace', casing: 'none' },
    },
  },
});
