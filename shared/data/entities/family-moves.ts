import { CustomAttributeType, Entity } from 'electrodb';
import type { WorkspaceId } from '#contracts/ids.ts';

/**
 * How often a client of the workspace was moved below another one. Every such move is made on the count that it
 * read: of two at once one comes second, and looks again.
 */
export const FamilyMoves = new Entity({
  model: { entity: 'familyMoves', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    moves: { type: 'number', required: true },
  },
  indexes: {
    ofWorkspace: {
      pk: { field: 'pk', composite: ['workspaceId'], template: 'w#${workspaceId}#family', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'moves', casing: 'none' },
    },
  },
});
