import { CustomAttributeType, Entity } from 'electrodb';
import type { ClientId, RequirementId, WorkspaceId } from '#contracts/ids.ts';

/** Holds a standard for one requirement of a client: nobody has to meet the same thing twice. */
export const RequirementStandard = new Entity({
  model: { entity: 'requirementStandard', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    standardKey: { type: 'string', required: true },
    requirementId: { type: CustomAttributeType<RequirementId>('string'), required: true },
  },
  indexes: {
    byStandard: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['standardKey'], template: 'required#${standardKey}', casing: 'none' },
    },
  },
});
