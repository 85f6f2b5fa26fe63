import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ActorStamp } from '#contracts/actor.ts';
import { blockings } from '#contracts/compliance.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { AssignRule } from '#contracts/schemas/standard.ts';

/** A standard of a workspace. `uses` counts the requirements that name it, outside of its version. */
export const Standard = new Entity({
  model: { entity: 'standard', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    key: { type: 'string', required: true },
    version: { type: 'number', required: true },
    name: { type: 'string', required: true },
    description: { type: 'string' },
    evidenceTypes: { type: CustomAttributeType<string[]>('any'), required: true },
    validityDays: { type: 'number' },
    reminders: { type: CustomAttributeType<number[]>('any'), required: true },
    blocking: { type: blockings, required: true },
    fourEyes: { type: 'boolean' },
    rule: { type: CustomAttributeType<AssignRule>('any') },
    archived: { type: 'boolean', required: true },
    uses: { type: 'number', required: true },
    createdAt: { type: 'string', required: true },
    updatedAt: { type: 'string', required: true },
    updatedBy: { type: CustomAttributeType<ActorStamp>('any'), required: true },
  },
  indexes: {
    byKey: {
      pk: { field: 'pk', composite: ['workspaceId'], template: 'w#${workspaceId}#standards', casing: 'none' },
      sk: { field: 'sk', composite: ['key'], template: 'standard#${key}', casing: 'none' },
    },
  },
});

export type StandardItem = EntityItem<typeof Standard>;
