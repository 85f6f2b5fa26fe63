import { CustomAttributeType, Entity } from 'electrodb';
import type { UserId, WorkspaceId } from '#contracts/ids.ts';

/** A person who can sign in, in the directory: the one place that knows of several workspaces. */
export const Person = new Entity({
  model: { entity: 'person', version: '1', service: 'directory' },
  attributes: {
    userId: { type: CustomAttributeType<UserId>('string'), required: true },
    name: { type: 'string', required: true },
    email: { type: 'string', required: true },
  },
  indexes: {
    byUser: {
      pk: { field: 'pk', composite: ['userId'], template: 'user#${userId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'person', casing: 'none' },
    },
  },
});

/** That a person belongs to a workspace; what he may do there stands in the workspace itself. */
export const Belonging = new Entity({
  model: { entity: 'belonging', version: '1', service: 'directory' },
  attributes: {
    userId: { type: CustomAttributeType<UserId>('string'), required: true },
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
  },
  indexes: {
    byUser: {
      pk: { field: 'pk', composite: ['userId'], template: 'user#${userId}', casing: 'none' },
      sk: { field: 'sk', composite: ['workspaceId'], template: 'workspace#${workspaceId}', casing: 'none' },
    },
  },
});
