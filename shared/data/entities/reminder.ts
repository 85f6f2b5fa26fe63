import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ClientId, RequirementId, WorkspaceId } from '#contracts/ids.ts';

/**
 * How far the reminding of a deadline has come. It stands beside its requirement and not in it, so that the
 * daily run moves no version and nobody's edit takes back what was told.
 */
export const Reminder = new Entity({
  model: { entity: 'reminder', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    requirementId: { type: CustomAttributeType<RequirementId>('string'), required: true },
    standardKey: { type: 'string', required: true },
    deadlineOn: { type: 'string', required: true },
    quietUntil: { type: 'string' },
    passed: { type: 'number' },
    claimedAt: { type: 'string' },
    /** All that the index carries: the run reads the reminder itself. */
    row: {
      type: CustomAttributeType<{ clientId: ClientId; requirementId: RequirementId }>('any'),
      required: true,
    },
  },
  indexes: {
    ofClient: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: {
        field: 'sk',
        composite: ['requirementId'],
        template: 'reminder#${requirementId}',
        casing: 'none',
      },
    },
    byDeadline: {
      index: 'gsi8',
      pk: {
        field: 'gsi8pk',
        composite: ['workspaceId'],
        template: 'w#${workspaceId}#reminders',
        casing: 'none',
      },
      sk: {
        field: 'gsi8sk',
        composite: ['deadlineOn', 'requirementId'],
        template: '${deadlineOn}#${requirementId}',
        casing: 'none',
      },
    },
  },
});

export type ReminderItem = EntityItem<typeof Reminder>;
