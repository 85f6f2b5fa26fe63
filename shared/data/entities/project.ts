import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ActorStamp } from '#contracts/actor.ts';
import type { ClientId, ProjectId, UserId, WorkspaceId } from '#contracts/ids.ts';
import { projectStatuses } from '#contracts/schemas/project.ts';

/** A project of one client, in the client's own partition. */
export const Project = new Entity({
  model: { entity: 'project', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    projectId: { type: CustomAttributeType<ProjectId>('string'), required: true },
    version: { type: 'number', required: true },
    name: { type: 'string', required: true },
    description: { type: 'string' },
    status: { type: projectStatuses, required: true },
    startsOn: { type: 'string' },
    endsOn: { type: 'string' },
    memberIds: { type: CustomAttributeType<UserId[]>('any'), required: true },
    createdAt: { type: 'string', required: true },
    updatedAt: { type: 'string', required: true },
    updatedBy: { type: CustomAttributeType<ActorStamp>('any'), required: true },
    /** Only on a tombstone: the item is about to go, and this tells the timeline by whom. */
    deletedAt: { type: 'string' },
  },
  indexes: {
    ofClient: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['projectId'], template: 'project#${projectId}', casing: 'none' },
    },
    all: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['workspaceId'],
        template: 'w#${workspaceId}#all-projects',
        casing: 'none',
      },
      sk: { field: 'gsi1sk', composite: ['projectId'], template: '${projectId}', casing: 'none' },
    },
  },
});

export type ProjectItem = EntityItem<typeof Project>;
