import { CustomAttributeType, Entity } from 'electrodb';
import type { ClientId, ProjectId, WorkspaceId } from '#contracts/ids.ts';

/** Holds a name for one project of a client, case aside; hashed, since a name may hold any character. */
export const ProjectNameGuard = new Entity({
  model: { entity: 'projectName', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    nameHash: { type: 'string', required: true },
    projectId: { type: CustomAttributeType<ProjectId>('string'), required: true },
  },
  indexes: {
    byName: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['nameHash'], template: 'projectname#${nameHash}', casing: 'none' },
    },
  },
});
