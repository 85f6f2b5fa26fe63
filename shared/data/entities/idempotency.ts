import { Entity } from 'electrodb';

/** What a request with an Idempotency-Key answered, kept for a day. */
export const Idempotency = new Entity({
  model: { entity: 'idempotency', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: 'string', required: true },
    claim: { type: 'string', required: true },
    bodyHash: { type: 'string', required: true },
    outcome: { type: 'any' },
    expiresAt: { type: 'number', required: true },
  },
  indexes: {
    byClaim: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'claim'],
        template: 'w#${workspaceId}#idem#${claim}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: [], template: 'idempotency', casing: 'none' },
    },
  },
});
