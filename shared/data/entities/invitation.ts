import { CustomAttributeType, Entity } from 'electrodb';
import type { ActorStamp } from '#contracts/actor.ts';
import type { InvitationId, UserId, WorkspaceId } from '#contracts/ids.ts';

/** Somebody asked to join a workspace. Of its token only the hash is kept. */
export const Invitation = new Entity({
  model: { entity: 'invitation', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    invitationId: { type: CustomAttributeType<InvitationId>('string'), required: true },
    version: { type: 'number', required: true },
    email: { type: 'string', required: true },
    role: { type: 'string', required: true },
    status: { type: ['open', 'accepted', 'revoked'] as const, required: true },
    delivery: { type: ['sent', 'failed'] as const, required: true },
    tokenHash: { type: 'string', required: true },
    invitedBy: { type: CustomAttributeType<ActorStamp>('any'), required: true },
    acceptedBy: { type: CustomAttributeType<UserId>('string') },
    sends: { type: CustomAttributeType<string[]>('any'), required: true },
    createdAt: { type: 'string', required: true },
    sentAt: { type: 'string', required: true },
    expiresOn: { type: 'string', required: true },
  },
  indexes: {
    byId: {
      pk: {
        field: 'pk',
        composite: ['workspaceId'],
        template: 'w#${workspaceId}#invitations',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['invitationId'], template: '${invitationId}', casing: 'none' },
    },
  },
});

/** Holds an address for one open invitation of a workspace. */
export const InvitationGuard = new Entity({
  model: { entity: 'invitationGuard', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    emailHash: { type: 'string', required: true },
    invitationId: { type: CustomAttributeType<InvitationId>('string'), required: true },
    expiresOn: { type: 'string', required: true },
  },
  indexes: {
    byEmail: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'emailHash'],
        template: 'w#${workspaceId}#invited#${emailHash}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: [], template: 'invited', casing: 'none' },
    },
  },
});

/** From the hash of a token to its invitation, in the directory: whoever holds the link is in no workspace yet. */
export const InvitationDoor = new Entity({
  model: { entity: 'invitationDoor', version: '1', service: 'directory' },
  attributes: {
    tokenHash: { type: 'string', required: true },
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    invitationId: { type: CustomAttributeType<InvitationId>('string'), required: true },
    expiresAt: { type: 'number', required: true },
  },
  indexes: {
    byToken: {
      pk: { field: 'pk', composite: ['tokenHash'], template: 'invite#${tokenHash}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'invite', casing: 'none' },
    },
  },
});

/** How many invitations a workspace mailed in one hour. */
export const InvitationRate = new Entity({
  model: { entity: 'invitationRate', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    hour: { type: 'string', required: true },
    sent: { type: 'number' },
    expiresAt: { type: 'number' },
  },
  indexes: {
    byHour: {
      pk: {
        field: 'pk',
        composite: ['workspaceId'],
        template: 'w#${workspaceId}#invitation-rate',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['hour'], template: '${hour}', casing: 'none' },
    },
  },
});
