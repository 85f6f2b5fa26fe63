import { CustomAttributeType, Entity } from 'electrodb';
import type { Offer as OfferRecord } from '#contracts/schemas/plan.ts';

/** The newest version of a plan or add-on, in the directory: offers belong to the installation. */
export const Offer = new Entity({
  model: { entity: 'offer', version: '1', service: 'directory' },
  attributes: {
    kind: { type: ['plan', 'add_on'] as const, required: true },
    key: { type: 'string', required: true },
    version: { type: 'number', required: true },
    offer: { type: CustomAttributeType<OfferRecord>('any'), required: true },
  },
  indexes: {
    byKind: {
      pk: { field: 'pk', composite: [], template: 'offers', casing: 'none' },
      sk: { field: 'sk', composite: ['kind', 'key'], template: '${kind}#${key}', casing: 'none' },
    },
  },
});
