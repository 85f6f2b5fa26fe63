import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ActorStamp } from '#contracts/actor.ts';
import type { Entitlements } from '#contracts/entitlements.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { Module } from '#contracts/modules.ts';
import type { KeptRole } from '#contracts/roles.ts';
import { workspaceStatuses } from '#contracts/schemas/operator.ts';
import type { OvertimePolicy } from '#contracts/schemas/overtime.ts';

/**
 * A workspace, what is entitled in it and which roles it keeps: one item, read with the member on every
 * request, so that whatever changes in it counts from the next one.
 */
export const Workspace = new Entity({
  model: { entity: 'workspace', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    version: { type: 'number', required: true },
    name: { type: 'string', required: true },
    slug: { type: 'string', required: true },
    status: { type: workspaceStatuses, required: true },
    timeZone: { type: 'string', required: true },
    locale: { type: 'string', required: true },
    currency: { type: 'string', required: true },
    overtimePolicy: { type: CustomAttributeType<OvertimePolicy>('any') },
    entitlements: { type: CustomAttributeType<Entitlements>('any'), required: true },
    parkedAt: { type: CustomAttributeType<Partial<Record<Module, string>>>('any'), required: true },
    roles: { type: CustomAttributeType<Record<string, KeptRole>>('any'), required: true },
    createdAt: { type: 'string', required: true },
    updatedAt: { type: 'string', required: true },
    updatedBy: { type: CustomAttributeType<ActorStamp>('any'), required: true },
  },
  indexes: {
    byId: {
      pk: { field: 'pk', composite: ['workspaceId'], template: 'w#${workspaceId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'workspace', casing: 'none' },
    },
  },
});

export type WorkspaceItem = EntityItem<typeof Workspace>;
