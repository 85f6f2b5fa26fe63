import { CustomAttributeType, Entity } from 'electrodb';
import type { WorkspaceId } from '#contracts/ids.ts';

/** Moves with every change of the rates beside it, so that what was checked against them still holds. */
export const RateHead = new Entity({
  model: { entity: 'rateHead', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    home: { type: 'string', required: true },
    version: { type: 'number', required: true },
  },
  indexes: {
    ofHome: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'home'],
        template: 'w#${workspaceId}#${home}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: [], template: 'head-of-rates', casing: 'none' },
    },
  },
});
